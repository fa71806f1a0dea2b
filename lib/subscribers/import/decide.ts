import { before } from "@/lib/clock";
import { momentText } from "@/lib/db/rows";
import { RETENTION, RETENTION_DAYS } from "@/lib/retention";
import type { ReaderRow } from "./reader";
import { isGone, type Standing } from "./states";

/** What is known of somebody before the file is read on. */
export type Known = { status: string; name: string | null };
/** Columns of a subscriber's row, as the database keeps them. */
export type Change = {
  status?: Standing;
  name?: string;
  confirmedAt?: string;
  unsubscribedAt?: string;
  bouncedAt?: string;
  complainedAt?: string;
  ownerNote?: string;
};
export type Decision =
  | { kind: "add" }
  | { kind: "change"; change: Change }
  | { kind: "unchanged" }
  | { kind: "refuse"; reason: string };

const DATE_OF = { UNSUBSCRIBED: "unsubscribedAt", BOUNCED: "bouncedAt", COMPLAINED: "complainedAt" } as const;
const SUPPRESSED: Record<string, string> = {
  left: "has left and is not brought back by an import",
  complained: "has complained and is never written to again",
  dead: "has an address that does not exist any more",
  erased: "has been erased and is not written to again",
  never: "has asked never to be written to",
};

/** Under what a line is read: the owner's word for the consent, when the import was begun, whether the file is our own. */
export type Terms = { consent: string; moment: Date; own: boolean };

/** What a line of a file does to one reader. Whoever is suppressed stays so, and whoever has left stays gone. */
export function decide(
  row: ReaderRow,
  known: Known | undefined,
  suppressed: string | undefined,
  { consent, moment, own }: Terms,
): Decision {
  // A row that only says "gone" brings nobody back; yet who was erased must not be written down anew.
  const harmless = isGone(row.standing) && suppressed !== "erased" && suppressed !== "never";
  if (!known && suppressed && !harmless)
    return { kind: "refuse", reason: SUPPRESSED[suppressed] ?? "is suppressed" };
  if (!known && !own && isForgotten(row, moment))
    return {
      kind: "refuse",
      reason: `signed up more than ${RETENTION_DAYS.pending} days ago and never confirmed`,
    };
  if (!known) return { kind: "add" };
  // Of somebody who is gone nothing more is written down.
  if (isGone(known.status)) return { kind: "unchanged" };
  const change: Change = {};
  if (!known.name && row.name) change.name = row.name;
  if (isGone(row.standing)) Object.assign(change, { status: row.standing, ...goneAt(row, moment) });
  else if (known.status === "PENDING" && row.standing === "ACTIVE" && !suppressed) {
    change.status = "ACTIVE";
    if (row.confirmedAt) change.confirmedAt = momentText(row.confirmedAt);
    else change.ownerNote = consent;
  }
  return ifAny(change);
}

/** A sign-up that is over: here it would be removed with the next daily chores, and its reader was not asked to come. */
function isForgotten({ standing, signedUpAt, optedInAt }: ReaderRow, moment: Date): boolean {
  const since = signedUpAt ?? optedInAt;
  return standing === "PENDING" && since !== null && since < before(RETENTION.pending, moment);
}

/** The date of having gone, under the column that belongs to how. */
export function goneAt(row: ReaderRow, moment: Date | null): Change {
  const { standing } = row;
  const at = row.goneAt ?? moment;
  return standing === "PENDING" || standing === "ACTIVE" || !at
    ? {}
    : { [DATE_OF[standing]]: momentText(at) };
}

function ifAny(change: Change): Decision {
  return Object.keys(change).length > 0 ? { kind: "change", change } : { kind: "unchanged" };
}
