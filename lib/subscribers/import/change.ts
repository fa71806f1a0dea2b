import type { Tx } from "@/lib/db/client";
import type { Change } from "./decide";
import type { KnownRow } from "./known";

/**
 * Changes somebody who was known before the import, and keeps what the row said so that it can be undone. False
 * where the row has moved on since it was read.
 */
export async function changeSubscriber(
  tx: Tx,
  row: KnownRow,
  change: Change,
  { importId, moment }: { importId: string; moment: Date },
): Promise<boolean> {
  const revision = row.revision + 1;
  const { count } = await tx.subscriber.updateMany({
    where: { id: row.id, revision: row.revision, status: row.status },
    data: { ...change, revision },
  });
  if (count !== 1) return false;
  const before = {
    status: row.status,
    name: row.name,
    confirmedAt: row.confirmedAt,
    ownerNote: row.ownerNote,
  };
  await tx.importChange.upsert({
    where: { importId_subscriberId: { importId, subscriberId: row.id } },
    create: { importId, subscriberId: row.id, before: JSON.stringify(before), revision },
    // Two lines of one file: what counts is what was there before the first.
    update: { revision },
  });
  const detail = {
    import: importId,
    from: row.status,
    to: change.status ?? row.status,
    changed: Object.keys(change),
  };
  await tx.subscriberEvent.create({
    data: { subscriberId: row.id, at: moment, kind: "imported", by: "owner", detail: JSON.stringify(detail) },
  });
  return true;
}
