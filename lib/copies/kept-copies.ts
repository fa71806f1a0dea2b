import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { before, now } from "../clock";
import { env } from "../env/env";
import { RETENTION } from "../retention";

const NAME = /^before-restore-.*\.copy$/;

/** Where a restore keeps what was there before it. */
export function copiesFolder(): string {
  return join(env().DATA_DIR, "backups");
}

/** The path for one more copy of what is there. What a restore left unfinished when it died goes. */
export function nextKeptCopy(): string {
  const folder = copiesFolder();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder))
    if (name.endsWith(".unfinished")) rmSync(join(folder, name), { force: true });
  return join(folder, `before-restore-${now().toISOString().replace(/[:.]/g, "-")}.copy`);
}

/** The copies that restores made and that are kept at this moment: an erasure does not reach into them. */
export function keptCopies(): string[] {
  try {
    return readdirSync(copiesFolder()).filter((name) => NAME.test(name));
  } catch {
    // No restore has made one yet.
    return [];
  }
}

/** Deletes the copies that restores made once their time is over; those that the owner made are the owner's. */
export async function forgetCopies(): Promise<number> {
  const old = keptCopies()
    .map((name) => join(copiesFolder(), name))
    .filter((path) => statSync(path).mtime < before(RETENTION.copies));
  for (const path of old) rmSync(path, { force: true });
  return old.length;
}
