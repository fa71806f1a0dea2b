import { prepareDatabase } from "@/bin/prepare/database";
import { now } from "@/lib/clock";
import { closeDatabase, db } from "@/lib/db/client";
import { prepareSend } from "@/lib/delivery/prepare";
import { runSendingWorker } from "@/lib/delivery/worker";
import { env } from "@/lib/env/env";
import { heavyLetter } from "./letter";
import { addReaders } from "./readers";
import { type Timed, timed } from "./timed";

// Sends an issue through the ledger and tells how many messages a second, and what one costs: send-issue.ts READERS
const readers = Number(process.argv[2]);
const WARM_UP = 300;

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
await addReaders(1, WARM_UP);
await sent("warm-up");
await addReaders(WARM_UP + 1, readers);
console.log(JSON.stringify(await sent("measured")));
await closeDatabase();
process.exit();
