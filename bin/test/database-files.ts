import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { providerOf, sqlitePath } from "@/lib/db/address";
import { closeDatabase, db } from "@/lib/db/client";
import { env } from "@/lib/env/env";

/** The files of the configured database's rows, the log of SQLite included, that hold a text, whatever its case. */
export async function databaseFilesWith(text: string): Promise<string[]> {
  const files = await databaseFiles();
  const wanted = text.toLowerCase();
  return files.filter((file) => readFileSync(file, "latin1").toLowerCase().includes(wanted));
}

async function databaseFiles(): Promise<string[]> {
  if (providerOf(env().DATABASE_URL) === "sqlite") {
    // Whoever closes a file gives up this process's locks on it, those of an open database too.
    await closeDatabase();
    const folder = dirname(sqlitePath(env().DATABASE_URL));
    const names = readdirSync(folder).filter((name) => name.includes(".db"));
    return names.map((name) => join(folder, name));
  }
  await db().$executeRawUnsafe("CHECKPOINT");
  const [place] = await db().$queryRawUnsafe<{ folder: string }[]>(
    `SELECT current_setting('data_directory') || '/base/' || (SELECT oid FROM pg_database WHERE datname = current_database()) AS "folder"`,
  );
  const folder = place?.folder ?? "";
  return readdirSync(folder).map((name) => join(folder, name));
}
