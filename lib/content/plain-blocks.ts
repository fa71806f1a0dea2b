import type { Element, ElementContent, Nodes, RootContent } from "hast";
import { wrap } from "@/lib/mail/letter-text";
import { plainTable } from "./plain-table";
import { type LinkNotes, plainWords } from "./plain-words";

const BLOCKS = new Set("p h1 h2 h3 h4 h5 h6 ul ol blockquote pre table hr section div".split(" "));
const INDENT = "    ";

/** Sets a tree as paragraphs of plain text, none wider than `width` unless one word of it is; `notes` gathers its links. */
export function plainBlocks(nodes: readonly RootContent[], width: number, notes: LinkNotes): string[] {
  return runsOf(nodes)
    .map((run) => (Array.isArray(run) ? paragraph(run, width, notes) : block(run, width, notes)))
    .filter((set) => set !== "");
}

function block(node: Element, width: number, notes: LinkNotes): string {
  const { tagName, children } = node;
  switch (tagName) {
    case "ul":
    case "ol":
      return list(node, width, notes);
    case "blockquote":
      return indented(plainBlocks(children, width - INDENT.length, notes).join("\n\n"), INDENT);
    case "pre":
      return indented(rawText(node).trimEnd(), INDENT);
    case "table":
      return plainTable(node, width, notes);
    case "hr":
      return `${" ".repeat(Math.floor(width / 2) - 2)}* * *`;
    case "section":
    case "div":
      return plainBlocks(children, width, notes).join("\n\n");
    case "p":
      return paragraph(children, width, notes);
    default:
      return heading(paragraph(children, width, notes), tagName);
  }
}

function heading(words: string, tagName: string): string {
  if (tagName !== "h2" && tagName !== "h1") return words;
  const longest = Math.max(...words.split("\n").map((line) => line.length));
  return `\n${words}\n${"-".repeat(longest)}`;
}

function paragraph(nodes: readonly Nodes[], width: number, notes: LinkNotes): string {
  const lines = plainWords(nodes, notes).trim().split("\n");
  return lines.map((line) => wrap(line, "", "", width)).join("\n");
}

function list(node: Element, width: number, notes: LinkNotes): string {
  const items = node.children.filter((child) => child.type === "element");
  const first = Number(node.properties.start ?? 1);
  const markOf = (i: number) => (node.tagName === "ol" ? `${first + i}. ` : "- ");
  const deep = Math.max(INDENT.length, markOf(items.length - 1).length);
  const set = items.map((item, i) => {
    const inside = plainBlocks(item.children, width - deep, notes);
    const [line = "", ...rest] = inside.join(inside.length > 2 ? "\n\n" : "\n").split("\n");
    return [markOf(i).padStart(deep) + line, indented(rest.join("\n"), " ".repeat(deep))]
      .filter((part) => part !== "")
      .join("\n");
  });
  return set.join("\n");
}

function indented(text: string, by: string): string {
  return text.replace(/^(?=.)/gm, by);
}

function rawText(node: Nodes): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map(rawText).join("") : "";
}

// Words that stand between blocks without an element of their own, as in a short list, are a paragraph.
function runsOf(nodes: readonly RootContent[]): (Element | ElementContent[])[] {
  const runs: (Element | ElementContent[])[] = [];
  for (const node of nodes) {
    if (node.type === "doctype") continue;
    const last = runs.at(-1);
    if (node.type === "element" && BLOCKS.has(node.tagName)) runs.push(node);
    else if (Array.isArray(last)) last.push(node);
    else runs.push([node]);
  }
  return runs;
}
