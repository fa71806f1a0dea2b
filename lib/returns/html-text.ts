const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: " ",
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
  rsquo: "'",
  lsquo: "'",
};
const SILENT = /^(?:script|style|head|title)$/;
const BREAKS = /^(?:br|p|div|tr|li|table|h[1-6]|blockquote|hr|pre)$/;

/** The words of an HTML page, one line a block, in one pass over the input. */
export function htmlText(html: string): string {
  let text = "";
  let silent = "";
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    const end = open < 0 ? html.length : open;
    if (!silent) text += html.slice(at, end).replace(/[ \t]{0,50}\r?\n/g, " ");
    if (open < 0) break;
    const close = html.indexOf(">", open);
    if (close < 0) break;
    const [, slash, tag = ""] = /^<(\/?)([a-z0-9]{1,20})/i.exec(html.slice(open, open + 24)) ?? [];
    const name = tag.toLowerCase();
    if (slash === "/" && name === silent) silent = "";
    else if (!silent && !slash && SILENT.test(name)) silent = name;
    else if (!silent && BREAKS.test(name)) text += "\n";
    at = close + 1;
  }
  return text.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]{2,8}));/gi, entity);
}

function entity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name) return ENTITIES[name.toLowerCase()] ?? whole;
  const code = Number.parseInt(decimal ?? hex ?? "", decimal ? 10 : 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : " ";
}
