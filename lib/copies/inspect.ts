import { columnsOf, tables } from "../db/tables";
import { Digest, difference, type Sums } from "./digest";
import { BadCopy, type CopyEnd, type CopyHeader, readCopy } from "./file";
import type { TablePage } from "./load";

const PAGE = 2000;

/** Reads a copy from end to end and checks it: shape, checksum, counts, digests, tables and columns. Throws `BadCopy`. */
export async function inspectCopy(path: string): Promise<{ header: CopyHeader; end: CopyEnd }> {
  let header: CopyHeader | undefined;
  let end: CopyEnd | undefined;
  const digests = new Map<string, Digest>();
  let digest = new Digest();
  for await (const line of readCopy(path)) {
    if (line.kind === "header") header = line.header;
    if (!header) throw new BadCopy("It is not a copy of ours.");
    if (line.kind === "table") {
      checkTable(line.table, line.columns);
      digest = new Digest();
      digests.set(line.table, digest);
    }
    if (line.kind === "row") digest.add(line.row);
    if (line.kind === "end") end = line.end;
  }
  if (!header || !end) throw new BadCopy("It is cut short.");
  const sums: Sums = Object.fromEntries([...digests].map(([name, one]) => [name, one.sum]));
  const wrong = difference(sums, end);
  if (wrong) throw new BadCopy(`Its table ${wrong} is not what it was.`);
  return { header, end };
}

/** A copy of an earlier version lacks what came later; one of a later version has what nothing here can hold. */
function checkTable(name: string, columns: string[]): void {
  const known = tables().find((table) => table.name === name);
  const strange = known
    ? columns.find((column) => !known.columns.some((other) => other.name === column))
    : name;
  if (strange) throw new BadCopy(`A later version of the program wrote it: nothing here holds ${strange}.`);
}

/** The rows of a copy, table by table, some at a time. */
export async function* pagesOfCopy(path: string): AsyncGenerator<TablePage> {
  let page: TablePage | undefined;
  for await (const line of readCopy(path)) {
    if (line.kind === "row") page?.rows.push(line.row);
    if (page && page.rows.length > 0 && (line.kind !== "row" || page.rows.length >= PAGE)) {
      yield page;
      page = { table: page.table, rows: [] };
    }
    if (line.kind === "table") page = { table: columnsOf(line.table, line.columns), rows: [] };
  }
}
