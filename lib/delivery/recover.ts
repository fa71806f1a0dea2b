import { after, DAY, now } from "../clock";
import { db } from "../db/client";
import { env } from "../env/env";

/**
 * Takes up what dead workers had in hand, and what this one lost hold of: it is called while nothing is in the air. What was never offered goes back; what may have been offered is UNCERTAIN
 * and waits for the owner, or is tried again under its Message-ID where SEND_UNCERTAIN says so.
 */
export async function recover(workerId: string): Promise<number> {
  const moment = now();
  const offered = env().SEND_UNCERTAIN === "retry" ? "RETRY" : "UNCERTAIN";
  const reply = "the sending stopped before the server's answer was written down";
  return db().$executeRaw`
    UPDATE "Delivery" SET "workerId" = NULL, "changedAt" = ${moment},
      "lastReply" = CASE WHEN "state" = 'SENDING' THEN ${reply} ELSE "lastReply" END,
      "nextAttemptAt" = CASE WHEN "state" = 'SENDING' THEN ${moment} ELSE "nextAttemptAt" END,
      "state" = CASE WHEN "state" = 'SENDING' THEN ${offered} ELSE "state" END
    WHERE "workerId" IS NOT NULL AND ("workerId" = ${workerId} OR NOT EXISTS (
      SELECT 1 FROM "Lease" WHERE "name" = 'sending:' || "Delivery"."workerId"))`;
}

/** Asks again those whose pause seems to last longer than any does: it was measured by a clock that has been put back. */
export async function shortenPauses(): Promise<void> {
  const waiting = { state: "RETRY", workerId: null, nextAttemptAt: { gt: after(DAY) } };
  await db().delivery.updateMany({ where: waiting, data: { nextAttemptAt: now() } });
}
