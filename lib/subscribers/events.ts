import { now } from "../clock";
import { addRows } from "../db/add-rows";
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

type Happening = {
  subscriberId: string;
  kind: EventKind;
  by: EventBy;
  /** Names nobody: it outlives nothing but is shown in exports. */
  detail?: Record<string, string>;
};

function rowOf({ detail, ...happening }: Happening) {
  return { ...happening, detail: detail && JSON.stringify(detail), at: now() };
}

/** Adds to the history of a subscriber. */
export async function record(
  tx: Tx,
  subscriberId: string,
  kind: EventKind,
  by: EventBy,
  detail?: Record<string, string>,
): Promise<void> {
  await recordEach(tx, [{ subscriberId, kind, by, detail }]);
}

/** Adds to the histories of several subscribers. */
export async function recordEach(tx: Tx, happenings: readonly Happening[]): Promise<void> {
  await addRows(tx, "SubscriberEvent", happenings.map(rowOf));
}
