import { fold } from "./terms";

const NEAR = 0.34;

/** The known words that look most like those somebody typed, best first, for when nothing was found. */
export function nearestWords(
  words: readonly string[],
  vocabulary: ReadonlyMap<string, string>,
  limit = 4,
): string[] {
  const wanted = words.map((word) => pairsOf(fold(word)));
  const scored = [...vocabulary].map(([folded, written]) => {
    const pairs = pairsOf(folded);
    return { written, likeness: Math.max(0, ...wanted.map((other) => likeness(pairs, other))) };
  });
  const near = scored.filter((it) => it.likeness >= NEAR).sort((a, b) => b.likeness - a.likeness);
  return near.slice(0, limit).map((it) => it.written.toLowerCase());
}

// Sørensen and Dice's measure: twice the pairs of letters that both have, beside all that they have.
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared++;
  return (2 * shared) / (a.size + b.size || 1);
}

function pairsOf(word: string): Set<string> {
  const padded = ` ${word} `;
  return new Set(Array.from({ length: padded.length - 1 }, (_, i) => padded.slice(i, i + 2)));
}
