import type { Provider } from "../db/address";
import type { Tx } from "../db/client";
import { insertRows, type Row } from "../db/rows";
import { type Table, tables } from "../db/tables";
import { SENDING_HELD } from "./sending-held";
import { withoutTriggers } from "./triggers";

export type TablePage = { table: Pick<Table, "name" | "columns">; rows: Row[] };

/** Empties every table. */
export async function empty(tx: Tx, provider: Provider): Promise<void> {
  await withoutTriggers(tx, provider, async () => {
    for (const { name } of [...tables()].reverse()) await tx.$executeRawUnsafe(`DELETE FROM "${name}"`);
  });
}

/** Puts pages of rows into empty tables as they are. */
export async function load(tx: Tx, provider: Provider, pages: AsyncIterable<TablePage>): Promise<void> {
  await withoutTriggers(tx, provider, async () => {
    for await (const { table, rows } of pages) await insertRows(tx, provider, table, rows);
  });
  if (provider === "postgres") await setCounters(tx);
}

/** Postgres counts on from where it stood, which rows that came with their numbers have not moved. */
async function setCounters(tx: Tx): Promise<void> {
  for (const { name, columns, key } of tables()) {
    const counted = columns.filter((column) => column.kind === "integer" && key.includes(column.name));
    for (const column of counted) {
      await tx.$queryRawUnsafe(
        `SELECT setval(pg_get_serial_sequence('"${name}"', '${column.name}'), coalesce(max("${column.name}"), 0) + 1, false)::text FROM "${name}"`,
      );
    }
  }
}

/** Keeps everything of a database that was filled from another one from being sent until the owner says where sending goes on. */
export async function holdSending(tx: Tx, why: string, moment: Date): Promise<void> {
  await tx.lease.deleteMany();
  await holdOutbox(tx, why, moment);
}

/** Keeps issues from being sent, and drops the single messages that another database has sent meanwhile. */
export async function holdOutbox(tx: Tx, why: string, moment: Date): Promise<void> {
  const value = JSON.stringify({ why });
  await tx.fact.upsert({
    where: { name: SENDING_HELD },
    create: { name: SENDING_HELD, value, at: moment },
    update: { value, at: moment },
  });
  // What was waiting at that time has been sent since, by the database this one was taken from.
  await tx.outboxMessage.updateMany({
    where: { state: { in: ["QUEUED", "RETRY", "SENDING"] } },
    data: { state: "SKIPPED", leaseUntil: null, lastReply: why },
  });
}
