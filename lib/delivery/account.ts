import { providerOf } from "../db/address";
import { db } from "../db/client";
import { env } from "../env/env";

export type Tally = { what: string; count: number };
export type DomainTally = { domain: string; sent: number; refused: number; open: number };
/** What became of a send beyond the bare counts: why readers wait for another attempt, were refused or skipped, who is uncertain, and how it went by domain. */
export type Account = {
  waiting: Tally[];
  refused: Tally[];
  skipped: Tally[];
  uncertain: string[];
  domains: DomainTally[];
};

const MOST_DOMAINS = 10;
const MOST_NAMES = 50;
const MOST_REASONS = 5;

/** The full account of a send. */
export async function accountOf(issue: string): Promise<Account> {
  const [waiting, refused, skipped, uncertain, domains] = await Promise.all([
    db().delivery.groupBy({
      by: ["lastReply"],
      where: { issue, state: "RETRY" },
      _count: true,
      orderBy: { _count: { id: "desc" } },
      take: MOST_REASONS,
    }),
    db().delivery.groupBy({ by: ["refusal"], where: { issue, state: "REFUSED" }, _count: true }),
    db().delivery.groupBy({ by: ["lastReply"], where: { issue, state: "SKIPPED" }, _count: true }),
    db().delivery.findMany({
      where: { issue, state: "UNCERTAIN" },
      select: { subscriber: { select: { email: true } } },
      take: MOST_NAMES,
    }),
    domainsOf(issue),
  ]);
  return {
    waiting: waiting.map(({ lastReply, _count }) => ({ what: lastReply ?? "unknown", count: _count })),
    refused: refused.map(({ refusal, _count }) => ({ what: refusal ?? "unknown", count: _count })),
    skipped: skipped.map(({ lastReply, _count }) => ({ what: lastReply ?? "erased since", count: _count })),
    uncertain: uncertain.map(({ subscriber }) => subscriber?.email ?? "an erased reader"),
    // SQLite counts in big integers.
    domains: domains.map(({ domain, ...counts }) => ({
      domain,
      sent: Number(counts.sent),
      refused: Number(counts.refused),
      open: Number(counts.open),
    })),
  };
}

function domainsOf(issue: string): Promise<DomainTally[]> {
  return providerOf(env().DATABASE_URL) === "sqlite"
    ? db().$queryRaw`
        SELECT "domain", CAST(sum("state" = 'SENT') AS integer) AS "sent", CAST(sum("state" = 'REFUSED') AS integer) AS "refused",
          CAST(sum("state" NOT IN ('SENT', 'REFUSED')) AS integer) AS "open"
        FROM (SELECT coalesce(substr("emailKey", instr("emailKey", '@') + 1), 'erased') AS "domain", "d"."state" AS "state" FROM "Delivery" AS "d"
          LEFT JOIN "Subscriber" AS "s" ON "s"."id" = "d"."subscriberId" WHERE "d"."issue" = ${issue})
        GROUP BY "domain" ORDER BY count(*) DESC, "domain" LIMIT ${MOST_DOMAINS}`
    : db().$queryRaw`
        SELECT coalesce(split_part("emailKey", '@', 2), 'erased') AS "domain", (count(*) FILTER (WHERE "d"."state" = 'SENT'))::int AS "sent",
          (count(*) FILTER (WHERE "d"."state" = 'REFUSED'))::int AS "refused",
          (count(*) FILTER (WHERE "d"."state" NOT IN ('SENT', 'REFUSED')))::int AS "open"
        FROM "Delivery" AS "d" LEFT JOIN "Subscriber" AS "s" ON "s"."id" = "d"."subscriberId" WHERE "d"."issue" = ${issue}
        GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT ${MOST_DOMAINS}`;
}
