import { setTimeout as sleep } from "node:timers/promises";
import { SECOND } from "../clock";
import { providerOf, sqlitePath } from "./address";
import type { Db } from "./client";
import { removeDeadSnapshots } from "./snapshot-files";
import { tables } from "./tables";

const TRIES = 20;

/**
 * Writes the whole database anew, so that no byte of what was deleted is left in its files: neither database
 * overwrites what it deletes. The site waits meanwhile: about a second for 100,000 readers.
 */
export async function rewriteDatabase(database: Db, databaseUrl: string): Promise<"rewritten" | "log kept"> {
  if (providerOf(databaseUrl) === "postgres") {
    const names = tables().map(({ name }) => `"${name}"`);
    // The statistics hold samples of every column, addresses among them.
    await database.$executeRawUnsafe(`VACUUM (FULL, ANALYZE) ${names.join(", ")}`);
    await leaveJournalBehind(database);
    return "rewritten";
  }
  await removeDeadSnapshots(sqlitePath(databaseUrl));
  await database.$executeRawUnsafe("VACUUM");
  // The log can be emptied only in a moment when nobody reads from it.
  for (let tries = 0; tries < TRIES; tries++) {
    const [state] = await database.$queryRawUnsafe<{ busy: number | bigint }[]>(
      "PRAGMA wal_checkpoint(TRUNCATE)",
    );
    if (Number(state?.busy) === 0) return "rewritten";
    await sleep(SECOND / 2);
  }
  return "log kept";
}

/**
 * Lets Postgres go on in a new file of its journal and reuse the old ones, which hold what was deleted until they are
 * written over. An account that may not ask for that waits for the server's own time, minutes as a rule.
 */
async function leaveJournalBehind(database: Db): Promise<void> {
  for (const wish of ["SELECT pg_switch_wal()::text", "CHECKPOINT"]) {
    await database.$executeRawUnsafe(wish).catch(() => {});
  }
}

/** Pages of SQLite's log after which it is written into the file, in bulk and otherwise. */
const BULK_LOG = 20_000;
const USUAL_LOG = 1000;

/**
 * Lets SQLite's log grow while many rows are written batch by batch: written into the file after each of them, it
 * would write nearly every page of the indexes again and again. Commits stay durable. Postgres sees to this itself.
 */
export async function inBulk<T>(database: Db, databaseUrl: string, run: () => Promise<T>): Promise<T> {
  if (providerOf(databaseUrl) === "postgres") return run();
  await database.$queryRawUnsafe(`PRAGMA wal_autocheckpoint = ${BULK_LOG}`);
  try {
    return await run();
  } finally {
    await database.$queryRawUnsafe(`PRAGMA wal_autocheckpoint = ${USUAL_LOG}`);
    await database.$queryRawUnsafe("PRAGMA wal_checkpoint(PASSIVE)");
  }
}
