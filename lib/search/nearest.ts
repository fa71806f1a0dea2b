import { fold } from "./terms";

const NEAR = 0.34;

/** The known words that look most like those somebody typed, best first, for when nothing was found. */
export function nearestWords(
  words: readonly string[],
  vocabulary: ReadonlyMap<string, string>,
  limit = 4,
): string[] {
  const wanted = words.map((word) => new Set(pairsOf(fold(word))));
  const near: { written: string; likeness: number }[] = [];
  for (const [folded, written] of vocabulary) {
    const pairs = pairsOf(folded);
    const best = Math.max(0, ...wanted.map((other) => likeness(pairs, other)));
    if (best >= NEAR) near.push({ written, likeness: best });
  }
  near.sort((a, b) => b.likeness - a.likeness);
  return near.slice(0, limit).map((it) => it.written.toLowerCase());
}

// Sørensen and Dice's measure: twice the pairs of letters that both have, beside all that they have.
function likeness(a: readonly string[], b: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared++;
  return (2 * shared) / (a.length + b.size);
}

function pairsOf(word: string): string[] {
  const padded = ` ${word} `;
  const pairs: string[] = [];
  for (let i = 1; i < padded.length; i++) pairs.push(padded.slice(i - 1, i + 1));
  return pairs;
}
