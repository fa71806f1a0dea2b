import { existsSync } from "node:fs";
import { before, SECOND } from "@/lib/clock";
import { backup } from "@/lib/copies/backup";
import { BadCopy } from "@/lib/copies/file";
import { nextKeptCopy } from "@/lib/copies/kept-copies";
import { restore } from "@/lib/copies/restore";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env/env";
import { lastHeartbeat } from "@/lib/lease";
import { Refusal } from "../prepare/refusal";
import { argumentsOf, lean, makeReady, say } from "./verb";

const USAGE = "npm run ezine -- restore FILE";
/** A worker that gave a sign of life within this time is running. */
const ALIVE = 15 * SECOND;

/** Puts a copy in the place of the database. */
export async function run(args: string[]): Promise<number> {
  const { positionals } = argumentsOf(args, {}, USAGE, 1);
  const path = positionals[0] ?? "";
  if (!existsSync(path)) throw new Refusal(`There is no file ${path}.`);
  lean();
  await makeReady();
  await nobodyWorks();
  const kept = await keepWhatIsThere();
  try {
    const outcome = await restore(path, env().DATABASE_URL);
    if (outcome.state === "other-secret") {
      throw new Refusal(
        `${path} was made with another secret (${outcome.keyId}); put that one into APP_SECRET or APP_SECRET_PREVIOUS first. Nothing was changed.`,
      );
    }
    say(
      `Restored as of ${outcome.made}. ${outcome.gone} who left since then stay gone, ${outcome.erased} were erased again.`,
    );
    if (kept) say(`What was there before is in ${kept}.`);
    say("Nothing is sent until you say so: npm run ezine -- resume --here");
    return 0;
  } catch (error) {
    if (error instanceof BadCopy)
      throw new Refusal(`${path} cannot be restored: ${error.message} Nothing was changed.`);
    throw error;
  }
}

/** Refuses while a worker runs: what it writes now would be lost. */
export async function nobodyWorks(): Promise<void> {
  const beat = await lastHeartbeat("worker:");
  if (beat && beat > before(ALIVE))
    throw new Refusal("The site is running; stop it first and wait 15 seconds.");
}

async function keepWhatIsThere(): Promise<string | undefined> {
  if ((await db().subscriber.findFirst({ select: { id: true } })) === null) return undefined;
  const path = nextKeptCopy();
  await backup(env().DATABASE_URL, path);
  return path;
}
