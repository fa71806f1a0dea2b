import { now } from "../clock";
import type { Tx } from "../db/client";

export type EventKind =
  | "signed-up"
  | "asked-again"
  | "confirmation-sent"
  | "reminded"
  | "confirmed"
  | "unsubscribed"
  | "rejoined"
  | "renamed"
  | "address-change-asked"
  | "address-changed"
  | "paused"
  | "resumed"
  | "bounced"
  | "returned"
  | "complained"
  | "imported"
  | "added"
  | "exported";

export type EventBy = "visitor" | "owner" | "worker" | "return";

/** Adds to the history of a subscriber. `detail` names nobody: it outlives nothing but is shown in exports. */
export async function record(
  tx: Tx,
  subscriberId: string,
  kind: EventKind,
  by: EventBy,
  detail?: Record<string, string>,
): Promise<void> {
  const text = detail && JSON.stringify(detail);
  await tx.subscriberEvent.create({ data: { subscriberId, kind, by, detail: text, at: now() } });
}
