/** One thing measured twice. */
export interface Pair {
  label: string;
  before: number;
  after: number;
}

/** A line of the drawing: its letter and how far down it begins and ends, from 0 at the top to 1. */
export interface SlopeLine extends Pair {
  letter: string;
  from: number;
  to: number;
  /** The one that changed most, drawn to be seen first. */
  chief: boolean;
}

/** What is written beside one end: the letters that stand at a value, and where there is room to write them. */
export interface SlopeEnd {
  value: number;
  letters: string;
  at: number;
}

/** Lays out a slope graph: lines on one scale from zero, and the writing at both ends without overlap. */
export function layOutSlope(pairs: readonly Pair[], room: number) {
  const most = Math.max(...pairs.flatMap(({ before, after }) => [before, after]), 1);
  const down = (value: number) => 1 - value / most;
  const greatest = Math.max(...pairs.map(change));
  const lines = pairs.map(
    (pair, i): SlopeLine => ({
      ...pair,
      letter: pairs.length > 1 ? String.fromCharCode(65 + i) : "",
      from: down(pair.before),
      to: down(pair.after),
      chief: change(pair) === greatest,
    }),
  );
  return {
    lines,
    before: endsOf(
      lines.map(({ before, letter }) => ({ value: before, letter })),
      down,
      room,
    ),
    after: endsOf(
      lines.map(({ after, letter }) => ({ value: after, letter })),
      down,
      room,
    ),
  };
}

function change({ before, after }: Pair): number {
  return Math.abs(after - before);
}

function endsOf(
  marks: readonly { value: number; letter: string }[],
  down: (value: number) => number,
  room: number,
): SlopeEnd[] {
  const byValue = Map.groupBy(marks, ({ value }) => value);
  const ends = [...byValue].map(
    ([value, inside]): SlopeEnd => ({
      value,
      letters: inside.map(({ letter }) => letter).join(" "),
      at: down(value),
    }),
  );
  return spread(
    ends.sort((a, b) => a.at - b.at),
    room,
  );
}

/** Pushes what stands too close apart, downward first and back up where the bottom is reached. */
function spread(ends: readonly SlopeEnd[], room: number): SlopeEnd[] {
  let least = 0;
  const lowered = ends.map((end) => {
    const at = Math.max(end.at, least);
    least = at + room;
    return { ...end, at };
  });
  let most = 1;
  return lowered
    .toReversed()
    .map((end) => {
      const at = Math.min(end.at, most);
      most = at - room;
      return { ...end, at };
    })
    .toReversed();
}
