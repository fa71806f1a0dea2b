import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import v8 from "node:v8";
import { prepareData } from "../prepare/data";
import { prepareDatabase } from "../prepare/database";
import { checkedSettings } from "../prepare/settings";

/** The command was not written as it should be; the message says what is wrong with it, if that is not plain, and shows how. */
export class WrongUsage extends Error {
  constructor(usage: string, problem = "") {
    super(problem ? `${problem}\nUsage: ${usage}` : `Usage: ${usage}`);
  }
}

/** Reads a verb's arguments, `words` of them beside the options. Throws its usage where they are not as they should be. */
export function argumentsOf<T extends ParseArgsOptionsConfig>(
  args: string[],
  options: T,
  usage: string,
  words: number | "any",
) {
  try {
    const parsed = parseArgs({ args, options, allowPositionals: true, strict: true });
    if (words === "any" || parsed.positionals.length === words) return parsed;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // Node's own words name the option; what it advises after that is for options that begin like no other.
    throw new WrongUsage(usage, `${error.message.split(". ")[0]}.`);
  }
  throw new WrongUsage(usage);
}

/** Makes the data folder, the secret and the database ready. Refuses where one of them cannot be used. */
export async function makeReady(): Promise<void> {
  const settings = checkedSettings();
  prepareData(settings);
  await prepareDatabase(settings.DATABASE_URL);
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

/** Makes V8 tidy up early: work on a million rows then takes as much memory as on ten thousand. */
export function lean(): void {
  v8.setFlagsFromString("--heap-growing-percent=20");
  v8.setFlagsFromString("--semi-space-growth-factor=1");
  v8.setFlagsFromString("--max-semi-space-size=4");
}
