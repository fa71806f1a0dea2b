import { expect, test } from "vitest";
import { layOutSlope } from "./slope-layout";

const pair = (before: number, after: number) => ({ label: "Calls", before, after });

test("the largest value is at the top, zero at the bottom, and lines have letters", () => {
  const { lines } = layOutSlope([pair(10, 5), pair(0, 10)], 0.1);
  expect(lines.map(({ letter, from, to }) => [letter, from, to])).toEqual([
    ["A", 0, 0.5],
    ["B", 1, 0],
  ]);
});

test("the line that changed most is the chief one, and a single line needs no letter", () => {
  expect(layOutSlope([pair(10, 9), pair(2, 8)], 0.1).lines.map(({ chief }) => chief)).toEqual([false, true]);
  expect(layOutSlope([pair(3, 10)], 0.1).lines).toMatchObject([{ letter: "", chief: true }]);
});

test("equal values are written once, with all their letters", () => {
  expect(layOutSlope([pair(4, 5), pair(4, 2)], 0.1).before).toEqual([
    { value: 4, letters: "A B", at: 1 - 4 / 5 },
  ]);
});

test("close values are written with room between them, and none below the bottom", () => {
  const { before } = layOutSlope([pair(100, 0), pair(2, 0), pair(1, 0), pair(0, 0)], 0.1);
  const places = before.map(({ at }) => at);
  expect(places.at(-1)).toBeCloseTo(1);
  for (const [i, at] of places.entries()) {
    if (i > 0) expect(at - (places[i - 1] ?? 0)).toBeGreaterThanOrEqual(0.1 - 1e-9);
  }
});

test("nothing but zeros is still a drawing", () => {
  expect(layOutSlope([pair(0, 0)], 0.1).lines).toMatchObject([{ from: 1, to: 1 }]);
});
