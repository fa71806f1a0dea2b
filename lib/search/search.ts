import { content, contentDir } from "@/lib/content/content";
import type { Kind } from "./documents";
import { excerpt, marked, type Piece } from "./excerpt";
import { nearestWords } from "./nearest";
import type { Query } from "./query";
import { type SearchIndex, searchIndex } from "./search-index";

/** As many as one page shows. */
export const MOST_FOUND = 20;

/** One page that was found. */
export interface Found {
  path: string;
  kind: Kind;
  note: string | undefined;
  title: Piece[];
  excerpt: Piece[];
}

/** What a search found, the best first; with nothing found, the known words nearest to those looked for. */
export interface SearchAnswer {
  found: Found[];
  total: number;
  nearest: string[];
}

/** Looks for words in everything the site has to read. */
export async function search(query: Query, dir = contentDir()): Promise<SearchAnswer> {
  return searchIn(await searchIndex(content(dir)), query);
}

/** Looks for words in an index. */
export function searchIn(index: SearchIndex, { words }: Query): SearchAnswer {
  const results = index.find(words);
  const found = results.slice(0, MOST_FOUND).flatMap(({ id, terms }) => {
    const document = index.documents[Number(id)];
    if (!document) return [];
    const { path, kind, note, title, summary, body } = document;
    const hit = new Set(terms);
    const shown = excerpt(body, hit) ?? marked(summary, hit);
    return [{ path, kind, note, title: marked(title, hit), excerpt: shown }];
  });
  const nearest = found.length > 0 ? [] : nearestWords(words, index.vocabulary);
  return { found, total: results.length, nearest };
}
