import { z } from "zod";
import { resultOf } from "../child";
import { atMost, type Line } from "../line";

const Result = z.object({
  rate: z.number(),
  slowest: z.object({ what: z.string(), milliseconds: z.number() }),
});

/** Reading what comes back, on one core, and the worst that anybody can send. */
export async function rows(): Promise<Line[]> {
  const { rate, slowest } = Result.parse(await resultOf(["bench/sides/read-returns.ts"]));
  const read: Line = {
    promise: "returned mails read a second of one core",
    measured: `${Math.round(rate)} mails/s`,
    beside: "",
    ratio: "",
    target: "",
    kept: undefined,
  };
  return [read, atMost(`slowest of 5 MB of garbage (${slowest.what})`, slowest.milliseconds, 50, "ms", 1)];
}
