import type { Root } from "hast";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { visit } from "unist-util-visit";

const INK = "#13264a";
const text = `margin:0 0 18px;font-size:17px;line-height:27px;color:${INK}`;
const heading = `margin:30px 0 12px;font-size:21px;line-height:28px;font-weight:normal;color:${INK}`;

/** What each element of a text looks like in the mail; mail programs keep only what stands on the element itself. */
const STYLES: Readonly<Record<string, string>> = {
  p: text,
  h2: heading,
  h3: heading,
  h4: heading,
  ul: "margin:0 0 18px;padding:0 0 0 24px",
  ol: "margin:0 0 18px;padding:0 0 0 28px",
  li: `margin:0 0 8px;font-size:17px;line-height:27px;color:${INK}`,
  a: "color:#b42d0d;text-decoration:underline",
  blockquote: "margin:0 0 18px;padding:0 0 0 16px;border-left:2px solid #b9b5ac",
  img: "display:block;max-width:100%;height:auto;border:0",
  table: "margin:0 0 18px;border-collapse:collapse",
  th: `padding:6px 12px 6px 0;text-align:left;font-size:16px;border-bottom:1px solid #b9b5ac;color:${INK}`,
  td: `padding:6px 12px 6px 0;font-size:16px;border-bottom:1px solid #e6e0d1;color:${INK}`,
  hr: "margin:24px 0;border:none;border-top:1px solid #b9b5ac",
};

const printer = unified().use(rehypeStringify).freeze();

/** The body of an issue as HTML for mail: every style inlined, no ids. */
export function issueBody(tree: Root): string {
  const copy = structuredClone(tree);
  visit(copy, "element", (node) => {
    const { id: _id, className: _class, dataAlign: _align, ...rest } = node.properties;
    const style = STYLES[node.tagName];
    node.properties = style ? { ...rest, style } : rest;
  });
  return printer.stringify(copy);
}
