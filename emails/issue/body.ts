import type { Element, Root } from "hast";
import type { CSSProperties } from "react";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { inline, styles } from "@/emails/style";

/** What each element of a text looks like in the mail; mail programs keep only what stands on the element itself. */
const STYLES: Readonly<Record<string, CSSProperties>> = {
  p: styles.text,
  h2: styles.chapter,
  h3: styles.chapter,
  h4: styles.chapter,
  ul: styles.bullets,
  ol: styles.numbers,
  li: styles.item,
  a: styles.link,
  blockquote: styles.quote,
  img: styles.picture,
  table: styles.table,
  th: styles.cell,
  td: styles.cell,
  hr: styles.line,
};

/** The @ after the last word of a letter, as on the page. */
const END: Element = {
  type: "element",
  tagName: "span",
  properties: { className: ["at"], style: inline({ color: styles.at.color }) },
  children: [{ type: "text", value: " @" }],
};

const printer = unified().use(rehypeStringify).freeze();

/** The body of an issue as HTML for mail: every style inlined, no ids. */
export function issueBody(tree: Root): string {
  const copy = structuredClone(tree);
  visit(copy, "element", (node) => {
    const { id: _id, className: _class, dataAlign: _align, ...rest } = node.properties;
    const style = STYLES[node.tagName];
    node.properties = style ? { ...rest, style: inline(style) } : rest;
  });
  const last = copy.children.findLast((node) => node.type === "element");
  if (last?.tagName === "p") last.children.push(END);
  return printer.stringify(copy);
}
