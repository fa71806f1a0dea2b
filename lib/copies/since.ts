import { now } from "../clock";
import type { Provider } from "../db/address";
import type { Tx } from "../db/client";
import { rowsAmong } from "../db/rows";
import { columnsOf, table } from "../db/tables";
import { erase } from "../subscribers/erase";
import { keyedHashes } from "../tokens";
import { pagesOf } from "./pages";

const STANDING_OF = new Map([
  ["left", { status: "UNSUBSCRIBED", date: "unsubscribedAt" }],
  ["never", { status: "UNSUBSCRIBED", date: "unsubscribedAt" }],
  ["complained", { status: "COMPLAINED", date: "complainedAt" }],
  ["dead", { status: "BOUNCED", date: "bouncedAt" }],
]);

/** Puts aside what the database knows of people who are gone, before a copy takes its place. */
export async function rememberWhoLeft(tx: Tx): Promise<void> {
  await tx.$executeRawUnsafe(`CREATE TEMPORARY TABLE "suppressed_now" AS SELECT * FROM "Suppression"`);
  await tx.$executeRawUnsafe(
    `CREATE TEMPORARY TABLE "gone_now" AS SELECT "emailKey", "status", "unsubscribedAt", "bouncedAt", "complainedAt"
     FROM "Subscriber" WHERE "status" NOT IN ('ACTIVE', 'PENDING')`,
  );
}

/** Lets everybody who was put aside be gone from the copy as well: by their row, by their keyed hash, or erased again. */
export async function whoLeftStaysGone(
  tx: Tx,
  provider: Provider,
): Promise<{ gone: number; erased: number }> {
  await tx.$executeRawUnsafe(
    `INSERT INTO "Suppression" ("hash", "keyId", "reason", "at")
     SELECT "hash", "keyId", "reason", "at" FROM "suppressed_now" WHERE true
     ON CONFLICT ("hash") DO UPDATE SET "reason" = excluded."reason", "at" = excluded."at"`,
  );
  const byRow = await tx.$executeRawUnsafe(
    `UPDATE "Subscriber" SET "status" = was."status", "unsubscribedAt" = was."unsubscribedAt",
       "bouncedAt" = was."bouncedAt", "complainedAt" = was."complainedAt", "revision" = "Subscriber"."revision" + 1
     FROM "gone_now" AS was
     WHERE was."emailKey" = "Subscriber"."emailKey" AND "Subscriber"."status" IN ('ACTIVE', 'PENDING')`,
  );
  const byHash = await suppressedStayGone(tx, provider);
  await tx.$executeRawUnsafe(`DROP TABLE "suppressed_now"`);
  await tx.$executeRawUnsafe(`DROP TABLE "gone_now"`);
  return { gone: byRow + byHash.gone, erased: byHash.erased };
}

async function suppressedStayGone(tx: Tx, provider: Provider): Promise<{ gone: number; erased: number }> {
  const counts = { gone: 0, erased: 0 };
  if ((await tx.suppression.findFirst({ select: { hash: true } })) === null) return counts;
  const people = {
    ...columnsOf("Subscriber", ["id", "emailKey", "status"]),
    key: table("Subscriber").key,
    needs: [],
  };
  for await (const rows of pagesOf(tx, provider, people)) {
    const found = new Map<string, { id: string; status: string }>();
    for (const [id, emailKey, status] of rows) {
      for (const { hash } of keyedHashes(String(emailKey)))
        found.set(hash, { id: String(id), status: String(status) });
    }
    const wanted = columnsOf("Suppression", ["hash", "reason"]);
    for (const [hash, reason] of await rowsAmong(tx, provider, wanted, "hash", [...found.keys()])) {
      const person = found.get(String(hash));
      if (!person) continue;
      if (reason === "erased") {
        await erase(tx, person.id);
        counts.erased++;
      } else counts.gone += await setGone(tx, person.id, String(reason));
    }
  }
  return counts;
}

async function setGone(tx: Tx, id: string, reason: string): Promise<number> {
  const standing = STANDING_OF.get(reason);
  if (!standing) return 0;
  const { count } = await tx.subscriber.updateMany({
    where: { id, status: { in: ["ACTIVE", "PENDING"] } },
    data: { status: standing.status, [standing.date]: now(), revision: { increment: 1 } },
  });
  return count;
}
