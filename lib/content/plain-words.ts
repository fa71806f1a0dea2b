import type { Element, Nodes } from "hast";

/** The addresses a text has pointed to so far; each gets one number, in the order of its first use. */
export interface LinkNotes {
  base: string;
  addresses: string[];
}

const MARKS: ReadonlyMap<string, string> = new Map([
  ["strong", "*"],
  ["em", "_"],
  ["code", "`"],
]);

/** Writes words with their emphasis as typewriters had it and a number in brackets after each link; a line break stays. */
export function plainWords(nodes: readonly Nodes[], notes: LinkNotes): string {
  const written = nodes.map((node) => {
    if (node.type === "text") return node.value.replace(/\s+/g, " ");
    return node.type === "element" ? plainElement(node, notes) : "";
  });
  return written.join("");
}

function plainElement(node: Element, notes: LinkNotes): string {
  const words = plainWords(node.children, notes);
  if (node.tagName === "br") return "\n";
  if (node.tagName === "img") return `[${node.properties.alt ?? ""}]`;
  if (node.tagName === "a") return plainLink(node, words, notes);
  const mark = MARKS.get(node.tagName) ?? "";
  return words.trim() === "" ? words : `${mark}${words}${mark}`;
}

function plainLink({ properties }: Element, words: string, notes: LinkNotes): string {
  const { href } = properties;
  if (properties.dataFootnoteBackref !== undefined) return "";
  if (properties.dataFootnoteRef !== undefined) return ` (note ${words})`;
  if (typeof href !== "string" || href.startsWith("#")) return words;
  const address = new URL(href, notes.base).href;
  if (words === href || words === address || `mailto:${words}` === href) return words;
  const known = notes.addresses.indexOf(address);
  const number = known === -1 ? notes.addresses.push(address) : known + 1;
  return `${words} [${number}]`;
}
