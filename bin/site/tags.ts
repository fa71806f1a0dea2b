/** One tag of an HTML text: its name in lower case, its attributes and where it ends. */
export type Tag = { name: string; attributes: Map<string, string>; end: number };

const NAME = /[a-zA-Z][^\s/>]*/y;
const ATTRIBUTE = /[\s/]*([^\s/>=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']*)))?/y;

/** Reads the opening tag whose `<` stands at `start`; nothing where no tag begins there. */
export function tagAt(html: string, start: number): Tag | undefined {
  NAME.lastIndex = start + 1;
  const name = NAME.exec(html)?.[0];
  if (name === undefined) return undefined;
  const attributes = new Map<string, string>();
  let at = start + 1 + name.length;
  for (;;) {
    ATTRIBUTE.lastIndex = at;
    const found = ATTRIBUTE.exec(html);
    if (!found) break;
    const [all, key = "", double, single, bare] = found;
    // The first of two attributes of a name is the one a browser takes.
    if (!attributes.has(key.toLowerCase())) attributes.set(key.toLowerCase(), double ?? single ?? bare ?? "");
    at += all.length;
  }
  const close = html.indexOf(">", at);
  return { name: name.toLowerCase(), attributes, end: close === -1 ? html.length : close + 1 };
}

/** Where the element of raw text ends that was opened before `from`, its closing tag included. */
export function endOfRawText(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}(?=[\\s/>])[^>]*>?`, "gi");
  closing.lastIndex = from;
  return closing.exec(html) ? closing.lastIndex : html.length;
}
