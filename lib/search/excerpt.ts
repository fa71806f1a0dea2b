import { termOf, wordsOf } from "./terms";

/** A piece of a text; those that a search hit are marked. */
export interface Piece {
  text: string;
  marked: boolean;
}

type Hit = { from: number; to: number; term: string };

const LENGTH = 240;
const LEAD = 60;

/** A whole text in pieces, the words that were hit marked. */
export function marked(text: string, terms: ReadonlySet<string>): Piece[] {
  return piecesOf(text, hitsIn(text, terms));
}

/** The stretch of a text in which most different terms were hit, in pieces; undefined when none was. */
export function excerpt(text: string, terms: ReadonlySet<string>): Piece[] | undefined {
  const hits = hitsIn(text, terms);
  const best = hits
    .map((hit, i) => ({ hit, variety: varietyFrom(hits, i) }))
    .reduce<{ hit: Hit; variety: number } | undefined>(
      (so, it) => (so === undefined || it.variety > so.variety ? it : so),
      undefined,
    );
  if (!best) return undefined;
  const from = wordStart(text, best.hit.from - LEAD);
  const to = wordEnd(text, Math.max(from + LENGTH, best.hit.to));
  const inside = hits
    .filter((hit) => hit.from >= from && hit.to <= to)
    .map((hit) => ({ ...hit, from: hit.from - from, to: hit.to - from }));
  const pieces = piecesOf(text.slice(from, to), inside);
  if (from > 0) pieces.unshift({ text: "… ", marked: false });
  if (to < text.length) pieces.push({ text: " …", marked: false });
  return pieces;
}

function hitsIn(text: string, terms: ReadonlySet<string>): Hit[] {
  return wordsOf(text).flatMap(({ text: word, at }) => {
    const term = termOf(word);
    return term !== null && terms.has(term) ? [{ from: at, to: at + word.length, term }] : [];
  });
}

function varietyFrom(hits: readonly Hit[], first: number): number {
  const reach = (hits[first]?.from ?? 0) + LENGTH - LEAD;
  const terms = new Set<string>();
  for (let i = first; i < hits.length; i++) {
    const hit = hits[i];
    if (!hit || hit.to > reach) break;
    terms.add(hit.term);
  }
  return terms.size;
}

function wordStart(text: string, near: number): number {
  if (near <= 0) return 0;
  const space = text.indexOf(" ", near);
  return space === -1 ? near : space + 1;
}

function wordEnd(text: string, near: number): number {
  if (near >= text.length) return text.length;
  const space = text.lastIndexOf(" ", near);
  return space <= 0 ? near : space;
}

function piecesOf(text: string, hits: readonly Hit[]): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const { from, to } of hits) {
    pieces.push(
      { text: text.slice(done, from), marked: false },
      { text: text.slice(from, to), marked: true },
    );
    done = to;
  }
  pieces.push({ text: text.slice(done), marked: false });
  return pieces.filter((piece) => piece.text !== "");
}
