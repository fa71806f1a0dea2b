import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

test("what SQLite says about a refused edit is passed on as Studio passes errors on", () => {
  const program = `
    const { DatabaseSync } = await import("node:sqlite");
    const database = new DatabaseSync(":memory:");
    database.exec('CREATE TABLE "t" ("a" INTEGER, CONSTRAINT "a is small" CHECK ("a" < 9))');
    try { database.prepare('INSERT INTO "t" VALUES (?)').all(10); } catch (error) { console.log(JSON.stringify(error)); }`;
  const args = ["--no-warnings", "--import", "./bin/studio-errors.mjs", "--input-type=module", "-e", program];
  expect(execFileSync(process.execPath, args, { encoding: "utf8" })).toContain("a is small");
});
