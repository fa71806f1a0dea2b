import type { Root } from "hast";
import type { Entry } from "./entries";
import { type Facts, withFacts } from "./facts";
import { type Heading, headingsOf } from "./headings";
import { treeOf } from "./markdown";

/** A body ready to be shown. */
export interface Prose {
  tree: Root;
  headings: Heading[];
  words: number;
  /** Whole minutes at 230 words a minute, at least one. */
  minutes: number;
}

const WORDS_A_MINUTE = 230;

/** The body of an entry as a tree, its facts filled in, with its headings and how long it takes to read. */
export function proseOf(entry: Pick<Entry, "file" | "line" | "markdown">, facts: Facts = {}): Prose {
  const markdown = withFacts(entry, facts);
  const tree = treeOf(markdown);
  const words = wordCount(markdown);
  return { tree, headings: headingsOf(tree), words, minutes: minutesFor(words) };
}

/** Counts the words a reader reads in Markdown, without parsing it: link targets and marks do not count. */
export function wordCount(markdown: string): number {
  const words = markdown.replace(/\]\([^)]*\)/g, "]").match(/[\p{L}\p{N}][\p{L}\p{N}'’.,@-]*/gu);
  return words?.length ?? 0;
}

/** How long it takes to read so many words. */
export function minutesFor(words: number): number {
  return Math.max(1, Math.round(words / WORDS_A_MINUTE));
}
