import { setTimeout as sleep } from "node:timers/promises";
import { MINUTE } from "@/lib/clock";
import { db, inTransaction } from "@/lib/db/client";
import { ask } from "../ask";
import type { ReaderRow } from "./reader";
import { isGone } from "./states";

/** Where confirmations that an import asks for say that they come from. */
const ASKED = { page: "/ezine/subscribe", client: "" };

/** A line whose reader is asked for a confirmation of their own, whatever the file says they agreed to. */
export function toBeAsked(row: ReaderRow): ReaderRow {
  if (isGone(row.standing)) return row;
  return { ...row, standing: "PENDING", signedUpAt: null, optedInAt: null, confirmedAt: null };
}

/**
 * Queues a confirmation for everybody whom an import left pending and nobody has asked yet, so many a minute. It can
 * be stopped and called again: who was asked is not asked twice.
 */
export async function askImported(aMinute: number, tell: (asked: number) => void): Promise<number> {
  let asked = 0;
  for (;;) {
    const person = await db().subscriber.findFirst({
      where: { status: "PENDING", importId: { not: null }, confirmations: { none: {} } },
      select: { id: true },
    });
    if (!person) return asked;
    await inTransaction(async (tx) => {
      const found = await tx.subscriber.findUnique({ where: { id: person.id } });
      if (found?.status === "PENDING") await ask(tx, found, ASKED);
    });
    tell(++asked);
    await sleep(MINUTE / aMinute);
  }
}
