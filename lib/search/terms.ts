const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;

// Words that are on every page say nothing about any of them.
const EVERYWHERE = new Set(
  "a an and are as at be by do for from i in is it of on or that the to was we what when with you".split(" "),
);

/** A word of a text, with where it stands. */
export interface Word {
  text: string;
  at: number;
}

/** The words of a text in order. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map((found) => ({ text: found[0], at: found.index }));
}

// Most words of English have nothing to fold but their case, and there are many of them.
const PLAIN = /^[A-Za-z0-9]+$/;

/** Text without accents and case, as it is compared. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replace(/[\p{M}'’]/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss");
}

/** What a word is looked up by: folded and without its plural; null for a word that is everywhere. */
export function termOf(word: string): string | null {
  const folded = fold(word);
  if (EVERYWHERE.has(folded)) return null;
  if (folded.length > 4 && folded.endsWith("ies")) return `${folded.slice(0, -3)}y`;
  return folded.length > 3 && /[^su]s$/.test(folded) ? folded.slice(0, -1) : folded;
}
