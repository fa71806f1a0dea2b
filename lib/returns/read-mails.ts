import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { splitMailbox } from "./mbox";

/** No report needs more; what follows is looked at by nobody. */
export const MAX_MAIL_BYTES = 10 * 1024 * 1024;

/** A mail and the file that it is of, or why a file cannot be read. */
export type RawMail =
  | { readonly file: string; readonly bytes: Buffer }
  | { readonly file: string; readonly problem: string };

/**
 * The mails at a path: of a file, of every file under a folder in the order of their names, or of standard input for
 * "-". What cannot be read is told in its turn and does not keep the rest from being read.
 */
export async function* readMails(path: string): AsyncGenerator<RawMail> {
  try {
    if (path === "-") yield* split(path, await buffer(process.stdin));
    else if ((await stat(path)).isDirectory())
      for (const inside of await mailsIn(path)) yield* readMails(inside);
    else yield* split(path, await readFile(path));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (!/^E[A-Z]+$|^ERR_FS_/.test(code)) throw error;
    yield { file: path, problem: code };
  }
}

/** A link may lead in a circle where it leads to a folder, and a pipe or socket would never end. */
async function mailsIn(folder: string): Promise<string[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter(
    ({ name }) => !name.startsWith("."),
  );
  const inside = entries.map(async (entry) => {
    const path = join(folder, entry.name);
    const aside = entry.isSymbolicLink() && (await stat(path).catch(() => undefined))?.isDirectory();
    return (entry.isFile() || entry.isDirectory() || entry.isSymbolicLink()) && !aside ? [path] : [];
  });
  return (await Promise.all(inside)).flat().sort();
}

function split(file: string, bytes: Buffer): RawMail[] {
  return splitMailbox(bytes).map((mail) => ({ file, bytes: mail.subarray(0, MAX_MAIL_BYTES) }));
}
