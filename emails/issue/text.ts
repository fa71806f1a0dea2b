import type { Element, Nodes, Root } from "hast";
import { plainTextOf } from "@/lib/content/plain";
import { wrap } from "@/lib/mail/letter-text";

/** The body of an issue as typeset text of 72 columns, its links numbered and listed at the end. */
export function issueText(tree: Root): string {
  const links: string[] = [];
  const blocks = tree.children.flatMap((node) => block(node, links)).filter(Boolean);
  const list = links.map((url, place) => `[${place + 1}] ${url}`).join("\n");
  return [...blocks, list].filter(Boolean).join("\n\n");
}

function block(node: Nodes, links: string[]): string[] {
  if (node.type !== "element") return [];
  const text = () => plainTextOf(numbered(node, links));
  switch (node.tagName) {
    case "h2":
    case "h3":
    case "h4":
      return [wrap(text()).toUpperCase()];
    case "ul":
    case "ol":
      return [items(node, links)];
    case "blockquote":
      return [wrap(text(), "> ")];
    case "hr":
      return ["* * *"];
    case "table":
      return node.children.flatMap((child) =>
        child.type === "element"
          ? child.children.flatMap((row) => (row.type === "element" ? [wrap(plainTextOf(row))] : []))
          : [],
      );
    default:
      return [wrap(text())];
  }
}

function items(list: Element, links: string[]): string {
  const rows = list.children.filter((child) => child.type === "element");
  return rows
    .map((row, place) => {
      const mark = list.tagName === "ol" ? `${String(place + 1).padStart(2)}. ` : "  - ";
      return wrap(plainTextOf(numbered(row, links)), mark, "    ");
    })
    .join("\n");
}

function numbered<T extends Nodes>(node: T, links: string[]): T {
  if (!("children" in node)) return node;
  const children = node.children.map((child) => numbered(child, links));
  if (node.type === "element" && node.tagName === "a" && typeof node.properties.href === "string") {
    links.push(node.properties.href);
    return { ...node, children: [...children, { type: "text", value: ` [${links.length}]` }] };
  }
  return { ...node, children };
}
