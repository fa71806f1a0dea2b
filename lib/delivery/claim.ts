import { now } from "../clock";
import { providerOf } from "../db/address";
import { db } from "../db/client";
import { Prisma } from "../db/generated/sqlite/client";
import { env } from "../env/env";

export type Claimed = {
  id: string;
  subscriberId: string;
  messageId: string;
  email: string;
  emailKey: string;
  name: string | null;
  attempts: number;
  firstTriedAt: Date | null;
};

/** Takes up to `count` deliveries of an issue that are due into a worker's hand; nobody else gets them while it lives. */
export async function claim(issue: string, workerId: string, count: number): Promise<Claimed[]> {
  const sqlite = providerOf(env().DATABASE_URL) === "sqlite";
  const rows = await (sqlite ? claimOnSqlite : claimOnPostgres)(issue, workerId, count);
  const claimed = rows.flatMap(({ subscriberId, email, emailKey, ...row }) =>
    subscriberId && email && emailKey ? [{ ...row, subscriberId, email, emailKey }] : [],
  );
  if (claimed.length < rows.length) await skipErased();
  return claimed;
}

type Row = Omit<Claimed, "subscriberId" | "email" | "emailKey"> & {
  subscriberId: string | null;
  email: string | null;
  emailKey: string | null;
};

/** What there is to know of a claimed delivery, told by the statement that claims it. */
const TOLD = Prisma.sql`"id", "subscriberId", "messageId", "attempts", "firstTriedAt",
  (SELECT "email" FROM "Subscriber" AS "s" WHERE "s"."id" = "Delivery"."subscriberId") AS "email",
  (SELECT "emailKey" FROM "Subscriber" AS "s" WHERE "s"."id" = "Delivery"."subscriberId") AS "emailKey",
  (SELECT "name" FROM "Subscriber" AS "s" WHERE "s"."id" = "Delivery"."subscriberId") AS "name"`;

/** A reader who is erased while the message is in the air leaves a delivery that nobody waits for. */
async function skipErased(): Promise<void> {
  const waiting = { subscriberId: null, state: { in: ["QUEUED", "RETRY"] } };
  await db().delivery.updateMany({
    where: waiting,
    data: { state: "SKIPPED", workerId: null, nextAttemptAt: null },
  });
}

/** Gives up what was claimed and never offered. */
export async function release(issue: string, workerId: string): Promise<void> {
  const held = { workerId, issue, state: { in: ["QUEUED", "RETRY"] } };
  await db().delivery.updateMany({ where: held, data: { workerId: null } });
}

function claimOnSqlite(issue: string, workerId: string, count: number): Promise<Row[]> {
  return db().$queryRaw`
    UPDATE "Delivery" SET "workerId" = ${workerId} WHERE "id" IN (
      SELECT "id" FROM (SELECT "id" FROM "Delivery" WHERE "issue" = ${issue} AND "state" = 'RETRY' AND "workerId" IS NULL
        AND "nextAttemptAt" <= ${now()} ORDER BY "nextAttemptAt" LIMIT ${count})
      UNION ALL
      SELECT "id" FROM (SELECT "id" FROM "Delivery" WHERE "issue" = ${issue} AND "state" = 'QUEUED' AND "workerId" IS NULL
        ORDER BY "id" LIMIT ${count})
      LIMIT ${count})
    RETURNING ${TOLD}`;
}

function claimOnPostgres(issue: string, workerId: string, count: number): Promise<Row[]> {
  return db().$queryRaw`
    WITH "again" AS (
      SELECT "id" FROM "Delivery" WHERE "issue" = ${issue} AND "state" = 'RETRY' AND "workerId" IS NULL
        AND "nextAttemptAt" <= ${now()} ORDER BY "nextAttemptAt" LIMIT ${count} FOR UPDATE SKIP LOCKED),
    "first" AS (
      SELECT "id" FROM "Delivery" WHERE "issue" = ${issue} AND "state" = 'QUEUED' AND "workerId" IS NULL
        ORDER BY "id" LIMIT ${count} FOR UPDATE SKIP LOCKED)
    UPDATE "Delivery" SET "workerId" = ${workerId}
    WHERE "id" = ANY (ARRAY(SELECT "id" FROM "again" UNION ALL SELECT "id" FROM "first" LIMIT ${count}))
    RETURNING ${TOLD}`;
}
