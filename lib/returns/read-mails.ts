import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { splitMailbox } from "./mbox";

/** No report needs more; what follows is looked at by nobody. */
export const MAX_MAIL_BYTES = 10 * 1024 * 1024;

export type RawMail = { readonly file: string; readonly bytes: Buffer };

/** The mails at a path: of a file, of every file under a folder in the order of their names, or of standard input for "-". */
export async function* readMails(path: string): AsyncGenerator<RawMail> {
  if (path === "-") yield* split(path, await buffer(process.stdin));
  else if ((await stat(path)).isDirectory()) {
    const entries = await readdir(path, { withFileTypes: true });
    const names = entries.filter((entry) => entry.isFile() || entry.isDirectory()).map(({ name }) => name);
    for (const name of names.sort()) if (!name.startsWith(".")) yield* readMails(join(path, name));
  } else yield* split(path, await readFile(path));
}

function split(file: string, bytes: Buffer): RawMail[] {
  return splitMailbox(bytes).map((mail) => ({ file, bytes: mail.subarray(0, MAX_MAIL_BYTES) }));
}
