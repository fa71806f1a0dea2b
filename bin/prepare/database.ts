import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { providerOf, sqlitePath } from "@/lib/db/address";
import { migrate } from "@/lib/db/migrations";
import { Refusal } from "./refusal";

/** What a failure to reach the database says of itself, without the password that its address may hold. */
function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : "";
  const line = message.trim().split("\n").findLast(Boolean) ?? "it did not answer";
  return line.replace(/\/\/[^@/]*@/g, "//").slice(0, 200);
}

/** Brings the database up to this version; refuses one that cannot be opened or that a newer version wrote. */
export async function prepareDatabase(databaseUrl: string): Promise<void> {
  const sqlite = providerOf(databaseUrl) === "sqlite";
  const name = sqlite ? sqlitePath(databaseUrl) : "of DATABASE_URL";
  try {
    if (sqlite) mkdirSync(dirname(sqlitePath(databaseUrl)), { recursive: true });
    if ((await migrate(databaseUrl)) !== "newer") return;
  } catch (error) {
    throw new Refusal(`The database ${name} cannot be used: ${reason(error)}. Check DATABASE_URL.`);
  }
  throw new Refusal(
    `The database ${name} was written by a newer version of this program. Start that version, or set DATABASE_URL to another database.`,
  );
}
