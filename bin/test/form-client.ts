/** A page's form as a client without script and without cookies sees it. */
export type Form = { action: string; hidden: [name: string, value: string][] };

const ENTITIES: Record<string, string> = { amp: "&", quot: '"', "#x27": "'", lt: "<", gt: ">" };

/** A text as it is meant, without the escapes of HTML and XML. */
export function unescaped(text: string): string {
  return text.replace(/&(amp|quot|#x27|lt|gt);/g, (_all, name: string) => ENTITIES[name] ?? "");
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : unescaped(value);
}

/** Reads the form with some class off a page. */
export function formIn(html: string, className: string, pageUrl: string): Form {
  const form = [...html.matchAll(/<form\b[\s\S]*?<\/form>/g)].find(([text]) => text.includes(className))?.[0];
  if (!form) throw new Error(`the page has no form ${className}`);
  const hidden = [...form.matchAll(/<input\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => attribute(tag, "type") === "hidden")
    .map((tag): [string, string] => [attribute(tag, "name") ?? "", attribute(tag, "value") ?? ""]);
  const opening = /^<form\b[^>]*>/.exec(form)?.[0] ?? "";
  return { action: new URL(attribute(opening, "action") || pageUrl, pageUrl).href, hidden };
}

/** Fetches a page and reads its form. */
export async function fetchForm(pageUrl: string, className: string): Promise<Form> {
  return formIn(await (await fetch(pageUrl)).text(), className, pageUrl);
}

/** What a form sends with these fields filled in. */
export function filled(form: Form, fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of form.hidden) data.append(name, value);
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

/** Sends a form, without following where it leads. */
export function send(
  form: Form,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(form.action, { method: "POST", body: filled(form, fields), headers, redirect: "manual" });
}
