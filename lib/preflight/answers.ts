import { db } from "../db/client";
import type { IssueLetter } from "../delivery/issue-letter";
import { type Finding, fail, ok, unknown, warn } from "../doctor/finding";
import { signToken } from "../tokens";
import { linksOf } from "./links";
import type { Web } from "./web";

const AT_ONCE = 6;
const GONE = new Set([404, 410]);

/** Whether what the issue leads to answers: other sites, its own page, and the page by which a reader leaves. */
export async function answerFindings(letter: IssueLetter, web: Web): Promise<Finding[]> {
  return Promise.all([othersFinding(letter, web), pageFinding(letter, web), leavingFinding(letter, web)]);
}

async function othersFinding(letter: IssueLetter, web: Web): Promise<Finding> {
  const name = "other sites";
  const urls = [...new Set(linksOf(letter))].filter(
    (url) => /^https?:\/\//.test(url) && !url.startsWith(letter.siteUrl),
  );
  if (urls.length === 0) return ok(name, "no link leads to one");
  const answers = new Map<string, number | undefined>();
  const waiting = [...urls];
  const ask = async () => {
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift())
      answers.set(url, (await web(url, "exists"))?.status);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
  const those = (rule: (status: number | undefined) => boolean) =>
    urls.filter((url) => rule(answers.get(url))).join(", ");
  const gone = those((status) => status !== undefined && GONE.has(status));
  if (gone)
    return fail(name, `these pages are not there: ${gone}`, "Mend or remove the links in the issue's file.");
  const silent = those((status) => status === undefined);
  if (silent === urls.join(", ")) return unknown(name, "none answers", "Run this again with a network.");
  const odd = those((status) => status === undefined || status >= 400);
  return odd
    ? warn(name, `these do not answer as they should: ${odd}`, "Open them in a browser.")
    : ok(name, `all ${urls.length} answer`);
}

async function pageFinding({ archivedAt }: IssueLetter, web: Web): Promise<Finding> {
  const name = "page of the issue";
  const answer = await web(archivedAt, "page");
  if (!answer)
    return unknown(
      name,
      `nobody answers at ${archivedAt}`,
      "Start the site, and see that SITE_URL is its address.",
    );
  return answer.status === 200
    ? ok(name, archivedAt)
    : fail(
        name,
        `${archivedAt} answers ${answer.status}`,
        "Start the site anew: npm start publishes the issue.",
      );
}

/** Opening the page changes nothing; only its button does. */
async function leavingFinding({ siteUrl }: IssueLetter, web: Web): Promise<Finding> {
  const name = "unsubscribe page";
  const reader = await db().subscriber.findFirst({ where: { status: "ACTIVE" }, select: { id: true } });
  const token = signToken("unsubscribe", reader?.id ?? "0".repeat(16));
  const answer = await web(`${siteUrl}/ezine/unsubscribe/${token}`, "page");
  if (!answer)
    return unknown(
      name,
      `nobody answers at ${siteUrl}`,
      "Start the site, and see that SITE_URL is its address.",
    );
  if (answer.status !== 200) {
    const fix = "Let the path /ezine/unsubscribe/… through to the site as it is, without a redirect.";
    return fail(name, `the site answers ${answer.status}`, fix);
  }
  if (reader && !/<form\b[^>]*method="post"/i.test(answer.text)) {
    const fix = "Give the site the same APP_SECRET and DATABASE_URL as this command.";
    return fail(name, "the site does not know a reader's link", fix);
  }
  return ok(name, reader ? "it knows a reader's link and shows the button" : "it answers");
}
