import type { Nodes, Root } from "mdast";
import { visit } from "unist-util-visit";
import type { Entry } from "./entries";
import { withoutMarkers } from "./facts";
import { parseMarkdown } from "./markdown";
import type { Problem } from "./problem";

/** A link or picture in a body: where it points and where it stands. */
export interface Reference {
  kind: "link" | "image";
  to: string;
  field: string;
}

/** What a look through one body found: what breaks the rules, and what it points to. */
export interface BodyReport {
  problems: Problem[];
  references: Reference[];
}

/** Goes through the body of an entry: refuses HTML, JSX, headings out of order and pictures without words. */
export function lookThrough(entry: Entry): BodyReport {
  const problems: Problem[] = [];
  const references: Reference[] = [];
  const root = parseMarkdown(entry.markdown);
  if (root.children.length === 0) problems.push({ file: entry.file, field: "body", wants: "some words" });
  let depth = 1;
  visit(root, (node) => {
    const field = `line ${(node.position?.start.line ?? 1) + entry.line - 1}`;
    const wants = ruleBrokenBy(node, depth);
    if (wants) problems.push({ file: entry.file, field, wants });
    if (node.type === "heading") depth = node.depth;
    if (node.type === "link" || node.type === "image")
      references.push({ kind: node.type, to: node.url, field });
    if (node.type === "definition")
      references.push({ kind: kindOf(root, node.identifier), to: node.url, field });
  });
  return { problems, references };
}

function ruleBrokenBy(node: Nodes, depth: number): string | undefined {
  switch (node.type) {
    case "html":
      return `no HTML or JSX: write ${node.value.split("\n", 1)[0]?.slice(0, 40)} as Markdown`;
    case "text":
      if (/[{}]/.test(withoutMarkers(node.value))) return "no JSX: a brace belongs between backquotes";
      return /^(?:import|export)\s.*["'{]/m.test(node.value)
        ? "no import or export: content is words only"
        : undefined;
    case "heading":
      if (node.depth === 1)
        return "no # heading: the title of the file is the page's first heading, begin with ##";
      return node.depth > depth + 1 ? `a heading no deeper than ${"#".repeat(depth + 1)} here` : undefined;
    case "image":
    case "imageReference":
      return node.alt?.trim() ? undefined : "words in the picture's brackets, for those who do not see it";
    case "listItem":
      return typeof node.checked === "boolean"
        ? "a plain list: a box cannot be ticked in mail or on paper"
        : undefined;
    default:
      return undefined;
  }
}

function kindOf(root: Root, identifier: string): Reference["kind"] {
  let kind: Reference["kind"] = "link";
  visit(root, "imageReference", (node) => {
    if (node.identifier === identifier) kind = "image";
  });
  return kind;
}
