import { providerOf } from "../db/address";
import { type Db, db } from "../db/client";
import { type Cell, rowsAmong } from "../db/rows";
import { columnsOf, table, tables } from "../db/tables";
import { env } from "../env/env";

type Plain = Record<string, Cell>;

/** Columns that are about our book-keeping and not about the person. */
const OURS = new Set(["revision", "leaseUntil"]);

async function rowsOf(from: Db, name: string, column: string, value: string): Promise<Plain[]> {
  const wanted = table(name).columns.filter((candidate) => !OURS.has(candidate.name));
  const source = columnsOf(
    name,
    wanted.map((candidate) => candidate.name),
  );
  const rows = await rowsAmong(from, providerOf(env().DATABASE_URL), source, column, [value]);
  return rows.map((row) =>
    Object.fromEntries(wanted.map((candidate, index) => [candidate.name, row[index] ?? null])),
  );
}

/**
 * Everything that is kept about a subscriber, with consent and history, ready to be written as JSON: the rows of
 * every table that names them, those that are added to the models some day included.
 */
export async function personAsJson(subscriberId: string, from: Db = db()) {
  const [person] = await rowsOf(from, "Subscriber", "id", subscriberId);
  if (!person) throw new Error("There is no such subscriber");
  const about = tables().filter(({ columns }) => columns.some(({ name }) => name === "subscriberId"));
  const records: Record<string, Plain[]> = {};
  for (const { name } of about) records[name] = await rowsOf(from, name, "subscriberId", subscriberId);
  records.Enquiry = await rowsOf(from, "Enquiry", "emailKey", String(person.emailKey));
  const imports = person.importId ? await rowsOf(from, "Import", "id", String(person.importId)) : [];
  return {
    ...person,
    events: records.SubscriberEvent ?? [],
    confirmations: records.Confirmation ?? [],
    messages: records.OutboxMessage ?? [],
    import: imports.map(({ at, fileName, consent }) => ({ at, fileName, consent }))[0] ?? null,
    records,
  };
}
