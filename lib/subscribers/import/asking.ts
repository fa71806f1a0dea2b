import { setTimeout as sleep } from "node:timers/promises";
import { MINUTE } from "@/lib/clock";
import { db, inTransaction } from "@/lib/db/client";
import { ask } from "../ask";
import { suppressionOf } from "../suppression";
import type { ReaderRow } from "./reader";
import { isGone } from "./states";

/** Where confirmations that an import asks for say that they come from. */
const ASKED = { page: "/ezine/subscribe", client: "" };

/** A line whose reader is asked for a confirmation of their own, whatever the file says they agreed to. */
export function toBeAsked(row: ReaderRow): ReaderRow {
  if (isGone(row.standing)) return row;
  return { ...row, standing: "PENDING", signedUpAt: null, optedInAt: null, confirmedAt: null };
}

/** At what pace an import's readers are asked, and how many at most in one go. */
export type Pace = { aMinute: number; atMost: number };

/**
 * Queues a confirmation for those whom one import left pending and nobody has asked yet. It can be stopped and called
 * again: who was asked is not asked twice, and who must not be written to is not asked.
 */
export async function askImported(
  importId: string,
  { aMinute, atMost }: Pace,
  tell: (asked: number) => void,
): Promise<number> {
  let asked = 0;
  let after = "";
  while (asked < atMost) {
    const person = await db().subscriber.findFirst({
      where: { id: { gt: after }, status: "PENDING", importId, confirmations: { none: {} } },
      orderBy: { id: "asc" },
      select: { id: true },
    });
    if (!person) return asked;
    after = person.id;
    if (!(await askOne(person.id))) continue;
    tell(++asked);
    await sleep(MINUTE / aMinute);
  }
  return asked;
}

function askOne(id: string): Promise<boolean> {
  return inTransaction(async (tx) => {
    const found = await tx.subscriber.findUnique({ where: { id } });
    if (found?.status !== "PENDING" || (await suppressionOf(tx, found.emailKey))) return false;
    return ask(tx, found, ASKED);
  });
}
