import { createHash } from "node:crypto";
import { now } from "@/lib/clock";
import { providerOf } from "@/lib/db/address";
import { db, inTransaction } from "@/lib/db/client";
import { inBulk } from "@/lib/db/rewrite";
import { env } from "@/lib/env/env";
import { newId } from "@/lib/ids";
import type { Circumstances } from "./additions";
import { toBeAsked } from "./asking";
import { applyBatch, type BatchOutcome, type Counts, Overtaken } from "./batch";
import type { Columns } from "./columns";
import type { ImportFile } from "./file";
import { type ReaderRow, type Refused, readerOf } from "./reader";
import type { CsvRecord } from "./record-reader";
import { batchesOf, type Layout } from "./records";

/** Enough that a durable commit costs little by the row, few enough that the site's own writes wait for milliseconds. */
export const BATCH = 2000;
const MAX_TRIES = 5;

export type Progress = { position: number; counts: Counts; refused: Refused[] };
export type ImportOutcome = { id: string; resumed: boolean; counts: Counts };

/** Another process is at the same import. */
export class ImportElsewhere extends Error {}

/**
 * Brings the readers of a file in, a batch to a transaction, and goes on where it stopped when the same file was
 * begun before. Nothing is mailed.
 */
export async function importFile(
  file: ImportFile,
  layout: Layout,
  consent: string,
  tell: (progress: Progress) => void,
  asking = false,
): Promise<ImportOutcome> {
  const digest = digestOf(file, layout, asking);
  const begun = await db().import.findFirst({
    // Whoever were to be asked, and were not to the end, are asked on.
    where: { digest, state: { in: asking ? ["RUNNING", "DONE"] : ["RUNNING"] } },
    orderBy: { at: "desc" },
  });
  if (begun?.state === "DONE") return { id: begun.id, resumed: true, counts: countsOf(begun) };
  const row =
    begun ??
    (await db().import.create({ data: { id: newId(), at: now(), fileName: file.name, digest, consent } }));
  const circumstances = { importId: row.id, consent: row.consent, own: layout.columns.own, moment: row.at };
  const counts = countsOf(row);
  let position = row.position;
  await inBulk(db(), env().DATABASE_URL, async () => {
    for await (const records of batchesOf(file, layout, BATCH, position)) {
      const rows = rowsOf(records, layout.columns, asking);
      const outcome = await writeBatch(rows, position, circumstances);
      position += records.length;
      for (const what of COUNTED) counts[what] += outcome.counts[what];
      tell({ position, counts, refused: outcome.refused });
    }
  });
  await db().import.update({ where: { id: row.id }, data: { state: "DONE", finishedAt: now() } });
  return { id: row.id, resumed: begun !== null, counts };
}

/** Records, understood or refused; with `asking`, everybody who is not gone is to be asked. */
export function rowsOf(records: CsvRecord[], columns: Columns, asking: boolean): (ReaderRow | Refused)[] {
  const rows = records.map((record) => readerOf(record, columns));
  return asking ? rows.map((row) => ("emailKey" in row ? toBeAsked(row) : row)) : rows;
}

/** What makes two imports the same: the file, how it is read, and whether its readers are asked. */
function digestOf(file: ImportFile, { delimiter, newline }: Layout, asking: boolean): string {
  const how = JSON.stringify([file.digest, file.encoding, delimiter, newline, asking]);
  return createHash("sha256").update(how).digest("hex");
}

function countsOf({ added, changed, unchanged, refused }: Counts): Counts {
  return { added, changed, unchanged, refused };
}

const COUNTED = ["added", "changed", "unchanged", "refused"] as const;

async function writeBatch(
  rows: (ReaderRow | Refused)[],
  position: number,
  circumstances: Circumstances,
): Promise<BatchOutcome> {
  const provider = providerOf(env().DATABASE_URL);
  for (let tries = 1; ; tries++) {
    try {
      return await inTransaction(async (tx) => {
        const outcome = await applyBatch(tx, provider, rows, circumstances);
        const { added, changed, unchanged, refused } = outcome.counts;
        const moved = await tx.import.updateMany({
          where: { id: circumstances.importId, position, state: "RUNNING" },
          data: {
            position: position + rows.length,
            added: { increment: added },
            changed: { increment: changed },
            unchanged: { increment: unchanged },
            refused: { increment: refused },
          },
        });
        if (moved.count !== 1)
          throw new ImportElsewhere("This import is being done or undone by another process");
        return outcome;
      });
    } catch (error) {
      if (!(error instanceof Overtaken) || tries === MAX_TRIES) throw error;
    }
  }
}
