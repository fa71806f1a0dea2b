import { existsSync } from "node:fs";
import { backup } from "@/lib/copies/backup";
import { env } from "@/lib/env/env";
import { Refusal } from "../prepare/refusal";
import { argumentsOf, lean, makeReady, say } from "./verb";

const USAGE = "npm run ezine -- backup FILE";

/** Copies the whole database into one file, while the site runs. */
export async function run(args: string[]): Promise<number> {
  const { positionals } = argumentsOf(args, {}, USAGE, 1);
  const path = positionals[0] ?? "";
  if (existsSync(path))
    throw new Refusal(`There is a file ${path} already; a copy never takes another's place.`);
  lean();
  await makeReady();
  const end = await backup(env().DATABASE_URL, path);
  const rows = Object.values(end).reduce((sum, table) => sum + table.rows, 0);
  say(`${rows} rows in ${path}, read back and right. It holds personal data; keep the secret apart from it.`);
  return 0;
}
