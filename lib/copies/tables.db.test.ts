import { expect, test } from "vitest";
import { providerOf } from "../db/address";
import { db } from "../db/client";
import { tables } from "../db/tables";
import { env } from "../env/env";

async function columnsInDatabase(): Promise<string[]> {
  const sql =
    providerOf(env().DATABASE_URL) === "sqlite"
      ? `SELECT m."name" || '.' || c."name" AS "column" FROM "sqlite_master" m, pragma_table_info(m."name") c
         WHERE m."type" = 'table' AND m."name" NOT LIKE 'sqlite_%' AND m."name" <> '_prisma_migrations'`
      : `SELECT table_name || '.' || column_name AS "column" FROM information_schema.columns
         WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'`;
  return (await db().$queryRawUnsafe<{ column: string }[]>(sql)).map(({ column }) => column);
}

test("no table and no column of the database is forgotten when it is copied or moved", async () => {
  const known = tables().flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name}`));
  expect((await columnsInDatabase()).sort()).toEqual(known.sort());
});
