import type { Nodes, Root } from "hast";

/** Fewer characters than this do not fill the three lines that an initial takes. */
const THREE_LINES = 240;

/** Whether a text opens with a letter and a paragraph long enough to hold an initial of three lines. */
export function opensLong(tree: Root): boolean {
  const first = tree.children.find((node) => node.type === "element");
  if (first?.tagName !== "p") return false;
  const words = textOf(first);
  return words.length >= THREE_LINES && /^\p{L}/u.test(words);
}

function textOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}
