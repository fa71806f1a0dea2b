import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startPostgres } from "../bin/test/postgres";

// Kills import, erase, restore and move with SIGKILL at random moments and runs them again:
// npx tsx bench/kill-drill.ts [kills, 10] [sqlite|postgres]
const kills = Number(process.argv[2] ?? 10);
const folder = mkdtempSync(join(tmpdir(), "possibilities-kill-"));
process.env.DATA_DIR = folder;
process.env.APP_SECRET ??= "a secret that is only good for this drill, and long enough";
const sqlite = process.argv[3] !== "postgres";
const server = sqlite ? undefined : await startPostgres();
process.env.DATABASE_URL = server?.url("postgres") ?? `file:${join(folder, "site.db")}`;
const target = `file:${join(folder, "moved.db")}`;
const READERS = 100_000;

const { prepareDatabase } = await import("../bin/prepare/database");
const { db, closeDatabase, inTransaction, openDatabase } = await import("@/lib/db/client");
const { suppress } = await import("@/lib/subscribers/suppression");
const { unsubscribe } = await import("@/lib/subscribers/leave");

function ezine(...args: string[]): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", "bin/ezine.ts", ...args], { stdio: "pipe" });
}

async function done(child: ChildProcess): Promise<number | null> {
  let said = "";
  child.stderr?.on("data", (chunk) => {
    said += chunk;
  });
  child.stdout?.resume();
  const code = await new Promise<number | null>((resolve) => child.once("exit", resolve));
  if (code !== 0 && code !== null) console.log(`  exit ${code}: ${said.trim().split("\n").at(-1)}`);
  return code;
}

/** Runs a verb, killing it `kills` times on the way, and then to its end. */
async function killed(from: number, span: number, ...args: string[]): Promise<void> {
  let struck = 0;
  for (let count = 0; count < kills; count++) {
    const child = ezine(...args);
    const ended = done(child);
    await Promise.race([sleep(from + Math.random() * span), ended]);
    if (child.exitCode === null) {
      child.kill("SIGKILL");
      struck++;
    }
    await ended;
  }
  const code = await done(ezine(...args));
  console.log(
    `${args.slice(0, 2).join(" ")}: killed ${struck} times, then ${code === 0 ? "done" : `exit ${code}`}`,
  );
}

function check(what: string, got: unknown, wanted: unknown): void {
  const right = JSON.stringify(got) === JSON.stringify(wanted);
  console.log(`  ${right ? "right" : "WRONG"}  ${what}: ${JSON.stringify(got)}`);
  if (!right) process.exitCode = 1;
}

await prepareDatabase(process.env.DATABASE_URL);
const lines = Array.from({ length: READERS }, (_, index) => `reader${index}@example.com,Reader ${index}\r\n`);
const file = join(folder, "readers.csv");
writeFileSync(file, `email,name\r\n${lines.join("")}`);
await inTransaction(async (tx) => {
  for (let index = 0; index < 100; index++) {
    const email = `reader${index * 3}@example.com`;
    await tx.subscriber.create({
      data: {
        id: `left${String(index).padStart(12, "0")}`,
        email,
        emailKey: email,
        status: "UNSUBSCRIBED",
        revision: 1,
      },
    });
    await suppress(tx, `reader${index * 3 + 1}@example.com`, "erased");
  }
});
await killed(1100, 600, "subscribers", "import", file);
check("readers", await db().subscriber.count(), READERS - 100);
check("active", await db().subscriber.count({ where: { status: "ACTIVE" } }), READERS - 200);
const [row] = await db().import.findMany();
check(
  "counted",
  [row?.added, row?.unchanged, row?.changed, row?.refused, row?.state],
  [READERS - 200, 100, 0, 100, "DONE"],
);

const copy = join(folder, "site.copy");
await done(ezine("backup", copy));
await killed(600, 900, "subscribers", "erase", "reader99999@example.com");
if (sqlite) {
  await closeDatabase();
  const holding = readdirSync(folder).filter(
    (name) => /^site\.db/.test(name) && readFileSync(join(folder, name)).includes("eader99999@"),
  );
  check("files that still hold the address", holding, []);
}
const leaver = await db().subscriber.findUniqueOrThrow({ where: { emailKey: "reader20000@example.com" } });
await inTransaction((tx) => unsubscribe(tx, leaver.id, "visitor"));
await db().subscriber.deleteMany({ where: { id: { gt: "w" } } });
await killed(700, 9000, "restore", copy);
check("readers", await db().subscriber.count(), READERS - 101);
check("erased", await db().subscriber.count({ where: { emailKey: "reader99999@example.com" } }), 0);
check(
  "left",
  (await db().subscriber.findUnique({ where: { emailKey: "reader20000@example.com" } }))?.status,
  "UNSUBSCRIBED",
);
check("held", await db().fact.count({ where: { name: "sending-held" } }), 1);

await prepareDatabase(target);
await closeDatabase();
await killedMove();
const there = openDatabase(target);
check("readers moved", await there.subscriber.count(), READERS - 101);
await there.$disconnect();
await closeDatabase();
await server?.stop();
rmSync(folder, { recursive: true, force: true });

/** A move that came to its end refuses to be done again; the kills stop there. */
async function killedMove(): Promise<void> {
  let struck = 0;
  for (let count = 0; count < kills; count++) {
    const child = ezine("move", "--to", target);
    const ended = done(child);
    await Promise.race([sleep(700 + Math.random() * 4000), ended]);
    if (child.exitCode !== null) break;
    child.kill("SIGKILL");
    struck++;
    await ended;
  }
  const code = await done(ezine("move", "--to", target));
  console.log(`move: killed ${struck} times, then exit ${code}`);
}
