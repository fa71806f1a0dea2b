import { now } from "../clock";
import type { Tx } from "../db/client";
import { record } from "../subscribers/events";
import { suppress } from "../subscribers/suppression";
import type { Origin } from "./find-origin";
import { mailIn } from "./temporary";

/** What a returned mail changed; "nothing" also where it was applied before, "nobody" where it names no mail of ours. */
export type Applied =
  | "nothing"
  | "nobody"
  | "owner-told"
  | "send-held"
  | "counted"
  | "ended"
  | "bounced"
  | "complained"
  | "left";

type Person = { id: string; emailKey: string };

/** Takes a reader off the list because of one mail that came back, once for each mail; suppressed only where the address is certainly dead. */
export async function bounce(
  tx: Tx,
  { id, emailKey }: Person,
  { mail }: Origin,
  dead: boolean,
): Promise<Applied> {
  const earlier = await tx.subscriberEvent.findMany({ where: { subscriberId: id, kind: "bounced" } });
  // The owner may have made the reader active again since; the old report must not undo that.
  if (mail && earlier.some(({ detail }) => mailIn(detail) === mail)) return "nothing";
  const { count } = await tx.subscriber.updateMany({
    where: { id, status: { in: ["ACTIVE", "PENDING"] } },
    data: { status: "BOUNCED", bouncedAt: now(), revision: { increment: 1 } },
  });
  if (count === 0) return "nothing";
  await endConfirmations(tx, id);
  if (dead) await suppress(tx, emailKey, "dead");
  await record(tx, id, "bounced", "return", mail ? { mail } : undefined);
  return "bounced";
}

/** Takes a reader who complained off the list for ever. */
export async function complain(tx: Tx, { id, emailKey }: Person): Promise<Applied> {
  const { count } = await tx.subscriber.updateMany({
    where: { id, status: { not: "COMPLAINED" } },
    data: { status: "COMPLAINED", complainedAt: now(), revision: { increment: 1 } },
  });
  if (count === 0) return "nothing";
  await endConfirmations(tx, id);
  await suppress(tx, emailKey, "complained");
  await record(tx, id, "complained", "return");
  return "complained";
}

/** Makes the open links worthless that were mailed to confirm something, or one of them. */
export function endConfirmations(tx: Tx, subscriberId: string, id?: string) {
  const open = { subscriberId, usedAt: null, replacedAt: null, ...(id && { id }) };
  return tx.confirmation.updateMany({ where: open, data: { replacedAt: now() } });
}
