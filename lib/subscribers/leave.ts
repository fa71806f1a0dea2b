import { before, DAY, now } from "../clock";
import { db, inTransaction, type Tx } from "../db/client";
import { readToken } from "../tokens";
import { type EventBy, record } from "./events";
import { liftSuppression, suppress } from "./suppression";

/** How long a goodbye can be taken back on its page. */
export const CHANGE_OF_MIND = 7 * DAY;

export type LeaveState = "on-the-list" | "gone" | "unknown";

/** Whether the reader of a link is on the list: for the page that shows the button. */
export async function lookAtLeaving(token: string): Promise<{ state: LeaveState; canRejoin: boolean }> {
  const id = readToken("unsubscribe", token);
  if (!id) return { state: "unknown", canRejoin: false };
  const person = await db().subscriber.findUnique({ where: { id } });
  if (!person) return { state: "gone", canRejoin: false };
  const staying = person.status === "ACTIVE" || person.status === "PENDING";
  return { state: staying ? "on-the-list" : "gone", canRejoin: mayRejoin(person) };
}

function mayRejoin(person: {
  status: string;
  confirmedAt: Date | null;
  unsubscribedAt: Date | null;
}): boolean {
  const { status, confirmedAt, unsubscribedAt } = person;
  if (status !== "UNSUBSCRIBED" || !confirmedAt || !unsubscribedAt) return false;
  return unsubscribedAt > before(CHANGE_OF_MIND);
}

/** Takes a subscriber off the list for good: nothing more is sent, not even by a send under way. Somebody gone already stays gone. */
export async function unsubscribe(tx: Tx, id: string, by: EventBy): Promise<"left" | "gone" | "unknown"> {
  const person = await tx.subscriber.findUnique({ where: { id } });
  if (!person) return "unknown";
  const { count } = await tx.subscriber.updateMany({
    where: { id, status: { in: ["ACTIVE", "PENDING"] } },
    data: { status: "UNSUBSCRIBED", unsubscribedAt: now(), revision: { increment: 1 } },
  });
  // Also for somebody gone already: an import may have said so, and can be undone; what the person says cannot.
  await suppress(tx, person.emailKey, "left");
  if (count === 0) return "gone";
  await record(tx, id, "unsubscribed", by);
  return "left";
}

/** The same by the link of a mail. "gone" when the row was erased, "unknown" only for a text that is no link of ours. */
export async function leave(token: string): Promise<"left" | "gone" | "unknown"> {
  const id = readToken("unsubscribe", token);
  if (!id) return "unknown";
  const result = await inTransaction((tx) => unsubscribe(tx, id, "visitor"));
  return result === "unknown" ? "gone" : result;
}

/** Takes back a goodbye of the last days; "too-late" asks for a fresh sign-up instead. */
export async function rejoin(token: string): Promise<"rejoined" | "on-the-list" | "too-late" | "unknown"> {
  const id = readToken("unsubscribe", token);
  if (!id) return "unknown";
  return inTransaction(async (tx) => {
    const person = await tx.subscriber.findUnique({ where: { id } });
    if (!person) return "unknown";
    if (person.status === "ACTIVE") return "on-the-list";
    if (!mayRejoin(person)) return "too-late";
    const { count } = await tx.subscriber.updateMany({
      where: { id, status: "UNSUBSCRIBED" },
      data: { status: "ACTIVE", unsubscribedAt: null, revision: { increment: 1 } },
    });
    if (count === 0) return "on-the-list";
    await liftSuppression(tx, person.emailKey);
    await record(tx, id, "rejoined", "visitor");
    return "rejoined";
  });
}

/** Ends a sign-up that its address did not make, and keeps the address from ever being written to again. */
export async function neverAgain(token: string): Promise<"done" | "unknown"> {
  const id = readToken("never", token);
  if (!id) return "unknown";
  return inTransaction(async (tx) => {
    const person = await tx.subscriber.findUnique({ where: { id } });
    // Pressed before: the row is gone, and the address is known by its hash alone.
    if (!person) return "done";
    await suppress(tx, person.emailKey, "never");
    if (person.status === "PENDING") await tx.subscriber.delete({ where: { id } });
    else await unsubscribe(tx, id, "visitor");
    return "done";
  });
}
