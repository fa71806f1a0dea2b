import { DAY, HOUR, MINUTE } from "../clock";
import { content } from "../content/content";
import { providerOf } from "../db/address";
import { db } from "../db/client";
import { env } from "../env/env";
import { aheadOfGreenwich } from "../wall-clock";

/** What came to its end in a stretch of time. */
export type Stretch = { from: Date; sent: number; refused: number };
type Row = { minute: string; sent: bigint | number; refused: bigint | number };

const STEPS = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR, 12 * HOUR, DAY];
const MOST_LINES = 24;

/** How a send went on, in stretches that are as long as it takes to see it in a few lines, by the clock of the business. */
export async function overTime(issue: string): Promise<Stretch[]> {
  const rows = await (providerOf(env().DATABASE_URL) === "sqlite" ? minutesOnSqlite : minutesOnPostgres)(
    issue,
  );
  const minutes = rows.map(({ minute, ...counts }) => ({ at: Date.parse(`${minute}Z`), ...counts }));
  const [first, last] = [minutes[0]?.at ?? 0, minutes.at(-1)?.at ?? 0];
  const step = STEPS.find((length) => (last - first) / length < MOST_LINES) ?? DAY;
  const { timeZone } = content().business;
  const stretches = new Map<number, Stretch>();
  for (const { at, sent, refused } of minutes) {
    const ahead = aheadOfGreenwich(new Date(at), timeZone);
    const from = Math.floor((at + ahead) / step) * step - ahead;
    const known = stretches.get(from) ?? { from: new Date(from), sent: 0, refused: 0 };
    // SQLite counts in big integers.
    known.sent += Number(sent);
    known.refused += Number(refused);
    stretches.set(from, known);
  }
  return [...stretches.values()];
}

function minutesOnSqlite(issue: string): Promise<Row[]> {
  return db().$queryRaw`
    SELECT substr("changedAt", 1, 16) AS "minute", sum("state" = 'SENT') AS "sent", sum("state" = 'REFUSED') AS "refused"
    FROM "Delivery" WHERE "issue" = ${issue} AND "state" IN ('SENT', 'REFUSED') AND "changedAt" IS NOT NULL
    GROUP BY 1 ORDER BY 1`;
}

function minutesOnPostgres(issue: string): Promise<Row[]> {
  return db().$queryRaw`
    SELECT to_char("changedAt", 'YYYY-MM-DD"T"HH24:MI') AS "minute", count(*) FILTER (WHERE "state" = 'SENT') AS "sent",
      count(*) FILTER (WHERE "state" = 'REFUSED') AS "refused"
    FROM "Delivery" WHERE "issue" = ${issue} AND "state" IN ('SENT', 'REFUSED') AND "changedAt" IS NOT NULL
    GROUP BY 1 ORDER BY 1`;
}
