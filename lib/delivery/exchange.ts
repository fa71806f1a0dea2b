import { now } from "../clock";
import { providerOf } from "../db/address";
import { db } from "../db/client";
import { env } from "../env/env";
import type { DeliveryState, Refusal } from "./states";

/** One line for the ledger: what a delivery becomes, and why. */
export type Entry = {
  id: string;
  state: DeliveryState;
  reply?: string;
  refusal?: Refusal;
  nextAttemptAt?: Date;
  /** Keyed hashes of the address, for asking whether it is suppressed; given where the state is SENDING. */
  hashes?: string[];
};

/**
 * Writes what became of some deliveries and, in the same statement and so for the price of one durable write, marks
 * the next ones SENDING. Only those whose reader may still be written to at this moment are marked, and only while
 * the send goes on; the answer lists them. Nothing of a worker that lost its hold is marked.
 */
export async function exchange(workerId: string, entries: readonly Entry[]): Promise<Set<string>> {
  if (entries.length === 0) return new Set();
  const lines = JSON.stringify(
    entries.map((entry) => ({
      ...entry,
      reply: entry.reply ?? null,
      refusal: entry.refusal ?? null,
      nextAttemptAt: entry.nextAttemptAt ? sqlMoment(entry.nextAttemptAt) : null,
      hashes: entry.hashes ?? [],
    })),
  );
  const sqlite = providerOf(env().DATABASE_URL) === "sqlite";
  const rows = await (sqlite ? exchangeOnSqlite : exchangeOnPostgres)(workerId, lines);
  return new Set(rows.filter(({ state }) => state === "SENDING").map(({ id }) => id));
}

function sqlMoment(moment: Date): string {
  return moment.toISOString().replace("Z", "+00:00");
}

type Row = { id: string; state: string };

function exchangeOnSqlite(workerId: string, lines: string): Promise<Row[]> {
  const moment = now();
  return db().$queryRaw`
    WITH "line" AS MATERIALIZED (SELECT value ->> 'id' AS "id", value ->> 'state' AS "state", value ->> 'reply' AS "reply",
        value ->> 'refusal' AS "refusal", value ->> 'nextAttemptAt' AS "next", value -> 'hashes' AS "hashes" FROM json_each(${lines}))
    UPDATE "Delivery" SET
      "state" = "line"."state", "lastReply" = CASE WHEN "subscriberId" IS NOT NULL THEN coalesce("line"."reply", "lastReply") END, "refusal" = "line"."refusal",
      "nextAttemptAt" = "line"."next", "changedAt" = ${moment},
      "firstTriedAt" = CASE WHEN "line"."state" = 'SENDING' THEN coalesce("firstTriedAt", ${moment}) ELSE "firstTriedAt" END,
      "attempts" = "attempts" + CASE WHEN "line"."state" = 'SENDING' THEN 1 ELSE 0 END,
      "workerId" = CASE WHEN "line"."state" = 'SENDING' THEN ${workerId} END
    FROM "line" WHERE "Delivery"."id" = "line"."id" AND CASE
      WHEN "line"."state" = 'SENDING' THEN "workerId" = ${workerId} AND "Delivery"."state" IN ('QUEUED', 'RETRY')
        AND EXISTS (SELECT 1 FROM "Send" WHERE "Send"."issue" = "Delivery"."issue" AND "Send"."state" = 'SENDING')
        AND EXISTS (SELECT 1 FROM "Subscriber" AS "s" WHERE "s"."id" = "Delivery"."subscriberId" AND "s"."status" = 'ACTIVE'
          AND ("s"."pausedUntil" IS NULL OR "s"."pausedUntil" <= ${moment}))
        AND NOT EXISTS (SELECT 1 FROM "Suppression" WHERE "hash" IN (SELECT value FROM json_each("line"."hashes")))
      WHEN "line"."state" = 'SENT' THEN "Delivery"."state" <> 'SENT'
      ELSE "workerId" = ${workerId} AND "Delivery"."state" IN ('QUEUED', 'RETRY', 'SENDING') END
    RETURNING "Delivery"."id", "Delivery"."state"`;
}

/**
 * Every row is looked up by its key, one by one: the planner, who cannot know how few lines there are, would rather read
 * whole tables where it is left the choice.
 */
function exchangeOnPostgres(workerId: string, lines: string): Promise<Row[]> {
  const moment = now();
  return db().$queryRaw`
    UPDATE "Delivery" AS "d" SET
      "state" = "line"."state", "lastReply" = CASE WHEN "subscriberId" IS NOT NULL THEN coalesce("line"."reply", "lastReply") END, "refusal" = "line"."refusal",
      "nextAttemptAt" = "line"."nextAttemptAt" AT TIME ZONE 'utc', "changedAt" = ${moment},
      "firstTriedAt" = CASE WHEN "line"."state" = 'SENDING' THEN coalesce("firstTriedAt", ${moment}) ELSE "firstTriedAt" END,
      "attempts" = "attempts" + CASE WHEN "line"."state" = 'SENDING' THEN 1 ELSE 0 END,
      "workerId" = CASE WHEN "line"."state" = 'SENDING' THEN ${workerId}::text END
    FROM jsonb_to_recordset(${lines}::jsonb) AS "line"("id" text, "state" text, "reply" text, "refusal" text,
      "nextAttemptAt" timestamptz, "hashes" jsonb)
    WHERE "d"."id" = "line"."id"
      AND "d"."id" = ANY (ARRAY(SELECT jsonb_array_elements(${lines}::jsonb) ->> 'id')) AND CASE
      WHEN "line"."state" = 'SENDING' THEN "workerId" = ${workerId} AND "d"."state" IN ('QUEUED', 'RETRY')
        AND (SELECT "Send"."state" FROM "Send" WHERE "Send"."issue" = "d"."issue") = 'SENDING'
        AND (SELECT "s"."status" = 'ACTIVE' AND ("s"."pausedUntil" IS NULL OR "s"."pausedUntil" <= ${moment})
          FROM "Subscriber" AS "s" WHERE "s"."id" = "d"."subscriberId")
        AND NOT EXISTS (SELECT 1 FROM "Suppression" WHERE "hash" IN (SELECT jsonb_array_elements_text("line"."hashes")))
      WHEN "line"."state" = 'SENT' THEN "d"."state" <> 'SENT'
      ELSE "workerId" = ${workerId} AND "d"."state" IN ('QUEUED', 'RETRY', 'SENDING') END
    RETURNING "d"."id", "d"."state"`;
}
