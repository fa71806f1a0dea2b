import { prepareDatabase } from "@/bin/prepare/database";
import { now } from "@/lib/clock";
import { closeDatabase, db } from "@/lib/db/client";
import { prepareSend } from "@/lib/delivery/prepare";
import { runSendingWorker } from "@/lib/delivery/worker";
import { env } from "@/lib/env/env";
import { newId } from "@/lib/ids";
import { heavyLetter } from "./letter";

// Sends an issue through the ledger and tells how many messages a second: send-issue.ts READERS
const readers = Number(process.argv[2]);
const WARM_UP = 300;

async function add(count: number): Promise<void> {
  const people = Array.from({ length: count }, () => {
    const id = newId();
    const email = `ada-${id.toLowerCase()}@example.com`;
    const state = { status: "ACTIVE", confirmedAt: now(), revision: 1 };
    return { id, email, emailKey: email, name: "Ada", ...state };
  });
  for (let at = 0; at < count; at += 500)
    await db().subscriber.createMany({ data: people.slice(at, at + 500) });
}

async function sent(issue: string): Promise<number> {
  const { readers: wanted } = await prepareSend(heavyLetter(issue), now());
  const start = performance.now();
  await runSendingWorker({ signal: new AbortController().signal, once: true });
  const seconds = (performance.now() - start) / 1000;
  const done = await db().delivery.count({ where: { issue, state: "SENT" } });
  if (done !== wanted) throw new Error(`${done} of ${wanted} were sent`);
  return done / seconds;
}

await prepareDatabase(env().DATABASE_URL);
await add(WARM_UP);
await sent("warm-up");
await add(readers - WARM_UP);
console.log(JSON.stringify({ rate: await sent("measured") }));
await closeDatabase();
process.exit();
