import { expect, test } from "vitest";
import { inRounds } from "./rounds";

/** A server of rounds whose rounds end when the test says so. */
function atWill() {
  const rounds: { all: readonly number[]; end: () => void }[] = [];
  const serve = (all: readonly number[]) =>
    new Promise<number[]>((resolve) => rounds.push({ all, end: () => resolve(all.map((one) => one * 10)) }));
  return { rounds, serve };
}

test("the first is served at once, and who comes meanwhile shares the next round, up to the most", async () => {
  const { rounds, serve } = atWill();
  const one = inRounds(serve, 2);
  const answers = Promise.all([1, 2, 3, 4].map(one));
  expect(rounds.map(({ all }) => all)).toEqual([[1]]);
  rounds[0]?.end();
  await expect.poll(() => rounds.length).toBe(2);
  expect(rounds[1]?.all).toEqual([2, 3]);
  rounds[1]?.end();
  await expect.poll(() => rounds.length).toBe(3);
  rounds[2]?.end();
  expect(await answers).toEqual([10, 20, 30, 40]);
});

test("one that cannot be served fails alone", async () => {
  const one = inRounds(async (all: readonly string[]) => {
    if (all.includes("bad")) throw new Error("no");
    return all.map((text) => text.toUpperCase());
  }, 10);
  const settled = await Promise.allSettled(["a", "b", "bad", "c"].map(one));
  expect(settled.map((answer) => (answer.status === "fulfilled" ? answer.value : "failed"))).toEqual([
    "A",
    "B",
    "failed",
    "C",
  ]);
  expect(await one("d")).toBe("D");
});
