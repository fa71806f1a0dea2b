import type { Element, ElementContent, Root } from "hast";
import type { Issue } from "@/lib/content/content";
import { htmlOf } from "@/lib/content/html";
import { proseOf } from "@/lib/content/prose";
import { absoluteUrl, type Site } from "@/lib/site";

/** All that an issue says, from epigraph to last line, as one tree. */
export function issueTree(issue: Issue): Root {
  const { tree } = proseOf(issue);
  if (!issue.epigraph) return tree;
  const { text, attribution } = issue.epigraph;
  const epigraph = parent("blockquote", [
    parent("p", [{ type: "text", value: text }]),
    parent("p", [{ type: "text", value: `— ${attribution}` }]),
  ]);
  return { type: "root", children: [epigraph, { type: "text", value: "\n" }, ...tree.children] };
}

/** All that an issue says as HTML that reads the same anywhere, every address in it absolute. */
export function issueHtml(issue: Issue, site: Pick<Site, "origin">): string {
  return htmlOf(issueTree(issue), absoluteUrl(issue.path, site));
}

function parent(tagName: string, children: ElementContent[]): Element {
  return { type: "element", tagName, properties: {}, children };
}
