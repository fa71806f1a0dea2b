import { z } from "zod";
import { now } from "@/lib/clock";
import { type Provider, providerOf } from "@/lib/db/address";
import { db, inTransaction, type Tx } from "@/lib/db/client";
import { mark } from "@/lib/db/rows";
import { tables } from "@/lib/db/tables";
import { env } from "@/lib/env/env";
import { suppressionOf } from "../suppression";
import { isGone } from "./states";

const BATCH = 500;

export type UndoOutcome =
  | { done: true; removed: number; restored: number; kept: number }
  | { done: false; why: "unknown" | "undone before" };

const before = z.object({
  status: z.string(),
  name: z.string().nullable(),
  confirmedAt: z.string().nullable(),
  ownerNote: z.string().nullable(),
});

/**
 * Takes an import back: rows it added go, rows it changed say again what they said. Whoever has moved on since, be
 * it by leaving or by having been sent an issue, is left alone and counted as kept.
 */
export async function undoImport(id: string): Promise<UndoOutcome> {
  const found = await db().import.findUnique({ where: { id }, select: { state: true } });
  if (!found) return { done: false, why: "unknown" };
  if (found.state === "UNDONE") return { done: false, why: "undone before" };
  // From now on the import itself cannot go on.
  await db().import.update({ where: { id }, data: { state: "UNDOING" } });
  const restored = await restoreChanged(id);
  const { removed, kept } = await removeAdded(id);
  await db().import.update({ where: { id }, data: { state: "UNDONE", finishedAt: now() } });
  return { done: true, removed, restored: restored.done, kept: kept + restored.kept };
}

async function restoreChanged(importId: string): Promise<{ done: number; kept: number }> {
  const counts = { done: 0, kept: 0 };
  for (;;) {
    const changes = await inTransaction(async (tx) => {
      const some = await tx.importChange.findMany({
        where: { importId },
        take: BATCH,
        include: { subscriber: { select: { emailKey: true } } },
      });
      for (const { subscriberId, revision, before: text, subscriber } of some) {
        const { confirmedAt, ...rest } = before.parse(JSON.parse(text));
        // Whoever has left in the meantime, though an import had said so before, has left.
        const left = !isGone(rest.status) && (await suppressionOf(tx, subscriber.emailKey)) !== undefined;
        const { count } = await tx.subscriber.updateMany({
          where: { id: subscriberId, revision: left ? -1 : revision },
          data: { ...rest, confirmedAt: confirmedAt && new Date(confirmedAt), revision: revision + 1 },
        });
        if (count === 1) await note(tx, subscriberId, importId);
        counts[count === 1 ? "done" : "kept"]++;
        await tx.importChange.delete({ where: { importId_subscriberId: { importId, subscriberId } } });
      }
      return some.length;
    });
    if (changes < BATCH) return counts;
  }
}

async function note(tx: Tx, subscriberId: string, importId: string): Promise<void> {
  const detail = JSON.stringify({ import: importId });
  await tx.subscriberEvent.create({
    data: { subscriberId, at: now(), kind: "import-undone", by: "owner", detail },
  });
}

async function removeAdded(importId: string): Promise<{ removed: number; kept: number }> {
  let removed = 0;
  let after = "";
  const sql = removal(providerOf(env().DATABASE_URL));
  for (;;) {
    const last = await inTransaction(async (tx) => {
      const rows = await tx.subscriber.findMany({
        where: { importId, id: { gt: after } },
        orderBy: { id: "asc" },
        take: BATCH,
        select: { id: true },
      });
      const end = rows.at(-1)?.id;
      if (end !== undefined) removed += await tx.$executeRawUnsafe(sql, importId, after, end);
      return end;
    });
    if (last === undefined) break;
    after = last;
  }
  return { removed, kept: await db().subscriber.count({ where: { importId } }) };
}

/** Deletes a stretch of the rows an import added, those that nothing has happened to. */
function removal(provider: Provider): string {
  // Every table that tells of a subscriber, those that are added to the models some day included.
  const traces = tables().filter(
    (table) =>
      table.name !== "ImportChange" && table.columns.some((column) => column.name === "subscriberId"),
  );
  const untouched = traces.map(
    (trace) =>
      `AND NOT EXISTS (SELECT 1 FROM "${trace.name}" WHERE "${trace.name}"."subscriberId" = "Subscriber"."id")`,
  );
  const [importId, after, end] = [0, 1, 2].map((index) => mark(provider, index));
  return `DELETE FROM "Subscriber" WHERE "importId" = ${importId} AND "id" > ${after} AND "id" <= ${end} AND "revision" = 1
    ${untouched.join("\n    ")}`;
}
