import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { backup } from "@/lib/copies/backup";
import { move } from "@/lib/copies/move";
import { restore } from "@/lib/copies/restore";
import { openDatabase } from "@/lib/db/client";
import { migrate } from "@/lib/db/migrations";
import { insertRows, momentText } from "@/lib/db/rows";
import { columnsOf } from "@/lib/db/tables";
import { lean } from "../bin/ezine/verb";
import { startPostgres } from "../bin/test/postgres";

// Backup, restore, and a move from SQLite to Postgres and back: npx tsx bench/copies.ts [readers, 100000]
const READERS = Number(process.argv[2] ?? 100_000);
const PAGE = 5000;
lean();
const folder = mkdtempSync(join(tmpdir(), "possibilities-bench-"));
process.env.DATA_DIR = folder;
process.env.APP_SECRET ??= "a secret that is only good for measuring, and long enough";
const server = await startPostgres();
const [home, away, back] = [
  `file:${join(folder, "home.db")}`,
  server.url("postgres"),
  `file:${join(folder, "back.db")}`,
];

async function fill(): Promise<void> {
  const columns = columnsOf("Subscriber", [
    "id",
    "email",
    "emailKey",
    "name",
    "status",
    "confirmedAt",
    "revision",
  ]);
  const moment = momentText(new Date());
  const database = openDatabase(home);
  for (let at = 0; at < READERS; at += PAGE) {
    const rows = Array.from({ length: Math.min(PAGE, READERS - at) }, (_, index) => {
      const email = `reader${at + index}@example.com`;
      return [
        `r${String(at + index).padStart(15, "0")}`,
        email,
        email,
        `Nº ${index} "🙂"`,
        "ACTIVE",
        moment,
        1,
      ];
    });
    await database.$transaction((tx) => insertRows(tx, "sqlite", columns, rows));
  }
  await database.$disconnect();
}

async function seconds(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return Number(((performance.now() - start) / 1000).toFixed(1));
}

for (const url of [home, away, back]) await migrate(url);
await fill();
const copy = join(folder, "site.copy");
const result = {
  readers: READERS,
  backup: await seconds(() => backup(home, copy)),
  restore: await seconds(() => restore(copy, home)),
  toPostgres: await seconds(() => move(home, away)),
  toSqlite: await seconds(() => move(away, back)),
  peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
};
await server.stop();
rmSync(folder, { recursive: true, force: true });
console.log(JSON.stringify(result));
