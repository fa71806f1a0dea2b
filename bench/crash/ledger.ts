import { db } from "@/lib/db/client";
import type { Judge } from "./judgement";
import type { Outcome } from "./outcome";

type Line = { state: string; messageId: string; email: string };

/** What our own ledger says of every message; asked again where the database is only just coming back. */
export async function ledger(): Promise<Line[]> {
  for (let tries = 0; ; tries++) {
    try {
      const select = { state: true, messageId: true, subscriber: { select: { email: true } } };
      const rows = await db().delivery.findMany({ select });
      return rows.map(({ subscriber, ...row }) => ({ ...row, email: subscriber?.email ?? "" }));
    } catch (error) {
      if (tries === 20) throw error;
    }
  }
}

/** How many copies of each message the judge took. */
export function copiesById(judge: Judge): Map<string, number> {
  const count = new Map<string, number>();
  for (const { id } of judge.copies()) count.set(id, (count.get(id) ?? 0) + 1);
  return count;
}

type Judged = Pick<
  Outcome,
  "accepted" | "secondCopies" | "ofRecorded" | "otherIds" | "missed" | "uncertain" | "unlisted"
>;

/** Holds the ledger beside the judge's record; `recorded` is how many copies there were when an acceptance was first found in it. */
export function judged(lines: readonly Line[], judge: Judge, recorded: ReadonlyMap<string, number>): Judged {
  const copies = copiesById(judge);
  const ids = new Map(lines.map(({ messageId, email }) => [messageId, email]));
  const unseen = lines.filter(({ messageId }) => !copies.has(messageId));
  const known = [...recorded].filter(([id, count]) => count === 0 || (copies.get(id) ?? 0) > count);
  return {
    accepted: judge.copies().length,
    secondCopies: [...copies.values()].reduce((sum, count) => sum + count - 1, 0),
    ofRecorded: known.length,
    otherIds: judge.copies().filter(({ to, id }) => ids.get(id) !== to).length,
    missed: unseen.length,
    uncertain: lines.filter(({ state }) => state === "UNCERTAIN").length,
    unlisted:
      unseen.filter(({ state }) => state !== "UNCERTAIN").length +
      lines.filter(({ state }) => state !== "SENT" && state !== "UNCERTAIN").length,
  };
}
