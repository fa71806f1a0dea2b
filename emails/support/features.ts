/** Each feature of HTML and CSS that a letter is made of, by kind and name, such as "tag table" or "unit px". */
export function featuresOf(html: string): Set<string> {
  const found = new Set<string>();
  const document = new DOMParser().parseFromString(html, "text/html");
  if (document.doctype) found.add("doctype html");
  for (const element of document.querySelectorAll("*")) {
    // A parser puts in what HTML lets an author leave out.
    if (!new RegExp(`<${element.localName}\\b`, "i").test(html)) continue;
    found.add(`tag ${element.localName}`);
    for (const { name, value } of element.attributes) {
      found.add(`attribute ${name}`);
      if (name === "style") declarations(value, found);
      if (name === "href" || name === "src") found.add(`link ${/^[a-z]+:/i.exec(value)?.[0] ?? "relative"}`);
      if (name === "name" && element.localName === "meta") found.add(`meta ${value}`);
    }
    if (element.localName === "style") sheet(element.textContent ?? "", found);
    for (const child of element.childNodes)
      if (child.nodeType === Node.COMMENT_NODE) found.add(commentKind(child.textContent ?? ""));
  }
  return found;
}

function commentKind(text: string): string {
  return text.startsWith("[if ") ? "comment conditional" : "comment plain";
}

function declarations(text: string, found: Set<string>): void {
  for (const part of text.split(";")) {
    const colon = part.indexOf(":");
    if (colon < 0) continue;
    const property = part.slice(0, colon).trim().toLowerCase();
    found.add(`property ${property}`);
    values(
      property,
      part
        .slice(colon + 1)
        .trim()
        .toLowerCase(),
      found,
    );
  }
}

/** Words that are a feature of their own: what an element is displayed as, what it does with what is too much. */
const TELLING = new Set([
  "display",
  "overflow",
  "position",
  "float",
  "white-space",
  "word-break",
  "border-collapse",
]);

function values(property: string, value: string, found: Set<string>): void {
  if (value.endsWith("!important")) found.add("value !important");
  for (const [, unit] of value.matchAll(/(?<![#\w])-?\d*\.?\d+(px|em|rem|ex|ch|vw|vh|pt|%)/g))
    found.add(`unit ${unit}`);
  for (const [, name] of value.matchAll(/([a-z-]+)\(/g)) found.add(`function ${name}`);
  if (/#[0-9a-f]{3,8}\b/.test(value))
    found.add(`color #${"x".repeat(/#([0-9a-f]+)/.exec(value)?.[1]?.length ?? 0)}`);
  if (TELLING.has(property)) found.add(`value ${property}:${value.replace(/\s*!important$/, "")}`);
}

function sheet(text: string, found: Set<string>): void {
  let rest = text.replace(/\/\*.*?\*\//gs, "");
  for (const [whole, head = "", body = ""] of rest.matchAll(/(@[^{]+)\{((?:[^{}]*\{[^{}]*\})*[^{}]*)\}/g)) {
    found.add(`at-rule ${/^@[a-z-]+/.exec(head)?.[0]}`);
    for (const [, feature] of head.matchAll(/\(([a-z-]+)/g)) found.add(`media ${feature}`);
    rules(body, found);
    rest = rest.replace(whole, "");
  }
  if (/@import|@font-face/.test(rest)) found.add(`at-rule ${/@[a-z-]+/.exec(rest)?.[0]}`);
  rules(rest, found);
}

function rules(text: string, found: Set<string>): void {
  for (const [, selectors = "", body = ""] of text.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    for (const selector of selectors.split(",").map((one) => one.trim())) selectorKinds(selector, found);
    declarations(body, found);
  }
}

function selectorKinds(selector: string, found: Set<string>): void {
  if (/\./.test(selector)) found.add("selector .class");
  if (/#/.test(selector)) found.add("selector #id");
  if (/\[/.test(selector)) found.add("selector [attribute]");
  if (/>/.test(selector)) found.add("selector child");
  if (/[+~]/.test(selector)) found.add("selector sibling");
  for (const [, name] of selector.matchAll(/(::?[a-z-]+)/g)) found.add(`selector ${name}`);
  if (/^[a-z]|\s[a-z]/.test(selector)) found.add("selector tag");
  if (/[\w\])]\s+[\w.#[:]/.test(selector)) found.add("selector descendant");
  if (/\*/.test(selector)) found.add("selector *");
}
