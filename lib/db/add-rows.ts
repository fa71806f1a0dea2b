import { env } from "../env/env";
import { providerOf } from "./address";
import type { Tx } from "./client";
import type { Prisma } from "./generated/sqlite/client";
import { type Cell, insertRows, momentText } from "./rows";
import { columnsOf } from "./tables";

type Inputs = {
  Subscriber: Prisma.SubscriberCreateManyInput;
  SubscriberEvent: Prisma.SubscriberEventCreateManyInput;
  Confirmation: Prisma.ConfirmationCreateManyInput;
  OutboxMessage: Prisma.OutboxMessageCreateManyInput;
};

function cellOf(value: Cell | Date | undefined): Cell {
  return value instanceof Date ? momentText(value) : (value ?? null);
}

/**
 * Adds rows to a table in one statement, at a fraction of what the client's own way costs. Each row names the same
 * columns as the first; those that are not named get their defaults. Throws what the database refuses.
 */
export async function addRows<Name extends keyof Inputs>(
  tx: Tx,
  name: Name,
  rows: readonly Inputs[Name][],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const names = Object.keys(first);
  const cells = rows.map((row) => {
    const values = new Map<string, Cell | Date | undefined>(Object.entries(row));
    return names.map((column) => cellOf(values.get(column)));
  });
  await insertRows(tx, providerOf(env().DATABASE_URL), columnsOf(name, names), cells);
}
