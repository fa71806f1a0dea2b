// Characters that no XML 1.0 document may hold, not even escaped.
const ILLEGAL = /(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu;

const ENTITIES = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
]);

/** XML that is already escaped, so that a text can never pass for it. */
export interface Xml {
  readonly xml: string;
}

/** Writes text so that XML gives it back as it was, less the characters XML cannot carry. */
export function escapeXml(text: string): string {
  const legal = text.toWellFormed().replace(ILLEGAL, "");
  return legal.replace(/[&<>"]/g, (character) => ENTITIES.get(character) ?? character);
}

/** One element; text children and attribute values are escaped, elements are taken as they are, undefined is left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Xml | string | undefined)[]
): Xml {
  const head = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const body = children.map((child) => {
    if (child === undefined) return "";
    return typeof child === "string" ? escapeXml(child) : child.xml;
  });
  return { xml: `<${name}${head.join("")}>${body.join("")}</${name}>\n` };
}

/** A whole document around its one root element. */
export function document(root: Xml): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${root.xml}`;
}
