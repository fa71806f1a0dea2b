import type { Provider } from "@/lib/db/address";
import type { Tx } from "@/lib/db/client";
import { type Cell, insertRows, momentText } from "@/lib/db/rows";
import { table } from "@/lib/db/tables";
import { newId } from "@/lib/ids";
import { type Change, goneAt } from "./decide";
import type { ReaderRow } from "./reader";

/** The columns that an import fills, and nothing but those: the others keep their defaults. */
const FILLED = [
  "id",
  "email",
  "emailKey",
  "name",
  "status",
  "signedUpAt",
  "confirmedAt",
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
  const signedUpAt = row.signedUpAt ?? row.optedInAt ?? row.confirmedAt ?? moment;
  return {
    id: newId(),
    email: row.email,
    emailKey: row.emailKey,
    name: row.name,
    status: row.standing,
    signedUpAt: momentText(signedUpAt),
    confirmedAt: row.confirmedAt && momentText(row.confirmedAt),
    ...goneAt(row, own ? null : moment),
    source: row.source ?? "import",
    topics: row.topics,
    consentVersion: row.consentVersion,
    consentAt: row.optedInAt && momentText(row.optedInAt),
    consentClient: row.client,
    ownerNote: active && !row.confirmedAt ? consent : null,
    revision: 1,
    importId,
  };
}

/** Puts a later line's change of somebody whom the same batch adds into the row that is to be added. */
export function changeAddition(addition: Addition, change: Change): void {
  Object.assign(addition, change);
}

/** Writes new rows in one statement; how many went in tells whether somebody else was faster with an address. */
export function insertAdditions(tx: Tx, provider: Provider, additions: Addition[]): Promise<number> {
  const { name, columns } = table("Subscriber");
  const filled = FILLED.flatMap((field) => columns.filter((column) => column.name === field));
  const rows = additions.map((addition) => FILLED.map((field) => addition[field] ?? null));
  return insertRows(tx, provider, { name, columns: filled }, rows, "emailKey");
}
