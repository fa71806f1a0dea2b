import { createHash } from "node:crypto";
import { DAY, HOUR, now } from "./clock";
import type { Tx } from "./db/client";
import { Prisma } from "./db/generated/sqlite/client";

/** So often may something happen within a window of so many milliseconds. */
type Limit = { count: number; window: number };

/** What counts on which form. Windows begin at whole multiples of their length. */
export const LIMITS = {
  "sign-up": {
    client: { count: 30, window: HOUR },
    address: { count: 10, window: HOUR },
    domain: { count: 500, window: HOUR },
    total: { count: 2000, window: HOUR },
  },
  enquiry: {
    client: { count: 10, window: HOUR },
    address: { count: 5, window: DAY },
    domain: { count: 50, window: HOUR },
    total: { count: 200, window: HOUR },
  },
  "address-change": {
    client: { count: 10, window: HOUR },
    address: { count: 2, window: DAY },
    domain: { count: 100, window: HOUR },
    total: { count: 500, window: HOUR },
  },
  "fresh-link": {
    client: { count: 20, window: HOUR },
    address: { count: 4, window: DAY },
    domain: { count: 200, window: HOUR },
    total: { count: 500, window: HOUR },
  },
  "mail-result": {
    client: { count: 10, window: HOUR },
    address: { count: 3, window: DAY },
    domain: { count: 50, window: HOUR },
    total: { count: 200, window: HOUR },
  },
} as const satisfies Record<string, Record<string, Limit>>;

export type Limited = keyof typeof LIMITS;

/** Who does it, from where. */
export type Caller = { client: string; address: string; domain: string };

type Counter = { key: string; limit: number; until: Date };

function countersOf(action: Limited, caller: Caller): Counter[] {
  const moment = now().getTime();
  const limits: Record<string, Limit> = LIMITS[action];
  const subjects: Record<string, string> = { ...caller, total: "" };
  return Object.entries(limits).map(([dimension, { count, window }]) => {
    const start = Math.floor(moment / window) * window;
    const subject = `${action}\n${dimension}\n${subjects[dimension]}`;
    // Without a secret, so that machines count together whatever secret each has; a counter lives a day at most.
    const hash = createHash("sha256").update(subject).digest("base64url").slice(0, 32);
    return { key: `${action} ${dimension} ${start} ${hash}`, limit: count, until: new Date(start + window) };
  });
}

type Tally = { added: number; until: Date };

/** Adds what is to be counted, and tells how often each counter had counted before. */
async function add(tx: Tx, tallies: Map<string, Tally>): Promise<Map<string, number>> {
  // Always in the same order, so that two transactions never wait for each other.
  const sorted = [...tallies].sort(([one], [other]) => (one < other ? -1 : 1));
  // One statement for all: the counter of the total is everybody's, and is held until this transaction ends.
  const values = sorted.map(([key, { added, until }]) => Prisma.sql`(${key}, ${added}, ${until})`);
  const rows = await tx.$queryRaw<{ key: string; count: number }[]>`
    INSERT INTO "RateCounter" ("key", "count", "expiresAt") VALUES ${Prisma.join(values)}
    ON CONFLICT ("key") DO UPDATE SET "count" = "RateCounter"."count" + excluded."count" RETURNING "key", "count"`;
  return new Map(rows.map(({ key, count }) => [key, Number(count) - (tallies.get(key)?.added ?? 0)]));
}

/**
 * Counts one more of an action for each caller against every limit on it, for all processes at once. Tells for each
 * the moment from which it is allowed again where a limit is reached; who is refused is not counted.
 */
export async function countEach(
  tx: Tx,
  action: Limited,
  callers: readonly Caller[],
): Promise<(Date | undefined)[]> {
  const counters = callers.map((caller) => countersOf(action, caller));
  const tallies = new Map<string, Tally>();
  for (const { key, until } of counters.flat()) {
    tallies.set(key, { added: (tallies.get(key)?.added ?? 0) + 1, until });
  }
  const counts = await add(tx, tallies);
  const tooMany = new Set<string>();
  const refusals = counters.map((own) => {
    const reached = own.filter(({ key, limit }) => (counts.get(key) ?? 0) >= limit);
    for (const { key } of own) {
      if (reached.length > 0) tooMany.add(key);
      else counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return reached.map(({ until }) => until).sort((one, other) => other.getTime() - one.getTime())[0];
  });
  for (const key of tooMany)
    await tx.rateCounter.update({ where: { key }, data: { count: counts.get(key) } });
  return refusals;
}

/** Thrown inside a transaction so that nothing of it stays; whoever opened the transaction turns it into an answer. */
class OverLimit extends Error {
  constructor(readonly until: Date) {
    super("over a limit");
  }
}

/** Counts one more of an action; throws OverLimit, with the moment from which it is allowed again, where a limit is reached. */
export async function countOrRefuse(tx: Tx, action: Limited, caller: Caller): Promise<void> {
  const [until] = await countEach(tx, action, [caller]);
  if (until) throw new OverLimit(until);
}

export type LimitedOutcome = { outcome: "limited"; until: Date };

/** Runs something that counts, and answers with the time from which it is allowed again when it is over a limit. */
export async function unlessLimited<T>(run: () => Promise<T>): Promise<T | LimitedOutcome> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof OverLimit) return { outcome: "limited", until: error.until };
    throw error;
  }
}

/** Removes counters of windows that are over. */
export async function forgetOldCounters(tx: Tx): Promise<number> {
  const { count } = await tx.rateCounter.deleteMany({ where: { expiresAt: { lt: now() } } });
  return count;
}
