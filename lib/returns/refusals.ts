import { before, DAY } from "../clock";
import { db, inTransaction } from "../db/client";
import { bounce } from "./consequences";
import { countFailure } from "./temporary";

const LOOK_BACK = 7 * DAY;
const AT_ONCE = 200;

type Row = { subscriberId: string; issue: string; refusal: string };

/**
 * Does for refusals given while an issue was handed over what is done for mail that comes back: a dead address is
 * taken off the list at once, a full one counted. Tells how many readers it took off the list.
 */
export async function applyRefusals(): Promise<number> {
  const rows = await db().$queryRaw<Row[]>`
    SELECT "d"."subscriberId", "d"."issue", "d"."refusal" FROM "Delivery" AS "d"
    JOIN "Subscriber" AS "s" ON "s"."id" = "d"."subscriberId"
    WHERE "d"."state" = 'REFUSED' AND "d"."refusal" IN ('dead', 'full', 'temporary')
      AND "d"."changedAt" > ${before(LOOK_BACK)} AND "s"."status" = 'ACTIVE' AND NOT EXISTS (
        SELECT 1 FROM "SubscriberEvent" AS "e" WHERE "e"."subscriberId" = "s"."id" AND (
          ("e"."kind" IN ('returned', 'bounced') AND "e"."detail" = '{"mail":"' || "d"."issue" || '"}')
          OR ("e"."kind" IN ('address-changed', 'confirmed', 'rejoined') AND "e"."at" > "d"."changedAt")))
    LIMIT ${AT_ONCE}`;
  let gone = 0;
  for (const { subscriberId, issue, refusal } of rows) {
    const applied = await inTransaction(async (tx) => {
      const person = await tx.subscriber.findUnique({ where: { id: subscriberId } });
      if (person?.status !== "ACTIVE") return "nothing";
      const origin = { subscriberId, mail: issue };
      const failed = refusal === "dead" || (await countFailure(tx, origin)) === "too-often";
      return failed ? bounce(tx, person, origin, true) : "nothing";
    });
    if (applied === "bounced") gone++;
  }
  return gone;
}
