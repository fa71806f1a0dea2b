import type { Provider } from "../db/address";
import { type Cell, type Row, rowsAfter } from "../db/rows";
import type { Table } from "../db/tables";
import { tables } from "../db/tables";
import { Digest, type Sums } from "./digest";
import type { Reader } from "./snapshot";

const PAGE = 2000;

/** The rows of a table, some at a time, so that its size does not matter. */
export async function* pagesOf(reader: Reader, provider: Provider, table: Table): AsyncGenerator<Row[]> {
  const places = table.key.map((key) => table.columns.findIndex((column) => column.name === key));
  let after: Cell[] | undefined;
  for (;;) {
    const rows = await rowsAfter(reader, provider, table, after, PAGE);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = places.map((place) => last[place] ?? null);
  }
}

/** Counts and digests of every table. */
export async function sumsOf(reader: Reader, provider: Provider): Promise<Sums> {
  const sums: Sums = {};
  for (const table of tables()) {
    const digest = new Digest();
    for await (const rows of pagesOf(reader, provider, table)) for (const row of rows) digest.add(row);
    sums[table.name] = digest.sum;
  }
  return sums;
}
