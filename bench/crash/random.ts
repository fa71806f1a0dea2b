export type Random = {
  /** A number from 0 up to, not including, 1. */
  part: () => number;
  /** A whole number from 0 up to, not including, `end`. */
  below: (end: number) => number;
};

/** Numbers that look random and are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const part = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { part, below: (end) => Math.floor(part() * end) };
}
