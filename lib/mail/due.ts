import { after, DAY, now, SECOND } from "../clock";
import { providerOf } from "../db/address";
import { db } from "../db/client";
import { type OutboxMessage, Prisma } from "../db/generated/sqlite/client";
import { env } from "../env/env";

export type DueMessage = Pick<
  OutboxMessage,
  "id" | "kind" | "toEmail" | "toName" | "data" | "messageId" | "attempts" | "createdAt" | "subscriberId"
>;

/** How long a message stays a worker's without a sign of life; then another one takes it. */
const LEASE = 30 * SECOND;

/**
 * Takes up to `count` messages that are due, oldest first, so that no other worker has them too. One whose worker
 * died is due again when its lease is over: better the same message, under the same Message-ID, twice than never.
 */
export async function takeDue(count: number): Promise<DueMessage[]> {
  const moment = now();
  // No pause is that long: it was measured by a clock that has been put back.
  const absurd = after(DAY, moment);
  // SQLite lets one write at a time; Postgres passes over what another worker is taking.
  const unshared =
    providerOf(env().DATABASE_URL) === "sqlite" ? Prisma.empty : Prisma.sql`FOR UPDATE SKIP LOCKED`;
  return db().$queryRaw<DueMessage[]>`
    UPDATE "OutboxMessage" SET "state" = 'SENDING', "attempts" = "attempts" + 1, "leaseUntil" = ${after(LEASE, moment)}
    WHERE "id" IN (
      SELECT "id" FROM "OutboxMessage"
      WHERE "state" IN ('QUEUED', 'RETRY', 'SENDING') AND ("nextAttemptAt" <= ${moment} OR "nextAttemptAt" > ${absurd})
        AND ("state" <> 'SENDING' OR "leaseUntil" <= ${moment} OR "leaseUntil" > ${absurd})
      ORDER BY "nextAttemptAt" LIMIT ${count} ${unshared})
    RETURNING "id", "kind", "toEmail", "toName", "data", "messageId", "attempts", "createdAt", "subscriberId"`;
}

/** Tells the other workers that these messages are still in hand. */
export async function renewLeases(ids: string[]): Promise<void> {
  await db().outboxMessage.updateMany({
    where: { id: { in: ids }, state: "SENDING" },
    data: { leaseUntil: after(LEASE) },
  });
}
