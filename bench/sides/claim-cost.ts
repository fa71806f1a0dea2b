import { prepareDatabase } from "@/bin/prepare/database";
import { now } from "@/lib/clock";
import { closeDatabase } from "@/lib/db/client";
import { claim } from "@/lib/delivery/claim";
import { prepareSend } from "@/lib/delivery/prepare";
import { env } from "@/lib/env/env";
import { median } from "../in-turn";
import { heavyLetter } from "./letter";
import { addReaders } from "./readers";

// Tells the milliseconds of one claim, and the seconds and peak memory of preparing the send: claim-cost.ts READERS
const readers = Number(process.argv[2]);
const CLAIMS = 60;
const AT_ONCE = 100;

await prepareDatabase(env().DATABASE_URL);
await addReaders(1, readers);
const letter = heavyLetter("measured");
const start = performance.now();
await prepareSend(letter, now());
const preparing = (performance.now() - start) / 1000;
const memory = process.resourceUsage().maxRSS / 1024;

const times: number[] = [];
for (let turn = 0; turn < CLAIMS; turn++) {
  const from = performance.now();
  const { length } = await claim(letter.issue, "worker", AT_ONCE);
  if (length !== AT_ONCE) throw new Error(`claimed ${length}`);
  times.push(performance.now() - from);
}
console.log(JSON.stringify({ claim: median(times.slice(10)), preparing, memory }));
await closeDatabase();
process.exit();
