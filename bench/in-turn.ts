import type { Line } from "./line";

/** One of the things that are compared: it does its work once and tells how much of it a second. */
export type Side = () => Promise<number>;

/** The middle one of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const [low = 0, high = 0] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.ceil((sorted.length - 1) / 2)],
  ];
  return (low + high) / 2;
}

type Comparison = {
  promise: string;
  unit: string;
  ours: Side;
  others: { label: string; side: Side; target?: number }[];
  turns?: number;
};

/**
 * Measures ours and the others in turn, several times. A ratio is the median of those of each turn, so that what else
 * the machine does in the meantime falls on both.
 */
export async function compare({ promise, unit, ours, others, turns = 5 }: Comparison): Promise<Line[]> {
  const own: number[] = [];
  const theirs = others.map((): number[] => []);
  for (let turn = 0; turn < turns; turn++) {
    own.push(await ours());
    for (const [place, { side }] of others.entries()) theirs[place]?.push(await side());
  }
  const told = (rate: number) => `${rate < 20 ? rate.toFixed(1) : Math.round(rate)} ${unit}`;
  return others.map(({ label, target }, place) => {
    const rates = theirs[place] ?? [];
    const ratio = median(own.map((rate, turn) => rate / (rates[turn] ?? Number.NaN)));
    return {
      promise,
      measured: told(median(own)),
      beside: `${label}: ${told(median(rates))}`,
      ratio: `${ratio.toFixed(2)} ×`,
      target: target === undefined ? "" : `≥ ${target} ×`,
      kept: target === undefined ? undefined : ratio >= target,
    };
  });
}

/** Does something `count` times, `atOnce` of them at any moment, and tells how many a second. */
export async function rateOf(
  count: number,
  atOnce: number,
  task: (place: number) => Promise<void>,
): Promise<number> {
  let next = 0;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let place = next++; place < count; place = next++) await task(place);
    }),
  );
  return count / ((performance.now() - start) / 1000);
}
