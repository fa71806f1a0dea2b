import { prepareDatabase } from "@/bin/prepare/database";
import { now } from "@/lib/clock";
import { closeDatabase, db } from "@/lib/db/client";
import { prepareSend } from "@/lib/delivery/prepare";
import { runSendingWorker } from "@/lib/delivery/worker";
import { env } from "@/lib/env/env";
import { newId } from "@/lib/ids";
import { heavyLetter } from "./letter";
import { type Timed, timed } from "./timed";

// Sends an issue through the ledger and tells how many messages a second, and what one costs: send-issue.ts READERS
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

async function sent(issue: string): Promise<Timed> {
  const { readers: wanted } = await prepareSend(heavyLetter(issue), now());
  const measured = await timed(wanted, () =>
    runSendingWorker({ signal: new AbortController().signal, once: true }),
  );
  const done = await db().delivery.count({ where: { issue, state: "SENT" } });
  if (done !== wanted) throw new Error(`${done} of ${wanted} were sent`);
  return measured;
}

await prepareDatabase(env().DATABASE_URL);
await add(WARM_UP);
await sent("warm-up");
await add(readers - WARM_UP);
console.log(JSON.stringify(await sent("measured")));
await closeDatabase();
process.exit();
