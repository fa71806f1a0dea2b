import { after, MINUTE, now } from "../clock";
import { db } from "../db/client";
import { Prisma } from "../db/generated/sqlite/client";
import { env } from "../env/env";

/**
 * How many messages a minute a recipient's domain gets, counted for all workers on all machines, by the minutes of the
 * clock. Whoever is over the limit gets a later time each, one behind the other, so that they are not asked about
 * again and again.
 */
export class DomainRate {
  readonly #next = new Map<string, number>();
  readonly #workers: () => number;

  constructor(workers: () => number) {
    this.#workers = workers;
  }

  /** For each domain of a list, in its order: undefined where its message may go now, else when to try it. */
  async ask(domains: readonly string[]): Promise<(Date | undefined)[]> {
    const minute = Math.floor(now().getTime() / MINUTE) * MINUTE;
    const limited = domains.filter((domain) => limitOf(domain) !== undefined);
    const free = await this.#count(new Set(limited), limited, minute);
    return domains.map((domain) => {
      const limit = limitOf(domain);
      if (limit === undefined) return undefined;
      const left = free.get(domain) ?? 0;
      free.set(domain, left - 1);
      return left > 0 ? undefined : this.#later(domain, limit, minute);
    });
  }

  /** Counts a message for each and tells how many of them each domain may still get in this minute. */
  async #count(names: Set<string>, wanted: readonly string[], minute: number): Promise<Map<string, number>> {
    if (names.size === 0) return new Map();
    // Always in the same order, so that two workers never wait for each other.
    const asked = [...names].sort().map((domain) => ({
      domain,
      key: `sent-to ${domain} ${minute}`,
      count: wanted.filter((name) => name === domain).length,
    }));
    const until = after(2 * MINUTE, new Date(minute));
    const values = asked.map(({ key, count }) => Prisma.sql`(${key}, CAST(${count} AS integer), ${until})`);
    const rows = await db().$queryRaw<{ key: string; count: number }[]>`
      INSERT INTO "RateCounter" ("key", "count", "expiresAt") VALUES ${Prisma.join(values)}
      ON CONFLICT ("key") DO UPDATE SET "count" = "RateCounter"."count" + excluded."count" RETURNING "key", "count"`;
    const counts = new Map(rows.map(({ key, count }) => [key, Number(count)]));
    return new Map(
      asked.map(({ domain, key, count }) => {
        const before = (counts.get(key) ?? 0) - count;
        return [domain, Math.max(0, (limitOf(domain) ?? 0) - before)];
      }),
    );
  }

  #later(domain: string, limit: number, minute: number): Date {
    const slot = Math.max(minute + MINUTE, this.#next.get(domain) ?? 0);
    this.#next.set(domain, slot + (MINUTE / limit) * Math.max(1, this.#workers()));
    return new Date(slot);
  }
}

function limitOf(domain: string): number | undefined {
  const limits = env().SEND_DOMAIN_RATE;
  return limits.get(domain) ?? limits.get("*");
}
