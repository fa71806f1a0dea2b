import { setTimeout as sleep } from "node:timers/promises";
import { SECOND } from "../clock";
import { providerOf } from "./address";
import type { Db } from "./client";
import { tables } from "./tables";

const TRIES = 20;

/**
 * Writes the whole database anew, so that no byte of what was deleted is left in its files: neither database
 * overwrites what it deletes. The site waits meanwhile: about a second for 100,000 readers.
 */
export async function rewriteDatabase(database: Db, databaseUrl: string): Promise<"rewritten" | "log kept"> {
  if (providerOf(databaseUrl) === "postgres") {
    const names = tables().map(({ name }) => `"${name}"`);
    await database.$executeRawUnsafe(`VACUUM (FULL) ${names.join(", ")}`);
    return "rewritten";
  }
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
