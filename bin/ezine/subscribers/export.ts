import { open, rename, rm } from "node:fs/promises";
import { subscribersAsCsv } from "@/lib/subscribers/export";
import { argumentsOf, lean, makeReady, say } from "../verb";

const USAGE = "npm run ezine -- subscribers export [--out FILE]";

/** Writes the list as CSV, to a file or to standard output. */
export async function run(args: string[]): Promise<number> {
  const { values } = argumentsOf(args, { out: { type: "string" } }, USAGE, 0);
  lean();
  await makeReady();
  if (values.out === undefined) {
    for await (const text of subscribersAsCsv()) await written(text);
    return 0;
  }
  const lines = await toFile(values.out);
  say(`${lines} subscribers in ${values.out}. It holds personal data: keep it only as long as you need it.`);
  return 0;
}

async function written(text: string): Promise<void> {
  if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once("drain", resolve));
}

/** A file of that name is there only when it is whole. */
async function toFile(path: string): Promise<number> {
  const unfinished = `${path}.unfinished`;
  const file = await open(unfinished, "w", 0o600);
  let lines = -1;
  try {
    for await (const text of subscribersAsCsv()) {
      await file.write(text);
      lines += text.split("\r\n").length - 1;
    }
    await file.sync();
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  await rename(unfinished, path);
  return lines;
}
