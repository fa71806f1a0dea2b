import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";
import { plainTextOf } from "./plain";

/** A heading of a text: what a table of contents needs. */
export interface Heading {
  id: string;
  depth: number;
  text: string;
}

/** Gives every heading without an id one made of its words, unique in the tree. */
export function nameHeadings(tree: Root): void {
  const taken = new Map<string, number>();
  visit(tree, "element", (node) => {
    if (depthOf(node) === undefined || node.properties.id) return;
    node.properties.id = unique(idFrom(plainTextOf(node)), taken);
  });
}

/** Lists the headings of a tree in order. */
export function headingsOf(tree: Root): Heading[] {
  const headings: Heading[] = [];
  visit(tree, "element", (node) => {
    const depth = depthOf(node);
    if (depth !== undefined)
      headings.push({ id: String(node.properties.id ?? ""), depth, text: plainTextOf(node) });
  });
  return headings;
}

/** Makes an address out of words: lower case, accents folded, hyphens between. */
export function idFrom(words: string): string {
  const folded = words
    .normalize("NFKD")
    .replace(/[\u0300-\u036f'’]/g, "")
    .toLowerCase();
  return folded.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || "section";
}

function depthOf(node: Element): number | undefined {
  const found = /^h([1-6])$/.exec(node.tagName);
  return found ? Number(found[1]) : undefined;
}

function unique(id: string, taken: Map<string, number>): string {
  const count = (taken.get(id) ?? 0) + 1;
  taken.set(id, count);
  return count === 1 ? id : unique(`${id}-${count}`, taken);
}
