import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { db } from "../db/client";
import { rewriteDatabase } from "../db/rewrite";
import { env } from "../env/env";
import { mailFolder } from "../mail/folder";

/** Takes the last bytes of erased addresses away: kept messages that name them, and what the database deleted. */
export async function sweep(
  addresses: string[],
): Promise<{ messages: number; log: "rewritten" | "log kept" }> {
  const messages = await removeKept(addresses.map((address) => address.toLowerCase()));
  const log = await rewriteDatabase(db(), env().DATABASE_URL);
  return { messages, log };
}

async function removeKept(addresses: string[]): Promise<number> {
  const folder = mailFolder();
  let removed = 0;
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const raw = await readFile(path).catch(() => Buffer.alloc(0));
    if (!(await names(raw, addresses))) continue;
    await rm(path, { force: true });
    removed++;
  }
  return removed;
}

async function names(raw: Buffer, addresses: string[]): Promise<boolean> {
  const text = raw.toString("latin1").toLowerCase();
  if (addresses.some((address) => text.includes(address))) return true;
  // An encoded text hides an address from a search for its bytes.
  if (!/content-transfer-encoding:\s*(base64|quoted-printable)|=\?/.test(text)) return false;
  const mail = await simpleParser(raw);
  const said =
    `${mail.text ?? ""}\n${mail.html || ""}\n${mail.headerLines.map(({ line }) => line).join("\n")}`.toLowerCase();
  return addresses.some((address) => said.includes(address));
}
