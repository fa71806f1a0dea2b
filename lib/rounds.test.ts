import { afterEach, expect, test, vi } from "vitest";
import { gathered, inRounds } from "./rounds";

afterEach(() => void vi.useRealTimers());

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

test("those who are expected are served together as soon as the last has come", async () => {
  const served: (readonly number[])[] = [];
  const one = gathered(3, 60_000, async (all: readonly number[]) => void served.push(all));
  await Promise.all([1, 2, 3].map(one));
  expect(served).toEqual([[1, 2, 3]]);
});

test("who has waited long enough is served without the others, who make a group of their own", async () => {
  vi.useFakeTimers();
  const served: (readonly number[])[] = [];
  const one = gathered(3, 100, async (all: readonly number[]) => void served.push(all));
  const first = one(1);
  await vi.advanceTimersByTimeAsync(100);
  await first;
  await Promise.all([2, 3].map(one));
  expect(served).toEqual([[1], [2, 3]]);
});

test("a group that cannot be served fails for each of its own", async () => {
  const one = gathered(2, 100, () => Promise.reject(new Error("no")));
  const settled = await Promise.allSettled([1, 2].map(one));
  expect(settled.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
});
