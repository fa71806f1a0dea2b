import { prepareDatabase } from "@/bin/prepare/database";
import { now } from "@/lib/clock";
import { closeDatabase } from "@/lib/db/client";
import { prepareSend } from "@/lib/delivery/prepare";
import { env } from "@/lib/env/env";
import { heavyLetter } from "./letter";
import { addReaders } from "./readers";

// Makes a ledger that is ready to be worked through: prepare-issue.ts READERS
const readers = Number(process.argv[2]);

await prepareDatabase(env().DATABASE_URL);
await addReaders(1, readers);
await prepareSend(heavyLetter("measured"), now());
console.log(JSON.stringify({ readers }));
await closeDatabase();
process.exit();
