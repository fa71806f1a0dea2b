import { MINUTE, now } from "../clock";
import { providerOf } from "../db/address";
import { db, inTransaction, type Tx } from "../db/client";
import { env } from "../env/env";
import { homeOfDatabase } from "./home";
import type { IssueLetter } from "./issue-letter";

/** A million readers on a busy machine take more than a minute. */
const LONGEST = 15 * MINUTE;

export type Prepared = { state: "prepared" | "under-way" | "nobody"; readers: number };

/** Keys of deliveries are numbers below this one, as sixteen hexadecimal digits. */
const KEYS = 2n ** 62n;

/**
 * How far apart the keys of so many new deliveries begin. Keys grow with the reader's own, so that every index grows at
 * its end and readers who are written to together stand together; within its stretch each is drawn by lot, and there
 * are more stretches than readers, so that a key tells nobody how many there are.
 */
function stretchOf(readers: number): bigint {
  return KEYS / BigInt(readers + Math.ceil(readers / 8) + 16);
}

function insertOnSqlite(tx: Tx, issue: string, domain: string, stretch: bigint): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO "Delivery" ("id", "issue", "subscriberId", "state", "attempts", "messageId")
    SELECT "made", ${issue}, "id", 'QUEUED', 0, '<' || "made" || '@' || ${domain} || '>'
    FROM (SELECT "id", printf('%016x', row_number() OVER (ORDER BY "id") * ${stretch} + abs(random() % ${stretch})) AS "made"
          FROM "Subscriber" WHERE "status" = 'ACTIVE' AND ("pausedUntil" IS NULL OR "pausedUntil" <= ${now()}))
    WHERE true ON CONFLICT ("issue", "subscriberId") DO NOTHING`;
}

function insertOnPostgres(tx: Tx, issue: string, domain: string, stretch: bigint): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO "Delivery" ("id", "issue", "subscriberId", "state", "attempts", "messageId")
    SELECT "made", ${issue}, "id", 'QUEUED', 0, '<' || "made" || '@' || ${domain}::text || '>'
    FROM (SELECT "id", lpad(to_hex(row_number() OVER (ORDER BY "id") * ${stretch}::bigint
            + floor(random() * ${stretch}::bigint)::bigint), 16, '0') AS "made"
          FROM "Subscriber" WHERE "status" = 'ACTIVE' AND ("pausedUntil" IS NULL OR "pausedUntil" <= ${now()})) AS "readers"
    ON CONFLICT ("issue", "subscriberId") DO NOTHING`;
}

/**
 * Writes down who is to get an issue and what they get, all or nothing. While a send of it is under way nothing
 * changes; one that is done goes on to those who became active since.
 */
export async function prepareSend(letter: IssueLetter, startAt: Date): Promise<Prepared> {
  const { issue, domain } = letter;
  return inTransaction(async (tx) => {
    const home = await homeOfDatabase(tx);
    const row = {
      state: "PREPARING",
      reason: null,
      startAt,
      finishedAt: null,
      letter: JSON.stringify(letter),
    };
    // Whoever presses second waits here for the first one, and then finds the row.
    const made = await tx.$executeRaw`
      INSERT INTO "Send" ("issue", "state", "createdAt", "startAt", "letter", "home")
      VALUES (${issue}, ${row.state}, ${now()}, ${startAt}, ${row.letter}, ${home})
      ON CONFLICT ("issue") DO NOTHING`;
    if (made === 0) {
      const again = { issue, state: { in: ["DONE", "CANCELLED"] } };
      const { count } = await tx.send.updateMany({ where: again, data: { ...row, home } });
      if (count === 0) return { state: "under-way", readers: 0 };
    }
    const sqlite = providerOf(env().DATABASE_URL) === "sqlite";
    const stretch = stretchOf(await readersNow(tx));
    const added = await (sqlite ? insertOnSqlite : insertOnPostgres)(tx, issue, domain, stretch);
    const waiting = { issue, state: { in: ["QUEUED", "RETRY"] } };
    const open = await tx.delivery.findFirst({ where: waiting });
    // Of one that was cancelled some are waiting still.
    const readers = made === 0 ? await tx.delivery.count({ where: waiting }) : added;
    const state = open ? (startAt > now() ? "SCHEDULED" : "SENDING") : "DONE";
    await tx.send.update({ where: { issue }, data: { state, finishedAt: open ? null : now() } });
    return { state: open ? "prepared" : "nobody", readers };
  }, LONGEST);
}

/** Who would get an issue now: every active reader who is not pausing. */
function reading() {
  return { status: "ACTIVE", OR: [{ pausedUntil: null }, { pausedUntil: { lte: now() } }] };
}

/** How many would get an issue that has not been sent to anybody yet. */
export function readersNow(tx: Tx = db()): Promise<number> {
  return tx.subscriber.count({ where: reading() });
}

/** How many would get this issue: of one that was sent before, those it has not been handed over for. */
export async function readersOf(issue: string): Promise<number> {
  if ((await db().send.findUnique({ where: { issue }, select: { issue: true } })) === null)
    return readersNow();
  const handed = { issue, state: { notIn: ["QUEUED", "RETRY"] } };
  return db().subscriber.count({ where: { ...reading(), deliveries: { none: handed } } });
}
