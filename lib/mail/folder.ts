import { mkdirSync } from "node:fs";
import { open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { env } from "../env/env";
import { describeError } from "../log";
import type { Transport } from "./smtp";

const NAME = /^[0-9A-Za-z][0-9A-Za-z.-]*\.eml$/;

/** Where messages are kept while no SMTP server is set. */
export function mailFolder(): string {
  return join(env().DATA_DIR, "mail");
}

async function writeWhole(path: string, raw: Buffer): Promise<void> {
  const file = await open(path, "w");
  try {
    await file.writeFile(raw);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Keeps each message as a file of its own; the same message offered twice is one file. */
export function folderTransport(): Transport {
  const folder = mailFolder();
  mkdirSync(folder, { recursive: true });
  return {
    async hand({ fileName, raw }) {
      const unfinished = join(folder, `.${fileName}.${process.pid}`);
      try {
        await writeWhole(unfinished, raw);
        await rename(unfinished, join(folder, fileName));
      } catch (error) {
        // A full disk, most likely: nothing was kept, and what was begun takes no room.
        await rm(unfinished, { force: true }).catch(() => {});
        return { state: "unreached", reply: `not kept: ${describeError(error)}` };
      }
      return { state: "accepted", reply: `kept as ${fileName}` };
    },
    close() {},
  };
}

/** The names of the kept messages, newest first. */
export async function keptMessages(): Promise<string[]> {
  const names = await readdir(mailFolder()).catch(() => []);
  return names
    .filter((name) => NAME.test(name))
    .sort()
    .reverse();
}

/** A kept message as it would have gone out, or undefined for a name that no kept message has. */
export async function keptMessage(name: string): Promise<Buffer | undefined> {
  if (!NAME.test(name)) return undefined;
  return readFile(join(mailFolder(), name)).catch(() => undefined);
}
