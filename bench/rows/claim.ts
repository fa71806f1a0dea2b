import { z } from "zod";
import { startPostgres } from "@/bin/test/postgres";
import { openDatabase } from "@/lib/db/client";
import { resultOf } from "../child";
import { median } from "../in-turn";
import { atMost, type Line } from "../line";
import { ownSite } from "../settings";

const FEW = 10_000;
const MANY = 1_000_000;
const TURNS = 3;
const Result = z.object({ claim: z.number(), preparing: z.number(), memory: z.number() });

async function cost(readers: number, given: Record<string, string>): Promise<z.infer<typeof Result>> {
  return Result.parse(await resultOf(["bench/sides/claim-cost.ts", String(readers)], ownSite(given)));
}

/** Taking the next hundred deliveries must cost the same however long the list is, and making the list need no more memory. */
async function measured(name: string, site: () => Promise<Record<string, string>>): Promise<Line[]> {
  const many = await cost(MANY, await site());
  const few: z.infer<typeof Result>[] = [];
  for (let turn = 0; turn < TURNS; turn++) few.push(await cost(FEW, await site()));
  const claim = median(few.map((one) => one.claim));
  const memory = median(few.map((one) => one.memory));
  const ratio = many.claim / claim;
  const growth = many.memory / memory;
  return [
    {
      promise: `claiming 100 of 1,000,000 deliveries, ${name}`,
      measured: `${many.claim.toFixed(1)} ms`,
      beside: `of 10,000: ${claim.toFixed(1)} ms`,
      ratio: `${ratio.toFixed(2)} ×`,
      target: "≤ 1.5 ×",
      kept: ratio <= 1.5,
    },
    atMost(`preparing a send for 1,000,000 readers, ${name}`, many.preparing, 20, "s", 1),
    {
      promise: `peak memory of preparing it, ${name}`,
      measured: `${Math.round(many.memory)} MB`,
      beside: `for 10,000: ${Math.round(memory)} MB`,
      ratio: `${growth.toFixed(2)} ×`,
      target: "≤ 1.1 ×",
      kept: growth <= 1.1,
    },
  ];
}

/** The claim and the preparing of a send, on each database. */
export async function rows(): Promise<Line[]> {
  const onSqlite = await measured("SQLite", async () => ({}));
  const server = await startPostgres();
  let made = 0;
  try {
    const onPostgres = await measured("Postgres", async () => {
      const name = `claim${made++}`;
      const admin = openDatabase(server.url("postgres"));
      await admin.$executeRawUnsafe(`CREATE DATABASE ${name}`);
      await admin.$disconnect();
      return { DATABASE_URL: server.url(name) };
    });
    return [...onSqlite, ...onPostgres];
  } finally {
    await server.stop();
  }
}
