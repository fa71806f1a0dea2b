import { now } from "../clock";
import type { Provider } from "../db/address";
import { openDatabase } from "../db/client";
import { knownMigrations } from "../db/migrations";
import { tables } from "../db/tables";
import { appSecrets } from "../env/env";
import { keyId } from "../tokens";
import { Digest } from "./digest";
import { type CopyEnd, headerLine, writeCopy } from "./file";
import { inspectCopy } from "./inspect";
import { pagesOf } from "./pages";
import { type Reader, withSnapshot } from "./snapshot";

/** Copies a database as it is at this moment into one file, reads the file back, and says how many rows it holds. */
export async function backup(databaseUrl: string, path: string): Promise<CopyEnd> {
  await withSnapshot(databaseUrl, (reader, provider) => writeCopy(path, linesOf(reader, provider)));
  const { end } = await inspectCopy(path);
  const database = openDatabase(databaseUrl);
  const fact = { value: path, at: now() };
  await database.fact
    .upsert({ where: { name: LAST_BACKUP }, create: { name: LAST_BACKUP, ...fact }, update: fact })
    .finally(() => database.$disconnect());
  return end;
}

/** The fact that says when the last copy was made, and where it was put. */
export const LAST_BACKUP = "last-backup";

async function* linesOf(reader: Reader, provider: Provider): AsyncGenerator<string, CopyEnd> {
  const [secret] = appSecrets();
  const migrations = await knownMigrations(provider);
  yield headerLine({ at: now().toISOString(), provider, keyId: keyId(secret), migrations });
  const end: CopyEnd = {};
  for (const table of tables()) {
    yield JSON.stringify({ table: table.name, columns: table.columns.map(({ name }) => name) });
    const digest = new Digest();
    for await (const rows of pagesOf(reader, provider, table)) {
      for (const row of rows) digest.add(row);
      yield rows.map((row) => JSON.stringify(row)).join("\n");
    }
    end[table.name] = digest.sum;
  }
  return end;
}
