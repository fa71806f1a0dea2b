import Database from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { keepStatements } from "./kept-statements";

/** A connection that keeps its statements, and how often it had to understand one. */
function connection() {
  const database = new Database(":memory:");
  onTestFinished(() => void database.close());
  database.exec('CREATE TABLE "reader" ("id" INTEGER PRIMARY KEY, "email" TEXT UNIQUE)');
  let prepared = 0;
  const prepare = database.prepare.bind(database);
  Object.assign(database, {
    prepare(sql: string) {
      prepared++;
      return prepare(sql);
    },
  });
  const forget = keepStatements(database);
  const say = (sql: string, ...values: unknown[]) => {
    const bound = database.prepare(sql).bind(values);
    return bound.reader ? bound.raw().all() : bound.run();
  };
  return { say, forget, prepared: () => prepared };
}

test("the same words are understood once and answer for each new value", () => {
  const { say, prepared } = connection();
  for (const name of ["ada", "grace"])
    say('INSERT INTO "reader" ("email") VALUES (?)', `${name}@example.com`);
  const found = (id: number) => say('SELECT "email" FROM "reader" WHERE "id" = ?', id);
  expect([found(1), found(2), found(3)]).toEqual([[["ada@example.com"]], [["grace@example.com"]], []]);
  expect(prepared()).toBe(2);
});

test("a statement that was refused works again", () => {
  const { say } = connection();
  const add = (email: string) => say('INSERT INTO "reader" ("email") VALUES (?) RETURNING "id"', email);
  expect(add("ada@example.com")).toEqual([[1]]);
  expect(() => add("ada@example.com")).toThrow(/UNIQUE/);
  expect(add("grace@example.com")).toEqual([[2]]);
});

test("statements of all lengths do not pile up, and those in use stay", () => {
  const { say, prepared } = connection();
  for (let length = 1; length <= 300; length++) {
    say('SELECT count(*) FROM "reader"');
    say(
      `SELECT "id" FROM "reader" WHERE "id" IN (${Array(length).fill("?").join()})`,
      ...Array(length).fill(1),
    );
  }
  expect(prepared()).toBe(301);
  say('SELECT "id" FROM "reader" WHERE "id" IN (?)', 1);
  expect(prepared()).toBe(302);
});

test("a table that was changed is read as it is now", () => {
  const { say, forget } = connection();
  say('INSERT INTO "reader" ("email") VALUES (?)', "ada@example.com");
  expect(say('SELECT * FROM "reader"')).toEqual([[1, "ada@example.com"]]);
  say('ALTER TABLE "reader" ADD COLUMN "name" TEXT');
  forget();
  expect(say('SELECT * FROM "reader"')).toEqual([[1, "ada@example.com", null]]);
});
