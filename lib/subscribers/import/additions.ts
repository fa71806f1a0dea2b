import type { Provider } from "@/lib/db/address";
import type { Tx } from "@/lib/db/client";
import { type Cell, insertRows, momentText } from "@/lib/db/rows";
import { columnsOf } from "@/lib/db/tables";
import { newId } from "@/lib/ids";
import { goneAt } from "./decide";
import type { ReaderRow } from "./reader";

/** The columns that an import fills, and nothing but those: the others keep their defaults. */
export const FILLED = [
  "id",
  "email",
  "emailKey",
  "name",
  "status",
  "signedUpAt",
  "confirmedAt",
  "remindedAt",
  "unsubscribedAt",
  "bouncedAt",
  "complainedAt",
  "source",
  "topics",
  "consentVersion",
  "consentAt",
  "consentClient",
  "ownerNote",
  "revision",
  "importId",
] as const;

export type Addition = Partial<Record<(typeof FILLED)[number], Cell>>;
export type Circumstances = { importId: string; consent: string; own: boolean; moment: Date };

/** The new row for a line of a file. */
export function additionOf(row: ReaderRow, { importId, consent, own, moment }: Circumstances): Addition {
  const active = row.standing === "ACTIVE";
  const consentAt = row.optedInAt && momentText(row.optedInAt);
  const confirmedAt = row.confirmedAt && momentText(row.confirmedAt);
  const signedUpAt = row.signedUpAt
    ? momentText(row.signedUpAt)
    : (consentAt ?? confirmedAt ?? momentText(moment));
  return {
    id: newId(),
    email: row.email,
    emailKey: row.emailKey,
    name: row.name,
    status: row.standing,
    signedUpAt,
    confirmedAt,
    // Whoever is waiting to be reminded would be written to; importing writes to nobody.
    remindedAt: row.standing === "PENDING" ? momentText(moment) : null,
    ...goneAt(row, own ? null : moment),
    source: row.source ?? "import",
    topics: row.topics,
    consentVersion: row.consentVersion,
    consentAt,
    consentClient: row.client,
    ownerNote: active && !row.confirmedAt ? consent : null,
    revision: 1,
    importId,
  };
}

/** Writes new rows in one statement; how many went in tells whether somebody else was faster with an address. */
export function insertAdditions(tx: Tx, provider: Provider, additions: Addition[]): Promise<number> {
  const rows = additions.map((addition) => FILLED.map((field) => addition[field] ?? null));
  return insertRows(tx, provider, columnsOf("Subscriber", FILLED), rows, "emailKey");
}
