import { mkdirSync } from "node:fs";
import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { providerOf } from "@/lib/db/address";
import { migrate } from "@/lib/db/migrations";
import { env } from "@/lib/env/env";

/** What was asked for cannot be done; the message is the one sentence that says so. */
export class Refusal extends Error {}
/** The command was not written as it should be; the message shows how. */
export class WrongUsage extends Error {}

/** Reads a verb's arguments. Throws its usage where they are not as they should be. */
export function argumentsOf<T extends ParseArgsOptionsConfig>(args: string[], options: T, usage: string, words: number) {
  try {
    const parsed = parseArgs({ args, options, allowPositionals: true, strict: true });
    if (parsed.positionals.length === words) return parsed;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  throw new WrongUsage(usage);
}

/** Brings the configured database up to this version. Refuses one that a later version wrote. */
export async function databaseReady(databaseUrl = env().DATABASE_URL): Promise<void> {
  if (providerOf(databaseUrl) === "sqlite") mkdirSync(env().DATA_DIR, { recursive: true });
  if ((await migrate(databaseUrl)) === "newer") {
    throw new Refusal("This database was written by a later version of the program; update the program first.");
  }
}

/** Writes what a program or a person reads to standard output. */
export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Shows how far long work is, on one line of a terminal; elsewhere it says nothing. */
export function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}

/** Clears the line of `progress`. */
export function progressDone(): void {
  progress("");
}
