import type { Provider } from "../db/address";
import type { Tx } from "../db/client";
import { tables } from "../db/tables";

/**
 * Lets rows in as they are: the triggers that date and note what people do by hand rest meanwhile. They are back
 * before the transaction ends, or with its undoing.
 */
export async function withoutTriggers<T>(tx: Tx, provider: Provider, run: () => Promise<T>): Promise<T> {
  if (provider === "postgres") {
    for (const { name } of tables()) await tx.$executeRawUnsafe(`ALTER TABLE "${name}" DISABLE TRIGGER USER`);
    const result = await run();
    for (const { name } of tables()) await tx.$executeRawUnsafe(`ALTER TABLE "${name}" ENABLE TRIGGER USER`);
    return result;
  }
  const triggers = await tx.$queryRawUnsafe<{ name: string; sql: string }[]>(
    `SELECT "name", "sql" FROM "sqlite_master" WHERE "type" = 'trigger'`,
  );
  for (const { name } of triggers) await tx.$executeRawUnsafe(`DROP TRIGGER "${name}"`);
  const result = await run();
  for (const { sql } of triggers) await tx.$executeRawUnsafe(sql);
  return result;
}
