import MiniSearch, { type SearchResult } from "minisearch";
import type { Content } from "@/lib/content/content";
import { documentsOf, type SearchDocument } from "./documents";
import { fold, termOf, wordsOf } from "./terms";

/** Everything that can be found, and the words it is found by. */
export interface SearchIndex {
  documents: readonly SearchDocument[];
  /** Documents by number with the terms of theirs that were hit, the best first. */
  find(words: readonly string[]): SearchResult[];
  /** Words from titles, summaries and topics as they are written, by how they are compared. */
  vocabulary: ReadonlyMap<string, string>;
}

// A title says what a page is about, a summary what it promises; a body mentions many things in passing.
const WEIGHTS = { title: 8, topics: 4, summary: 3, body: 1, aside: 1 };
const ENOUGH = 3;

const built = new WeakMap<Content, Promise<SearchIndex>>();

/** The index of a site's content, built at the first search in a process and kept. */
export function searchIndex(all: Content): Promise<SearchIndex> {
  const known = built.get(all);
  if (known) return known;
  const fresh = indexOf(documentsOf(all));
  built.set(all, fresh);
  return fresh;
}

/** Builds the index of some documents, and lets other work through while there are many. */
export async function indexOf(documents: readonly SearchDocument[]): Promise<SearchIndex> {
  const index = new MiniSearch({
    fields: Object.keys(WEIGHTS),
    tokenize: (text) => wordsOf(text).map((word) => word.text),
    processTerm: termOf,
    searchOptions: { boost: WEIGHTS },
  });
  await index.addAllAsync(
    documents.map((document, id) => ({ id, ...document })),
    { chunkSize: 25 },
  );
  return { documents, vocabulary: vocabularyOf(documents), find: (words) => find(index, words) };
}

/** All words as typed and as beginnings first; forgiving typos only where that finds little; any word at last. */
function find(index: MiniSearch, words: readonly string[]): SearchResult[] {
  if (words.length === 0) return [];
  const query = words.join(" ");
  const exact = index.search(query, { combineWith: "AND", prefix: isBeginning });
  if (exact.length >= ENOUGH) return exact;
  const near = index.search(query, { combineWith: "AND", prefix: isBeginning, fuzzy: forgiven });
  if (near.length > 0) return near;
  return index.search(query, { combineWith: "OR", prefix: isBeginning, fuzzy: forgiven });
}

function isBeginning(term: string): boolean {
  return term.length > 2;
}

function forgiven(term: string): number | false {
  if (term.length < 4 || /\d/.test(term)) return false;
  return term.length < 8 ? 1 : 2;
}

function vocabularyOf(documents: readonly SearchDocument[]): Map<string, string> {
  const words = new Map<string, string>();
  for (const { title, summary, topics } of documents) {
    for (const { text } of wordsOf(`${title} ${summary} ${topics}`)) {
      if (text.length > 3 && termOf(text) !== null && !words.has(fold(text))) words.set(fold(text), text);
    }
  }
  return words;
}
