import { after, DAY, now } from "../clock";
import { content } from "../content/content";
import { db } from "../db/client";
import { env } from "../env/env";
import { readMoment } from "../wall-clock";

const PREFIX = "sent-on ";
/** For so long a day of sending counts as one of the days that warm a domain up. */
const REMEMBERED = 400 * DAY;
const AT_ONCE = 100;

/** The day by the clock of the business, such as 2026-12-01. */
function dayOf(moment: Date): string {
  const { timeZone } = content().business;
  const parts = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
  return new Intl.DateTimeFormat("en-CA", { timeZone, ...parts }).format(moment);
}

function endOf(day: string): Date {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
  const midnight = readMoment(`${next}T00:00`, content().business.timeZone);
  return midnight?.moment ?? after(DAY);
}

/** How many messages this day may see: with several numbers the first one is for the first day of sending, and so on. */
async function capOf(day: string): Promise<number> {
  const caps = env().SEND_PER_DAY;
  if (caps.length < 2) return caps[0] ?? Number.POSITIVE_INFINITY;
  const earlier = await db().rateCounter.count({ where: { key: { startsWith: PREFIX, lt: PREFIX + day } } });
  return caps[Math.min(earlier, caps.length - 1)] ?? Number.POSITIVE_INFINITY;
}

/** Where SEND_PER_DAY has been used up for today: how many that were, and when sending goes on. */
export async function capReached(): Promise<{ cap: number; until: Date } | undefined> {
  if (env().SEND_PER_DAY.length === 0) return undefined;
  const day = dayOf(now());
  const [counter, cap] = await Promise.all([
    db().rateCounter.findUnique({ where: { key: PREFIX + day } }),
    capOf(day),
  ]);
  return counter && counter.count >= cap ? { cap, until: endOf(day) } : undefined;
}

/**
 * The day's allowance of messages, one for all workers on all machines. A worker takes some at a time and gives back
 * what it does not use; a worker that dies takes what it had with it, so that a day never sees too many.
 */
export class DayCap {
  #day = "";
  #left = 0;

  /** How many of `wanted` may still go today. */
  async take(wanted: number): Promise<number> {
    const day = dayOf(now());
    if (day !== this.#day) {
      this.#day = day;
      this.#left = 0;
    }
    if (this.#left < wanted) this.#left += await granted(day, Math.max(AT_ONCE, wanted));
    const count = Math.min(wanted, this.#left);
    this.#left -= count;
    return count;
  }

  /** Takes back what was not handed over after all. */
  giveBack(count: number): void {
    this.#left += count;
  }

  async end(): Promise<void> {
    if (this.#left > 0) await takeOff(this.#day, this.#left);
    this.#left = 0;
  }
}

async function granted(day: string, wanted: number): Promise<number> {
  const cap = await capOf(day);
  const before = (await add(day, wanted)) - wanted;
  const count = Math.min(wanted, Math.max(0, cap - before));
  if (count < wanted) await takeOff(day, wanted - count);
  return count;
}

async function add(day: string, count: number): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    INSERT INTO "RateCounter" ("key", "count", "expiresAt") VALUES (${PREFIX + day}, ${count}, ${after(REMEMBERED)})
    ON CONFLICT ("key") DO UPDATE SET "count" = "RateCounter"."count" + ${count} RETURNING "count"`;
  return Number(row?.count);
}

async function takeOff(day: string, count: number): Promise<void> {
  await db().rateCounter.updateMany({ where: { key: PREFIX + day }, data: { count: { decrement: count } } });
}
