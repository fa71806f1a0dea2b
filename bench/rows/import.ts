import { z } from "zod";
import { resultOf } from "../child";
import { median } from "../in-turn";
import { atMost, type Line } from "../line";

const ROWS = 100_000;
const TURNS = 3;
const Result = z.object({ ours: z.number(), bare: z.number(), ratio: z.number(), peakMegabytes: z.number() });

/** Importing a list beside raw inserts of the same columns in one transaction. */
export async function rows(): Promise<Line[]> {
  const results: z.infer<typeof Result>[] = [];
  for (let turn = 0; turn < TURNS; turn++)
    results.push(Result.parse(await resultOf(["bench/import.ts", String(ROWS)])));
  const middle = (pick: (result: z.infer<typeof Result>) => number) => median(results.map(pick));
  const ratio = middle((result) => result.ratio);
  return [
    {
      promise: `import of ${ROWS.toLocaleString("en")} rows, SQLite`,
      measured: `${middle(({ ours }) => ours)} rows/s`,
      beside: `raw inserts in one transaction: ${middle(({ bare }) => bare)} rows/s`,
      ratio: `${ratio.toFixed(2)} ×`,
      target: "≥ 0.5 ×",
      kept: ratio >= 0.5,
    },
    atMost(
      "peak memory of that import",
      middle(({ peakMegabytes }) => peakMegabytes),
      250,
      "MB",
    ),
  ];
}
