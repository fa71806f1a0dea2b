import { db } from "../db/client";

type Row = { kind: string; subscriberId: string | null; createdAt: Date };

/**
 * Whether a message that waits to be posted is still wanted by the state its reader is in now, which a hand in the
 * database may have changed since: nothing follows somebody who left after it was written.
 */
export async function isStillWanted({ kind, subscriberId, createdAt }: Row): Promise<boolean> {
  if (!subscriberId) return true;
  const person = await db().subscriber.findUnique({
    where: { id: subscriberId },
    select: { status: true, unsubscribedAt: true },
  });
  if (!person || person.status === "COMPLAINED") return false;
  if (kind === "welcome" || kind === "already-subscribed") return person.status === "ACTIVE";
  return person.status !== "UNSUBSCRIBED" || (person.unsubscribedAt ?? createdAt) <= createdAt;
}
