import { now } from "@/lib/clock";
import { providerOf } from "@/lib/db/address";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env/env";

/** Adds active readers, numbered from one number up to another, in one statement of the database's own. */
export async function addReaders(from: number, to: number): Promise<void> {
  const moment = now();
  if (providerOf(env().DATABASE_URL) === "sqlite") {
    await db().$executeRaw`
      WITH RECURSIVE "n"("i") AS (SELECT ${from} UNION ALL SELECT "i" + 1 FROM "n" WHERE "i" < ${to})
      INSERT INTO "Subscriber" ("id", "email", "emailKey", "name", "status", "confirmedAt", "source", "signedUpAt", "revision")
      SELECT printf('reader%010d', "i"), 'ada' || "i" || '@example.com', 'ada' || "i" || '@example.com', 'Ada', 'ACTIVE',
        ${moment}, 'import', ${moment}, 1 FROM "n"`;
  } else {
    await db().$executeRaw`
      INSERT INTO "Subscriber" ("id", "email", "emailKey", "name", "status", "confirmedAt", "source", "signedUpAt", "revision")
      SELECT 'reader' || lpad("i"::text, 10, '0'), 'ada' || "i" || '@example.com', 'ada' || "i" || '@example.com', 'Ada', 'ACTIVE',
        ${moment}, 'import', ${moment}, 1 FROM generate_series(${from}::int, ${to}::int) AS "n"("i")`;
    // As the server does by itself after a while: its plans are of no use without.
    await db().$executeRawUnsafe('ANALYZE "Subscriber"');
  }
}
