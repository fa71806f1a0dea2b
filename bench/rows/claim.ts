import { join } from "node:path";
import { z } from "zod";
import { dataFolder } from "@/bin/test/machine";
import { resultOf } from "../child";
import { median } from "../in-turn";
import { atMost, type Line } from "../line";

const FEW = 10_000;
const MANY = 1_000_000;
const TURNS = 3;
const Result = z.object({ claim: z.number(), preparing: z.number() });

async function cost(readers: number): Promise<z.infer<typeof Result>> {
  const DATA_DIR = dataFolder();
  const env = {
    DATA_DIR,
    DATABASE_URL: `file:${join(DATA_DIR, "site.db")}`,
    APP_SECRET: "a secret that is only good for measuring, and long enough",
  };
  return Result.parse(await resultOf(["bench/sides/claim-cost.ts", String(readers)], env));
}

/** Taking the next hundred deliveries must cost the same however long the list is. */
export async function rows(): Promise<Line[]> {
  const many = await cost(MANY);
  const few: number[] = [];
  for (let turn = 0; turn < TURNS; turn++) few.push((await cost(FEW)).claim);
  const ratio = many.claim / median(few);
  const line: Line = {
    promise: "claiming 100 of 1,000,000 deliveries, SQLite",
    measured: `${many.claim.toFixed(1)} ms`,
    beside: `of 10,000: ${median(few).toFixed(1)} ms`,
    ratio: `${ratio.toFixed(2)} ×`,
    target: "≤ 1.5 ×",
    kept: ratio <= 1.5,
  };
  return [line, atMost("preparing a send for 1,000,000 readers, SQLite", many.preparing, 20, "s", 1)];
}
