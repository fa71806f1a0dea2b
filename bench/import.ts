import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { closeDatabase } from "@/lib/db/client";
import { columnsOf } from "@/lib/db/tables";
import { FILLED } from "@/lib/subscribers/import/additions";
import { inspectFile } from "@/lib/subscribers/import/file";
import { importFile } from "@/lib/subscribers/import/import";
import { layoutOf } from "@/lib/subscribers/import/records";
import { lean } from "../bin/ezine/verb";

// Import beside raw inserts of the same rows and columns in one transaction: npx tsx bench/import.ts [rows, 200000]
const rows = Number(process.argv[2] ?? 200_000);
lean();
const folder = mkdtempSync(join(tmpdir(), "possibilities-bench-"));
process.env.DATA_DIR = folder;
process.env.APP_SECRET ??= "a secret that is only good for measuring, and long enough";
process.env.DATABASE_URL = `file:${join(folder, "import.db")}`;

async function writeFile(path: string): Promise<void> {
  const file = createWriteStream(path);
  file.write("Email Address,First Name,Last Name,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME\r\n");
  for (let index = 0; index < rows; index++) {
    const line = `reader${(index * 7919) % 1_000_003}@example${index % 97}.com,Reader,Number ${index},2018-02-05 19:28:23,192.0.2.1,2018-02-05 19:29:23\r\n`;
    if (!file.write(line)) await once(file, "drain");
  }
  file.end();
  await once(file, "finish");
}

/** An empty database, made by a process of its own: what making one takes is not what importing takes. */
function prepare(file: string): void {
  const env = { ...process.env, DATABASE_URL: `file:${join(folder, file)}` };
  const made = spawnSync(process.execPath, ["--import", "tsx", "bin/ezine.ts", "subscribers", "list"], {
    env,
  });
  if (made.status !== 0) throw new Error(String(made.stderr));
}

async function imported(path: string): Promise<number> {
  const start = performance.now();
  const file = await inspectFile(path);
  const layout = layoutOf(file.sample);
  if (!layout) throw new Error("no column of addresses");
  await importFile(file, layout, "measured", () => {});
  const seconds = (performance.now() - start) / 1000;
  await closeDatabase();
  return rows / seconds;
}

/** The same values, taken from the imported rows a group at a time so that memory stays small; reading is not timed. */
async function raw(): Promise<number> {
  const path = join(folder, "raw.db");
  const source = new Database(join(folder, "import.db"), { readonly: true });
  const target = new Database(path);
  for (const pragma of ["journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"])
    target.pragma(pragma);
  const names = columnsOf("Subscriber", FILLED).columns.map(({ name }) => `"${name}"`);
  const statement = target.prepare(`INSERT INTO "Subscriber" (${names}) VALUES (${names.map(() => "?")})`);
  const page = source
    .prepare(`SELECT ${names} FROM "Subscriber" WHERE rowid > ? ORDER BY rowid LIMIT 5000`)
    .raw();
  let milliseconds = 0;
  const timed = (run: () => void) => {
    const start = performance.now();
    run();
    milliseconds += performance.now() - start;
  };
  timed(() => target.exec("BEGIN"));
  for (let at = 0; at < rows; at += 5000) {
    const values = page.all(at);
    timed(() => {
      for (const row of values) statement.run(row);
    });
  }
  timed(() => target.exec("COMMIT"));
  source.close();
  target.close();
  return rows / (milliseconds / 1000);
}

const path = join(folder, "readers.csv");
await writeFile(path);
for (const file of ["import.db", "raw.db"]) prepare(file);
const ours = await imported(path);
const memory = process.resourceUsage().maxRSS / 1024;
const bare = await raw();
rmSync(folder, { recursive: true, force: true });
console.log(
  JSON.stringify({
    name: "import beside raw inserts",
    rows,
    ours: Math.round(ours),
    bare: Math.round(bare),
    ratio: Number((ours / bare).toFixed(2)),
    peakMegabytes: Math.round(memory),
  }),
);
