import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { z } from "zod";
import { MINUTE } from "@/lib/clock";
import { resultOf } from "../child";
import { brokenPromises, type Outcome, tableOfOutcomes } from "./outcome";

const outcome: z.ZodType<Outcome> = z.object({
  database: z.string(),
  connections: z.number(),
  policy: z.string(),
  kills: z.number(),
  ofEverything: z.number(),
  readers: z.number(),
  sends: z.number(),
  accepted: z.number(),
  secondCopies: z.number(),
  ofRecorded: z.number(),
  otherIds: z.number(),
  missed: z.number(),
  uncertain: z.number(),
  unlisted: z.number(),
  cuts: z.record(z.string(), z.number()),
});

/**
 * Kills the sending at random moments, on both databases, with few and many connections, under both policies, and
 * holds the ledger beside the record of the mail server. The same seed makes the same choices. True when all is kept.
 */
export async function drillAll(args: string[]): Promise<boolean> {
  const { values } = parseArgs({
    args,
    options: {
      seed: { type: "string", default: String(randomInt(1, 1_000_000)) },
      kills: { type: "string", default: "50" },
      readers: { type: "string", default: "2000" },
      database: { type: "string", default: "sqlite,postgres" },
      connections: { type: "string", default: "1,5,20" },
      policy: { type: "string", default: "hold,retry" },
    },
  });
  const { seed, kills, readers } = values;
  console.error(`--seed ${seed}`);
  const outcomes: Outcome[] = [];
  for (const database of values.database.split(",")) {
    for (const connections of values.connections.split(",")) {
      for (const policy of values.policy.split(",")) {
        const args = [database, connections, policy, seed, kills, readers];
        const done = outcome.parse(await resultOf(["bench/crash/drill.ts", ...args], {}, 30 * MINUTE));
        outcomes.push(done);
        console.error(JSON.stringify(done));
      }
    }
  }
  console.log(`${tableOfOutcomes(outcomes)}\nseed ${seed}`);
  return outcomes.every((one) => brokenPromises(one).length === 0);
}
