import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { prepareDatabase } from "@/bin/prepare/database";
import { dataFolder } from "@/bin/test/machine";
import { startPostgres } from "@/bin/test/postgres";
import { now } from "@/lib/clock";
import { closeDatabase, db } from "@/lib/db/client";
import { prepareSend } from "@/lib/delivery/prepare";
import { activeReaders, sampleLetter } from "@/lib/delivery/samples";
import { bundled } from "./bundled";
import { Judge } from "./judgement";
import { copiesById, judged, ledger } from "./ledger";
import type { Outcome } from "./outcome";
import { randomFrom } from "./random";

// One configuration: drill.ts sqlite|postgres CONNECTIONS hold|retry SEED KILLS READERS
const [, , database = "sqlite", connections = "1", policy = "hold", ...numbers] = process.argv;
const [seed = 1, KILLS = 50, READERS = 2000] = numbers.map(Number);
const random = randomFrom(seed);
const folder = dataFolder();
const postgres = database === "postgres" ? await startPostgres() : undefined;
const judge = new Judge(join(folder, "record"), seed + 1);
Object.assign(process.env, {
  DATA_DIR: folder,
  APP_SECRET: "a secret that is only good for this drill, and long enough",
  DATABASE_URL: postgres?.url("postgres") ?? `file:${join(folder, "site.db")}`,
  SMTP_URL: await judge.url(),
  SEND_RATE: "10000",
  SEND_CONNECTIONS: connections,
  SEND_UNCERTAIN: policy,
});

// However it is ended, nothing that it started outlives it.
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => process.exit(1));
const started = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of started) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

const WORKER = bundled("bench/crash/worker.ts");
const BYSTANDER = bundled("bench/crash/bystander.ts");

function start(script: string): ChildProcess {
  const child = fork(script, { stdio: ["ignore", "ignore", "inherit", "ipc"], execArgv: [] });
  started.add(child);
  child.once("exit", () => started.delete(child));
  return child;
}

/** A worker that is loaded and waits for its word. */
function loadWorker() {
  const worker = start(WORKER);
  return { worker, loaded: once(worker, "message"), ended: once(worker, "exit") };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const gone = once(child, "exit");
  child.kill(signal);
  await gone;
}

let sends = 0;
async function nextSend(): Promise<void> {
  sends += 1;
  await prepareSend(sampleLetter(`crash-${sends}`), now());
}

const open = () => db().send.count({ where: { state: { not: "DONE" } } });

/** Comes back when the judge took that many, or when there is nothing left that it could take. */
async function reached(target: number): Promise<void> {
  let isOver = false;
  await Promise.race([
    judge.until(() => isOver || judge.accepted >= target),
    (async () => {
      while (!isOver && (await open()) > 0) await sleep(200);
    })(),
  ]);
  isOver = true;
}

await prepareDatabase(String(process.env.DATABASE_URL));
await activeReaders(READERS);
await nextSend();
const recorded = new Map<string, number>();
let ofEverything = 0;
let bystander = start(BYSTANDER);
let next = loadWorker();
for (let kill = 0; kill < KILLS; kill++) {
  const { worker, loaded, ended } = next;
  await loaded;
  worker.send("go");
  next = loadWorker();
  // Mostly somewhere in the middle of the work, now and then while it is only just beginning.
  if (random.part() < 0.1) await sleep(random.part() * 400);
  else await reached(judge.accepted + 1 + random.below((1.7 * READERS) / KILLS));
  await sleep(random.part() * 12);
  const everything = random.part() < 0.5;
  judge.mark();
  worker.kill("SIGKILL");
  if (everything) {
    ofEverything += 1;
    await Promise.all([end(bystander, "SIGKILL"), postgres?.halt("crash")]);
    await closeDatabase();
    await postgres?.start();
    bystander = start(BYSTANDER);
  }
  await ended;
  await judge.quiet();
  const copies = copiesById(judge);
  for (const { state, messageId } of await ledger()) {
    if (state === "SENT" && !recorded.has(messageId)) recorded.set(messageId, copies.get(messageId) ?? 0);
  }
  if ((await open()) === 0) await nextSend();
}
await next.loaded;
next.worker.send("go");
while ((await open()) > 0) await sleep(100);
await Promise.all([end(next.worker, "SIGTERM"), end(bystander, "SIGKILL")]);
await judge.quiet();
const outcome: Outcome = {
  database,
  connections: Number(connections),
  policy,
  kills: KILLS,
  ofEverything,
  readers: READERS,
  sends,
  ...judged(await ledger(), judge, recorded),
  cuts: judge.cuts,
};
judge.stop();
await closeDatabase();
await postgres?.stop();
console.log(JSON.stringify(outcome));
process.exit();
