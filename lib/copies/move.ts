import { now } from "../clock";
import { type Provider, providerOf } from "../db/address";
import { openDatabase, type Tx } from "../db/client";
import { tables } from "../db/tables";
import { Digest, difference, type Sums } from "./digest";
import { holdSending, load, type TablePage } from "./load";
import { pagesOf, sumsOf } from "./pages";
import { DATABASE_HOME } from "./sending-held";
import { inOneTransaction, type Reader, withSnapshot } from "./snapshot";

export type MoveOutcome = { state: "moved"; rows: Sums } | { state: "not-empty"; table: string };

/**
 * Copies every row of one database into another, empty one, reads it back and compares counts and digests; all of it
 * is one transaction of the target, so that a process that dies on the way leaves it empty for the next try.
 */
export async function move(from: string, to: string): Promise<MoveOutcome> {
  const target = openDatabase(to);
  try {
    return await withSnapshot(from, (reader, provider) =>
      inOneTransaction(target, (tx) => fill(tx, providerOf(to), reader, provider)),
    );
  } finally {
    await target.$disconnect();
  }
}

async function fill(tx: Tx, provider: Provider, reader: Reader, from: Provider): Promise<MoveOutcome> {
  // All that starting the site on an empty database leaves behind; it comes again with the next start.
  await tx.fact.deleteMany({ where: { name: DATABASE_HOME } });
  const table = await firstNotEmpty(tx);
  if (table) return { state: "not-empty", table };
  const sums: Sums = {};
  await load(tx, provider, pagesWithSums(reader, from, sums));
  const wrong = difference(sums, await sumsOf(tx, provider));
  if (wrong) throw new Error(`The table ${wrong} came out different; nothing was kept of the move`);
  await holdSending(tx, "moved from another database", now());
  return { state: "moved", rows: sums };
}

async function firstNotEmpty(tx: Tx): Promise<string | undefined> {
  for (const { name } of tables()) {
    const rows = await tx.$queryRawUnsafe<unknown[]>(`SELECT 1 AS "one" FROM "${name}" LIMIT 1`);
    if (rows.length > 0) return name;
  }
  return undefined;
}

async function* pagesWithSums(reader: Reader, provider: Provider, sums: Sums): AsyncGenerator<TablePage> {
  for (const table of tables()) {
    const digest = new Digest();
    for await (const rows of pagesOf(reader, provider, table)) {
      for (const row of rows) digest.add(row);
      yield { table, rows };
    }
    sums[table.name] = digest.sum;
  }
}
