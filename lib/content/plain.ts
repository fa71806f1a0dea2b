import type { Nodes } from "hast";

const BLOCKS = new Set("p h1 h2 h3 h4 h5 h6 li td th pre blockquote tr table ul ol hr br".split(" "));

/** The words of a tree with all marks gone, on one line: for excerpts, descriptions and search. */
export function plainTextOf(node: Nodes): string {
  return gather(node).replace(/\s+/g, " ").trim();
}

function gather(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (!("children" in node)) return " ";
  const inside = node.children.map(gather).join("");
  return node.type === "element" && BLOCKS.has(node.tagName) ? ` ${inside} ` : inside;
}
