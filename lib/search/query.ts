import { termOf, wordsOf } from "./terms";

/** Longer than anybody types; what is behind it is not looked at. */
export const MAX_QUERY_LENGTH = 200;
const MAX_WORDS = 8;

/** What a reader looks for, fit to be shown and searched. */
export interface Query {
  text: string;
  /** The words that count, each once. */
  words: string[];
}

/** Takes anything that came with an address and makes a query of it; nonsense becomes an empty one. */
export function queryFrom(given: string | readonly string[] | undefined): Query {
  const [first = ""] = [given ?? ""].flat();
  const text = first
    .slice(0, MAX_QUERY_LENGTH)
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\ufffd]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  const counting = wordsOf(text).filter((word) => termOf(word.text) !== null);
  return { text, words: [...new Set(counting.map((word) => word.text))].slice(0, MAX_WORDS) };
}
