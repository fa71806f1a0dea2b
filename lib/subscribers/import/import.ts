import { now } from "@/lib/clock";
import { providerOf } from "@/lib/db/address";
import { db, inTransaction } from "@/lib/db/client";
import { inBulk } from "@/lib/db/rewrite";
import { env } from "@/lib/env/env";
import { newId } from "@/lib/ids";
import type { Circumstances } from "./additions";
import { toBeAsked } from "./asking";
import { applyBatch, type BatchOutcome, type Counts, Overtaken } from "./batch";
import type { ImportFile } from "./file";
import type { ReaderRow, Refused } from "./reader";
import { readerOf } from "./reader";
import { type CsvRecord, type Layout, recordsOf } from "./records";

/** Enough that a durable commit costs little by the row, few enough that the site's own writes wait for milliseconds. */
const BATCH = 2000;
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
  // The same file, asked for or not, is two different imports.
  const digest = asking ? `${file.digest} ask` : file.digest;
  const begun = await db().import.findFirst({ where: { digest, state: "RUNNING" } });
  const row =
    begun ??
    (await db().import.create({ data: { id: newId(), at: now(), fileName: file.name, digest, consent } }));
  const circumstances = { importId: row.id, consent: row.consent, own: layout.columns.own, moment: row.at };
  const counts = { added: row.added, changed: row.changed, unchanged: row.unchanged, refused: row.refused };
  let position = row.position;
  await inBulk(db(), env().DATABASE_URL, async () => {
    for await (const records of batches(recordsOf(file, layout), position)) {
      const read = records.map((record) => readerOf(record, layout.columns));
      const rows = asking ? read.map((row) => ("emailKey" in row ? toBeAsked(row) : row)) : read;
      const outcome = await writeBatch(rows, position, circumstances);
      position += records.length;
      for (const what of COUNTED) counts[what] += outcome.counts[what];
      tell({ position, counts, refused: outcome.refused });
    }
  });
  await db().import.update({ where: { id: row.id }, data: { state: "DONE", finishedAt: now() } });
  return { id: row.id, resumed: begun !== null, counts };
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

/** Groups of records, without the first `skip`, which are dealt with. */
export async function* batches(
  records: AsyncGenerator<CsvRecord>,
  skip: number,
): AsyncGenerator<CsvRecord[]> {
  let batch: CsvRecord[] = [];
  let seen = 0;
  for await (const record of records) {
    if (seen++ < skip) continue;
    batch.push(record);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
