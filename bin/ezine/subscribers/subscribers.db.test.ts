import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, type MockInstance, test, vi } from "vitest";
import { aFolder } from "@/bin/test/second-database";
import { db, inTransaction } from "@/lib/db/client";
import { suppress } from "@/lib/subscribers/suppression";
import { WrongUsage } from "../verb";
import { run as add } from "./add";
import { run as erase } from "./erase";
import { run as bringIn } from "./import";
import { run as list } from "./list";
import { run as show } from "./show";

let output: MockInstance<typeof process.stdout.write>;

beforeEach(async () => {
  await db().subscriber.deleteMany();
  await db().suppression.deleteMany();
  await db().import.deleteMany();
  output = vi.spyOn(process.stdout, "write").mockReturnValue(true);
});
afterEach(() => output.mockRestore());

function said(): string {
  const text = output.mock.calls.map(([part]) => String(part)).join("");
  output.mockClear();
  return text;
}

test("somebody the owner adds is active, with the note as the record of their wish", async () => {
  expect(await add(["Ada@example.com", "--note", "asked by telephone", "--name", "Ada Byron"])).toBe(0);
  expect(said()).toBe("Ada@example.com gets the next issue.\n");
  const row = await db().subscriber.findFirstOrThrow({ include: { events: true } });
  expect(row).toMatchObject({
    emailKey: "ada@example.com",
    status: "ACTIVE",
    ownerNote: "asked by telephone",
  });
  expect(row.events.map(({ kind, by }) => [kind, by])).toEqual([["added", "owner"]]);
});

test("nobody is added without a note, twice, under a name of two lines, or against their will", async () => {
  await expect(add(["ada@example.com"])).rejects.toThrow(WrongUsage);
  await expect(add(["ada@example.com", "--note", " "])).rejects.toThrow(WrongUsage);
  await expect(add(["nobody", "--note", "x"])).rejects.toThrow(
    "nobody is not an address that mail can carry.",
  );
  await expect(add(["ada@example.com", "--note", "x", "--name", "A\nB"])).rejects.toThrow(/one line/);
  for (const reason of ["left", "complained", "dead", "erased", "never"] as const) {
    await inTransaction((tx) => suppress(tx, `${reason}@example.com`, reason));
    await expect(add([`${reason}@example.com`, "--note", "x"])).rejects.toThrow(/must not be written to/);
  }
  expect(await db().subscriber.count()).toBe(0);
  await add(["ada@example.com", "--note", "x"]);
  await expect(add(["ADA@example.com", "--note", "x"])).rejects.toThrow("is there already, as ACTIVE.");
  expect(await db().subscriber.count()).toBe(1);
});

test("the list goes by status, for people and for programs", async () => {
  await add(["ada@example.com", "--note", "x", "--name", "Ada"]);
  await add(["grace@example.com", "--note", "x"]);
  await db().subscriber.update({
    where: { emailKey: "grace@example.com" },
    data: { status: "UNSUBSCRIBED" },
  });
  said();
  expect(await list([])).toBe(0);
  expect(said()).toBe("ACTIVE        ada@example.com  Ada\nUNSUBSCRIBED  grace@example.com\n");
  expect(await list(["--status", "unsubscribed", "--json"])).toBe(0);
  expect(JSON.parse(said())).toMatchObject({
    email: "grace@example.com",
    name: null,
    status: "UNSUBSCRIBED",
  });
  await expect(list(["--status", "gone"])).rejects.toThrow(/PENDING, ACTIVE/);
  await expect(list(["ada@example.com"])).rejects.toThrow(WrongUsage);
});

test("one person is shown with everything, and a stranger is not one", async () => {
  await add(["ada@example.com", "--note", "asked"]);
  said();
  expect(await show(["ADA@example.com"])).toBe(0);
  expect(JSON.parse(said())).toMatchObject({ email: "ada@example.com", events: [{ kind: "added" }] });
  await expect(show(["grace@example.com"])).rejects.toThrow("grace@example.com is not a subscriber.");
  await expect(show(["nonsense"])).rejects.toThrow("nonsense is not an address.");
  await expect(show([])).rejects.toThrow(WrongUsage);
});

test("erasing says what it did and what it cannot reach, and may be done again", async () => {
  await add(["ada@example.com", "--note", "asked"]);
  for (let time = 0; time < 2; time++) {
    said();
    expect(await erase(["ada@example.com"])).toBe(0);
    expect(said()).toMatch(/^Erased.*keyed hash.*\nBackups that you made/);
  }
  await expect(add(["ada@example.com", "--note", "x"])).rejects.toThrow(/erased/);
  await expect(erase(["nonsense"])).rejects.toThrow("nonsense is not an address.");
});

function file(text: string): string {
  const path = join(aFolder(), "readers.csv");
  writeFileSync(path, text);
  return path;
}

test("an import tells each refused line, what it came to, and how to take it back", async () => {
  const path = file("email,name\nada@example.com,Ada\nnobody,N\n");
  expect(await bringIn([path, "--dry-run"])).toBe(0);
  expect(said()).toMatch(/^line 3: the address is not one\nNothing was written\. .*1 added.*1 refused/);
  expect(await db().subscriber.count()).toBe(0);
  expect(await bringIn([path, "--consent", "signed at the fair"])).toBe(0);
  const id = /--undo (\w+)/.exec(said())?.[1] ?? "";
  expect(await db().import.findUnique({ where: { id } })).toMatchObject({ consent: "signed at the fair" });
  expect(await bringIn(["--undo", id])).toBe(0);
  expect(said()).toMatch(/^1 removed/);
  await expect(bringIn(["--undo", id])).rejects.toThrow("is undone already");
  await expect(bringIn(["--undo", "none"])).rejects.toThrow("There is no import none.");
});

test("a file that cannot be imported is told with its line, in one sentence", async () => {
  await expect(bringIn([file('email,name\nada@example.com,"Ada\n')])).rejects.toThrow(
    /broken at line 2: a quotation mark is opened there and never closed/,
  );
  await expect(bringIn([file(`email\n${"x".repeat(70_000)}\n`)])).rejects.toThrow(
    /broken at line 2: it is longer/,
  );
  await expect(bringIn([file("name,age\nAda,36\n")])).rejects.toThrow(/No column .* holds addresses/);
  await expect(bringIn([file("PK\u0003\u0004")])).rejects.toThrow(/spreadsheet/);
  await expect(bringIn(["/nowhere.csv"])).rejects.toThrow("There is no file /nowhere.csv.");
  for (const wrong of [
    ["--delimiter", ";;"],
    ["--encoding", "klingon"],
    ["--ask", "--a-minute", "0"],
  ])
    await expect(bringIn([file("email\nada@example.com\n"), ...wrong])).rejects.toThrow(WrongUsage);
});
