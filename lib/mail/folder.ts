import { mkdirSync } from "node:fs";
import { open, readdir, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { env } from "../env/env";
import type { Transport } from "./smtp";

const NAME = /^[0-9A-Za-z][0-9A-Za-z.-]*\.eml$/;

/** Where messages are kept while no SMTP server is set. */
export function mailFolder(): string {
  return join(env().DATA_DIR, "mail");
}

/** Keeps each message as a file of its own; the same message offered twice is one file. */
export function folderTransport(): Transport {
  const folder = mailFolder();
  mkdirSync(folder, { recursive: true });
  return {
    async hand({ fileName, raw }) {
      const unfinished = join(folder, `.${fileName}.${process.pid}`);
      const file = await open(unfinished, "w");
      try {
        await file.writeFile(raw);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(unfinished, join(folder, fileName));
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
