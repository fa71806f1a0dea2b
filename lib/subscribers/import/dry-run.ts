import { createHash } from "node:crypto";
import { now } from "@/lib/clock";
import { providerOf } from "@/lib/db/address";
import { inTransaction } from "@/lib/db/client";
import { env } from "@/lib/env/env";
import type { Counts } from "./batch";
import { type Decision, decide, type Known } from "./decide";
import type { ImportFile } from "./file";
import { BATCH, type Progress, rowsOf } from "./import";
import { knownAmong, suppressedAmong } from "./known";
import type { ReaderRow } from "./reader";
import { batchesOf, type Layout } from "./records";

/** What an import of this file would do, told line by line; nothing is written. */
export async function dryRun(
  file: ImportFile,
  layout: Layout,
  tell: (progress: Progress) => void,
  asking = false,
): Promise<Counts> {
  const counts: Counts = { added: 0, changed: 0, unchanged: 0, refused: 0 };
  // Who came up in the file already, by a number: some fifty bytes a reader, where an address would be hundreds.
  const seen = new Map<number, Known>();
  const terms = { consent: "", moment: now(), own: layout.columns.own };
  let position = 0;
  const provider = providerOf(env().DATABASE_URL);
  for await (const records of batchesOf(file, layout, BATCH, 0)) {
    const rows = rowsOf(records, layout.columns, asking);
    const keys = rows.flatMap((row) => ("emailKey" in row ? [row.emailKey] : []));
    const [known, suppressed] = await inTransaction(
      async (tx) =>
        [await knownAmong(tx, provider, keys), await suppressedAmong(tx, provider, keys)] as const,
    );
    const refused = [];
    for (const row of rows) {
      const before =
        "emailKey" in row ? (seen.get(numberOf(row.emailKey)) ?? known.get(row.emailKey)) : undefined;
      const decision: Decision =
        "emailKey" in row
          ? decide(row, before, suppressed.get(row.emailKey), terms)
          : { kind: "refuse", reason: row.reason };
      if (decision.kind === "refuse") refused.push({ line: row.line, reason: decision.reason });
      else if ("emailKey" in row) seen.set(numberOf(row.emailKey), afterwards(row, before, decision));
      counts[COUNTED_AS[decision.kind]]++;
    }
    position += records.length;
    tell({ position, counts, refused });
  }
  return counts;
}

const COUNTED_AS = { add: "added", change: "changed", unchanged: "unchanged", refuse: "refused" } as const;

/** Named alike, the few standings are one object each. */
const STANDINGS = new Map<string, Known>();

function afterwards(row: ReaderRow, before: Known | undefined, decision: Decision): Known {
  const change = decision.kind === "change" ? decision.change : {};
  const status = change.status ?? before?.status ?? row.standing;
  const name = (change.name ?? before?.name ?? row.name) ? "named" : null;
  const kind = `${status} ${name}`;
  const known = STANDINGS.get(kind) ?? { status, name };
  STANDINGS.set(kind, known);
  return known;
}

function numberOf(emailKey: string): number {
  return createHash("sha1").update(emailKey).digest().readUIntBE(0, 6);
}
