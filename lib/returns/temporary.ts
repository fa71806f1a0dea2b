import { before, DAY, now } from "../clock";
import type { Tx } from "../db/client";
import { record } from "../subscribers/events";
import type { Origin } from "./find-origin";

/** So many different mails in a row must have come back, over so long a time, before an address counts as dead. */
export const FAILURES = 4;
export const FAILURE_SPAN = 10 * DAY;
/** A mail that has not come back after this long has arrived. */
export const ARRIVED_AFTER = 5 * DAY;

/** Counts a temporary failure of one mail, once; says whether it was news, and whether the address has failed for too long. */
export async function countFailure(tx: Tx, origin: Origin): Promise<"known" | "counted" | "too-often"> {
  const { subscriberId } = origin;
  const mail = origin.mail ?? `on ${now().toISOString().slice(0, 10)}`;
  const earlier = await tx.subscriberEvent.findMany({
    where: { subscriberId, kind: "returned" },
    orderBy: { id: "asc" },
  });
  const failed = new Map(earlier.map(({ detail, at }) => [mailIn(detail), at]));
  if (failed.has(mail)) return "known";
  await record(tx, subscriberId, "returned", "return", { mail });
  const arrived = await tx.delivery.findFirst({
    where: {
      subscriberId,
      state: "SENT",
      changedAt: { lt: before(ARRIVED_AFTER) },
      issue: { notIn: [...failed.keys(), mail] },
    },
    orderBy: { changedAt: "desc" },
  });
  const since = arrived?.changedAt ?? new Date(0);
  const row = [...failed.values()].filter((at) => at > since);
  const [first] = row;
  const tooLong = first !== undefined && first <= before(FAILURE_SPAN);
  return row.length + 1 >= FAILURES && tooLong ? "too-often" : "counted";
}

/** The mail that an event of the history is about. */
export function mailIn(detail: string | null): string {
  return /"mail":"([^"]*)"/.exec(detail ?? "")?.[1] ?? "";
}
