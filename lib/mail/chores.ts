import { before } from "../clock";
import { db } from "../db/client";
import { RETENTION } from "../retention";

/** Empties what single messages said, once its time is over; that they were sent stays known. */
export async function forgetBodies(): Promise<number> {
  const { count } = await db().outboxMessage.updateMany({
    where: {
      createdAt: { lt: before(RETENTION.bodies) },
      state: { in: ["SENT", "REFUSED", "SKIPPED"] },
      NOT: { data: "" },
    },
    data: { data: "", toName: null },
  });
  return count;
}
