import { type Form, filled, formIn } from "@/bin/test/form-client";
import { newId } from "@/lib/ids";
import { SITE_URL } from "./addresses";
import { linkTo, mailAbout } from "./mailbox";
import { CASH_RESULT, everyPage } from "./pages";

/** Something the site answered with a page: what it was asked, and what it said, byte for byte. */
export type Answer = { what: string; status: number; html: string };

/** Every asker comes from a network of its own, so that no limit is met. */
function asker(): Record<string, string> {
  const part = () => Math.floor(Math.random() * 254) + 1;
  return { "X-Forwarded-For": `10.${part()}.${part()}.${part()}` };
}

async function ask(what: string, url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, { ...init, headers: { ...asker(), ...init.headers } });
  return { what, status: response.status, html: await response.text() };
}

function get(path: string): Promise<Answer> {
  return ask(path, new URL(path, SITE_URL).href);
}

/** A form of a page, sent with these fields; what it is answered, wherever that leads. */
async function send(page: string, marker: string, fields: Record<string, string>): Promise<Answer> {
  const url = new URL(page, SITE_URL).href;
  const form: Form = formIn((await get(page)).html, marker, url);
  const words = `${new URL(page, SITE_URL).pathname} with ${JSON.stringify(fields)}`;
  return ask(words, form.action, { method: "POST", body: filled(form, fields) });
}

/** What a page looks like to somebody who came by a link in a mail, at every step that such a link can be at. */
async function tokenPages(): Promise<Answer[]> {
  const email = `grace-${newId()}@${newId()}.example.com`;
  await send("/ezine/subscribe", "subscribe-form", { email, name: "Grace" });
  const asked = await mailAbout(email, /^Confirm your subscription/);
  const confirm = linkTo("confirm", asked);
  const answers = [await get(confirm), await get(linkTo("never", asked))];
  answers.push(await send(confirm, "press-form", {}), await get(confirm));
  const welcome = await mailAbout(email, /on the list/);
  const [preferences, unsubscribe] = [linkTo("preferences", welcome), linkTo("unsubscribe", welcome)];
  answers.push(await get(preferences), await get(unsubscribe));
  answers.push(await send(preferences, "change-name-name", { name: "Grace Hopper" }));
  answers.push(await send(preferences, "change-name-name", { name: "Grace\r\nHopper" }));
  answers.push(await send(preferences, "change-email-email", { email: "nonsense" }));
  answers.push(await send(preferences, "pause-pause", { pause: "three-months" }), await get(preferences));
  answers.push(await send(unsubscribe, "press-form", {}), await get(unsubscribe));
  return answers.map((answer) => ({ ...answer, what: answer.what.replace(/\/[0-9a-z]{30,}/, "/…") }));
}

async function formAnswers(): Promise<Answer[]> {
  return [
    await send("/ezine/subscribe", "subscribe-form", { email: "", name: "" }),
    await send("/ezine/subscribe", "subscribe-form", { email: "ada@gmial.com", name: "Ada" }),
    await send("/contact", "enquiry-form", {
      email: "ada@example",
      name: "",
      message: 'Is <b>this</b> "it"?',
    }),
    await send(CASH_RESULT, "mail-result-form", { email: "ada@example" }),
  ];
}

async function refusals(): Promise<Answer[]> {
  const form = { method: "POST", body: new URLSearchParams({ email: "ada@example.com" }) };
  return [
    await get("/no-such-page"),
    await get("/ezine/no-such-issue"),
    await get("/resources/no-such-sheet/result"),
    await get("/%zz"),
    await ask("PUT /", SITE_URL, { method: "PUT" }),
    await ask("a form from elsewhere", `${SITE_URL}/contact`, {
      ...form,
      headers: { "Sec-Fetch-Site": "cross-site" },
    }),
    await ask("a form without its hidden fields", `${SITE_URL}/contact`, form),
  ];
}

/** Everything the site can say with a page: pages, results, the steps of links in mail, forms with errors, refusals. */
export async function everyAnswer(): Promise<Answer[]> {
  const pages: Answer[] = [];
  for (const path of everyPage()) pages.push(await get(path));
  const [byToken, byForm, refused] = await Promise.all([tokenPages(), formAnswers(), refusals()]);
  return [...pages, ...byToken, ...byForm, ...refused];
}
