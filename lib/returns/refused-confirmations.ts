import { before, DAY } from "../clock";
import { db, inTransaction } from "../db/client";
import { classifyReply } from "./classify-reply";
import { bounce } from "./consequences";

const LOOK_BACK = 7 * DAY;
const AT_ONCE = 200;

/** Ends sign-ups whose address the mail server called dead when the confirmation was handed over. Tells how many. */
export async function endRefusedSignUps(): Promise<number> {
  const refused = await db().outboxMessage.findMany({
    where: {
      state: "REFUSED",
      kind: "confirm",
      createdAt: { gt: before(LOOK_BACK) },
      subscriber: { status: "PENDING" },
    },
    select: { subscriberId: true, lastReply: true },
    take: AT_ONCE,
  });
  let ended = 0;
  for (const { subscriberId, lastReply } of refused) {
    if (!subscriberId || classifyReply(lastReply ?? "", "rcpt").verdict !== "dead") continue;
    const applied = await inTransaction(async (tx) => {
      const person = await tx.subscriber.findUnique({ where: { id: subscriberId } });
      return person?.status === "PENDING" ? bounce(tx, person, { subscriberId }, true) : "nothing";
    });
    if (applied === "bounced") ended++;
  }
  return ended;
}
