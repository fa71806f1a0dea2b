import { DAY } from "../clock";
import { type Provider, providerOf, sqlitePath } from "../db/address";
import { type Db, openDatabase, type Tx } from "../db/client";
import { removeDatabase, removeDeadSnapshots, snapshotFile } from "../db/snapshot-files";

/** Copying is one transaction however long it takes. */
const AS_LONG_AS_IT_TAKES = { timeout: DAY, maxWait: DAY };

export type Reader = Pick<Tx, "$queryRawUnsafe">;

/**
 * Shows `use` a database as it was at one moment, while the site goes on writing to it. Throws where SQLite finds its
 * file damaged: a copy of it would be worth nothing.
 */
export async function withSnapshot<T>(
  databaseUrl: string,
  use: (reader: Reader, provider: Provider) => Promise<T>,
): Promise<T> {
  const database = openDatabase(databaseUrl);
  try {
    if (providerOf(databaseUrl) === "sqlite") return await fromCopy(database, sqlitePath(databaseUrl), use);
    // The types are SQLite's, which knows no such level.
    const level = { ...AS_LONG_AS_IT_TAKES, isolationLevel: "RepeatableRead" as never };
    return await database.$transaction((tx) => use(tx, "postgres"), level);
  } finally {
    await database.$disconnect();
  }
}

async function fromCopy<T>(
  database: Db,
  path: string,
  use: (reader: Reader, provider: Provider) => Promise<T>,
): Promise<T> {
  const copy = snapshotFile(path);
  await removeDeadSnapshots(path);
  await removeDatabase(copy);
  try {
    await database.$executeRawUnsafe("VACUUM INTO ?", copy);
    const opened = openDatabase(`file:${copy}`);
    try {
      const found = await opened.$queryRawUnsafe<Record<string, string>[]>("PRAGMA integrity_check");
      const verdict = Object.values(found[0] ?? {})[0];
      if (verdict !== "ok") throw new Error(`SQLite finds the database damaged: ${verdict}`);
      return await use(opened, "sqlite");
    } finally {
      await opened.$disconnect();
    }
  } finally {
    await removeDatabase(copy);
  }
}

/** Runs everything that `run` writes as one transaction, which is undone as a whole when the process dies. */
export function inOneTransaction<T>(database: Db, run: (tx: Tx) => Promise<T>): Promise<T> {
  return database.$transaction(run, AS_LONG_AS_IT_TAKES);
}
