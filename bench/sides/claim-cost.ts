import { prepareDatabase } from "@/bin/prepare/database";
import { now } from "@/lib/clock";
import { closeDatabase, db } from "@/lib/db/client";
import { claim } from "@/lib/delivery/claim";
import { prepareSend } from "@/lib/delivery/prepare";
import { env } from "@/lib/env/env";
import { median } from "../in-turn";
import { heavyLetter } from "./letter";

// Tells the milliseconds of one claim on SQLite, and the seconds of preparing the send: claim-cost.ts READERS
const readers = Number(process.argv[2]);
const CLAIMS = 60;
const AT_ONCE = 100;

async function addReaders(): Promise<void> {
  const moment = now();
  await db().$executeRaw`
    WITH RECURSIVE "n"("i") AS (SELECT 1 UNION ALL SELECT "i" + 1 FROM "n" WHERE "i" < ${readers})
    INSERT INTO "Subscriber" ("id", "email", "emailKey", "status", "confirmedAt", "source", "signedUpAt", "revision")
    SELECT 'reader' || "i", 'ada' || "i" || '@example.com', 'ada' || "i" || '@example.com', 'ACTIVE', ${moment},
      'import', ${moment}, 1 FROM "n"`;
}

await prepareDatabase(env().DATABASE_URL);
await addReaders();
const letter = heavyLetter("measured");
const start = performance.now();
await prepareSend(letter, now());
const preparing = (performance.now() - start) / 1000;

const times: number[] = [];
for (let turn = 0; turn < CLAIMS; turn++) {
  const from = performance.now();
  const { length } = await claim(letter.issue, "worker", AT_ONCE);
  if (length !== AT_ONCE) throw new Error(`claimed ${length}`);
  times.push(performance.now() - from);
}
console.log(JSON.stringify({ claim: median(times.slice(10)), preparing }));
await closeDatabase();
process.exit();
