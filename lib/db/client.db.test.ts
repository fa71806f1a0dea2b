import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { env } from "../env/env";
import { newId } from "../ids";
import { providerOf, sqlitePath } from "./address";
import { db, inTransaction } from "./client";

function ada(id = newId()) {
  return { id, email: `${id}@example.com`, emailKey: `${id}@example.com`, revision: 1 };
}

test("what throws inside a transaction leaves nothing behind", async () => {
  const row = ada();
  const failing = inTransaction(async (tx) => {
    await tx.subscriber.create({ data: row });
    throw new Error("changed my mind");
  });
  await expect(failing).rejects.toThrow("changed my mind");
  expect(await db().subscriber.findUnique({ where: { id: row.id } })).toBeNull();
});

test("a single write beside a transaction that is undone stays", async () => {
  const undone = ada();
  const kept = ada();
  let write: Promise<unknown> = Promise.resolve();
  const failing = inTransaction(async (tx) => {
    await tx.subscriber.create({ data: undone });
    write = db()
      .subscriber.create({ data: kept })
      .then(() => "written");
    await tx.subscriber.findMany({ take: 1 });
    throw new Error("changed my mind");
  });
  await expect(failing).rejects.toThrow();
  expect(await write).toBe("written");
  expect(await db().subscriber.findUnique({ where: { id: kept.id } })).not.toBeNull();
  expect(await db().subscriber.findUnique({ where: { id: undone.id } })).toBeNull();
});

test("four hundred transactions at once that read and then write all succeed", async () => {
  const rows = Array.from({ length: 400 }, () => ada());
  await Promise.all(
    rows.map((row) =>
      inTransaction(async (tx) => {
        await tx.subscriber.findUnique({ where: { emailKey: row.emailKey } });
        await tx.subscriber.create({ data: row });
      }),
    ),
  );
  expect(await db().subscriber.count({ where: { id: { in: rows.map((row) => row.id) } } })).toBe(400);
});

test("a transaction that could not begin leaves nothing locked for the next one", async () => {
  if (providerOf(env().DATABASE_URL) !== "sqlite") return;
  const other = new Database(sqlitePath(env().DATABASE_URL));
  other.exec("BEGIN IMMEDIATE");
  const waiting = [ada(), ada()].map((row) => inTransaction((tx) => tx.subscriber.create({ data: row })));
  const single = db().subscriber.count();
  // The lock is held for longer than one attempt takes, and let go while both wait.
  await new Promise((resolve) => setTimeout(resolve, 200));
  other.exec("ROLLBACK");
  other.close();
  expect(await Promise.all(waiting)).toHaveLength(2);
  expect(await single).toBeGreaterThanOrEqual(0);
});
