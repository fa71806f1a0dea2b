import { db } from "../db/client";

/** Everything that is kept about a subscriber, with consent and history, ready to be written as JSON. */
export async function personAsJson(subscriberId: string) {
  const { revision, ...person } = await db().subscriber.findUniqueOrThrow({
    where: { id: subscriberId },
    include: {
      events: { orderBy: { id: "asc" }, omit: { id: true, subscriberId: true } },
      confirmations: { orderBy: { createdAt: "asc" }, omit: { id: true, subscriberId: true } },
      messages: {
        orderBy: { createdAt: "asc" },
        select: { kind: true, toEmail: true, state: true, createdAt: true, sentAt: true },
      },
    },
  });
  return person;
}
