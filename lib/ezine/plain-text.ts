import type { Root } from "hast";
import type { Issue } from "@/lib/content/content";
import { plainBlocks } from "@/lib/content/plain-blocks";
import type { LinkNotes } from "@/lib/content/plain-words";
import { wrap } from "@/lib/mail/letter-text";
import { absoluteUrl, type Site } from "@/lib/site";
import { citationOf } from "./citation";
import { issueTree } from "./issue-tree";
import { numberOf } from "./issues";

/** The width that every mail program and terminal shows without breaking lines again. */
export const COLUMNS = 72;

export const TEXT_TYPE = "text/plain; charset=utf-8";

/** Any text as plain text at 72 columns, and under it the addresses its numbers stand for. */
export function textOfTree(tree: Root, base: string): string {
  const notes: LinkNotes = { base, addresses: [] };
  const blocks = plainBlocks(tree.children, COLUMNS, notes);
  const links = notes.addresses.map((address, i) => `[${i + 1}] ${address}`);
  const parts = [...blocks, ...(links.length > 0 ? [`\n${links.join("\n")}`] : [])];
  return parts.join("\n\n").replace(/\n{4,}/g, "\n\n\n");
}

/** One issue as a file of plain text that stands by itself: its masthead, all it says, its links, how to cite it. */
export function issueText(issue: Issue, site: Site): string {
  const { business } = site;
  const masthead = `${business.ezine.name.toUpperCase()}\n${numberOf(issue)} · ${business.name}`;
  const series = issue.series === undefined ? [] : [wrap(`${issue.series}, part ${issue.part}`)];
  const title = wrap(issue.title);
  const rule = "=".repeat(Math.max(...title.split("\n").map((line) => line.length)));
  const parts = [
    masthead,
    `${title}\n${rule}`,
    ...series,
    textOfTree(issueTree(issue), absoluteUrl(issue.path, site)),
    "-".repeat(COLUMNS),
    wrap(`To cite this letter: ${citationOf(issue, site)}`, "", "    "),
  ];
  return `${parts.join("\n\n")}\n`;
}
