import { readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { aFolder, anotherDatabase } from "@/bin/test/second-database";
import { providerOf } from "../db/address";
import { db, inTransaction, openDatabase } from "../db/client";
import { migrate } from "../db/migrations";
import { insertRows, momentText } from "../db/rows";
import { columnsOf, tables } from "../db/tables";
import { env } from "../env/env";
import { erase } from "../subscribers/erase";
import { record } from "../subscribers/events";
import { unsubscribe } from "../subscribers/leave";
import { backup } from "./backup";
import { difference } from "./digest";
import { empty } from "./load";
import { move } from "./move";
import { sumsOf } from "./pages";
import { restore } from "./restore";

const provider = providerOf(env().DATABASE_URL);
const url = env().DATABASE_URL;

beforeEach(async () => {
  await inTransaction((tx) => empty(tx, provider));
});

async function addReaders(count: number) {
  const columns = columnsOf("Subscriber", [
    "id",
    "email",
    "emailKey",
    "name",
    "status",
    "confirmedAt",
    "revision",
  ]);
  const moment = momentText(new Date(1700000000123));
  const rows = Array.from({ length: count }, (_, index) => {
    const email = `Reader${index}@example.com`;
    return [
      `r${String(index).padStart(15, "0")}`,
      email,
      email.toLowerCase(),
      `Nº ${index} "🙂"`,
      "ACTIVE",
      moment,
      index % 2,
    ];
  });
  await inTransaction(async (tx) => {
    for (let at = 0; at < rows.length; at += 5000)
      await insertRows(tx, provider, columns, rows.slice(at, at + 5000));
  });
}

async function reader(index: number) {
  return db().subscriber.findUniqueOrThrow({ where: { emailKey: `reader${index}@example.com` } });
}

test("a copy of 100,000 readers is restored row for row", { timeout: 120_000 }, async () => {
  await addReaders(100_000);
  const before = await sumsOf(db(), provider);
  const path = join(aFolder(), "site.copy");
  await backup(url, path);
  await inTransaction((tx) => empty(tx, provider));
  expect(await restore(path, url)).toMatchObject({ state: "restored", gone: 0, erased: 0 });
  const after = await sumsOf(db(), provider);
  expect(after.Fact?.rows).toBe(1);
  expect(difference({ ...after, Fact: before.Fact ?? { rows: 0, digest: "" } }, before)).toBeUndefined();
});

test("sending is held after a restore, and what was waiting then is not sent again", async () => {
  await addReaders(2);
  await db().outboxMessage.create({
    data: {
      id: "m1",
      kind: "confirm",
      toEmail: "reader1@example.com",
      data: "{}",
      messageId: "<m1@example.com>",
    },
  });
  const path = join(aFolder(), "site.copy");
  await backup(url, path);
  await restore(path, url);
  expect(await db().fact.findUnique({ where: { name: "sending-held" } })).not.toBeNull();
  expect(await db().outboxMessage.findUnique({ where: { id: "m1" } })).toMatchObject({ state: "SKIPPED" });
});

test("who left, bounced or was erased after the copy was made stays so when it is restored", async () => {
  await addReaders(6);
  const path = join(aFolder(), "site.copy");
  await backup(url, path);
  const [left, erased, bounced] = [await reader(0), await reader(1), await reader(2)];
  await inTransaction((tx) => unsubscribe(tx, left.id, "visitor"));
  await inTransaction((tx) => erase(tx, erased.id));
  await db().subscriber.update({ where: { id: bounced.id }, data: { status: "BOUNCED" } });
  expect(await restore(path, url)).toMatchObject({ state: "restored", erased: 1 });
  expect(await reader(0)).toMatchObject({ status: "UNSUBSCRIBED" });
  expect(await db().subscriber.findUnique({ where: { id: erased.id } })).toBeNull();
  expect(await reader(2)).toMatchObject({ status: "BOUNCED" });
  expect(await reader(3)).toMatchObject({ status: "ACTIVE" });
  expect(await db().suppression.count()).toBe(2);
});

test("history can be added to after a restore, and the database still refuses nonsense", async () => {
  await addReaders(3);
  const { id } = await reader(1);
  await inTransaction((tx) => record(tx, id, "added", "owner"));
  const path = join(aFolder(), "site.copy");
  await backup(url, path);
  await restore(path, url);
  await inTransaction((tx) => record(tx, id, "renamed", "owner"));
  expect(await db().subscriberEvent.count({ where: { subscriberId: id } })).toBe(2);
  await expect(db().subscriberEvent.deleteMany({ where: { subscriberId: id } })).rejects.toThrow();
});

test("a copy that was damaged, cut short or written by another program is refused before anything changes", async () => {
  await addReaders(500);
  const folder = aFolder();
  const path = join(folder, "site.copy");
  await backup(url, path);
  const whole = readFileSync(path);
  const damaged = Buffer.from(whole);
  damaged[Math.floor(whole.length / 2)] = (damaged[Math.floor(whole.length / 2)] ?? 0) ^ 0xff;
  writeFileSync(join(folder, "damaged"), damaged);
  writeFileSync(join(folder, "short"), whole);
  truncateSync(join(folder, "short"), whole.length - 200);
  writeFileSync(join(folder, "text"), "email\nada@example.com\n");
  for (const name of ["damaged", "short", "text"]) {
    await expect(restore(join(folder, name), url)).rejects.toThrow();
  }
  expect(await db().subscriber.count()).toBe(500);
  expect(await db().fact.findUnique({ where: { name: "sending-held" } })).toBeNull();
});

test("a move takes everything along, is compared, and refuses a target with rows", {
  timeout: 120_000,
}, async () => {
  await addReaders(5000);
  const { id } = await reader(7);
  await inTransaction((tx) => record(tx, id, "added", "owner"));
  const to = await anotherDatabase();
  expect(await move(url, to)).toMatchObject({ state: "moved", rows: { Subscriber: { rows: 5000 } } });
  const target = openDatabase(to);
  expect(await target.subscriber.findUnique({ where: { id } })).toEqual(await reader(7));
  await target.$disconnect();
  expect(await move(url, to)).toMatchObject({ state: "not-empty" });
});

const ODD = [
  '=cmd|"x"!A1',
  "O'Hara; DROP TABLE",
  "\\n \\u0041 {}[]",
  "\u202Eidib",
  "日本 🙂 \u{10FFFF}",
  "\ttab",
  "null",
  "0012",
  " ",
  "e\u0301",
];

/** One row or more in every table, with what is hard to carry. */
async function fillEveryTable() {
  const at = new Date(1_700_000_000_999);
  const { id } = await reader(3);
  for (const [index, name] of ODD.entries()) {
    const data = {
      id: `odd${index}`,
      email: `odd${index}@exämple.com`,
      emailKey: `odd${index}@xn--exmple-cua.com`,
    };
    await db().subscriber.create({ data: { ...data, name, source: name, topics: name, revision: 2 } });
    await db().fact.create({ data: { name: `fact ${index}`, value: name, at } });
  }
  await inTransaction((tx) => record(tx, id, "added", "owner", { odd: ODD.join() }));
  const asked = {
    purpose: "ADDRESS",
    newEmail: "Ä@example.com",
    newEmailKey: "ä@example.com",
    expiresAt: at,
  };
  await db().confirmation.create({ data: { ...asked, id: "c", subscriberId: id } });
  await db().suppression.create({ data: { hash: "h", keyId: "k", reason: "erased", at } });
  const enquiry = { id: "e", name: "Ada", email: "a@example.com", emailKey: "a@example.com", page: "/" };
  await db().enquiry.create({ data: { ...enquiry, message: ODD.join("\r\n"), at } });
  const message = {
    kind: "receipt",
    toEmail: "a@example.com",
    data: JSON.stringify(ODD),
    messageId: "<m@x>",
  };
  await db().outboxMessage.create({
    data: { ...message, id: "m", enquiryId: "e", createdAt: at, nextAttemptAt: at },
  });
  await db().rateCounter.create({ data: { key: "r", count: 2_147_483_647, expiresAt: at } });
  await db().lease.create({ data: { name: "l", holder: "h", acquiredAt: at, heartbeatAt: at, until: at } });
  const send = {
    issue: "i",
    state: "DONE",
    createdAt: at,
    startAt: at,
    letter: JSON.stringify(ODD),
    home: "here",
  };
  await db().send.create({ data: { ...send, finishedAt: null } });
  const delivery = { issue: "i", messageId: "<d@x>", lastReply: ODD.join(), changedAt: at };
  await db().delivery.create({
    data: { ...delivery, id: "d", subscriberId: id, state: "SENT", attempts: 3 },
  });
  await db().delivery.create({ data: { ...delivery, id: "erased", state: "SKIPPED" } });
  await db().import.create({ data: { id: "p", at, fileName: "ö.csv", digest: "x", consent: ODD.join() } });
  const before = JSON.stringify({ name: ODD[0] });
  await db().importChange.create({ data: { importId: "p", subscriberId: id, before, revision: 2 } });
}

// From Postgres 100,000 readers go to SQLite and back; from SQLite, where there is no other kind, fewer to a file and on.
const MOVED = provider === "postgres" ? 100_000 : 5000;

test("a move to the other kind of database and back changes no row of any table", {
  timeout: 300_000,
}, async () => {
  await addReaders(MOVED);
  await fillEveryTable();
  const before = await sumsOf(db(), provider);
  for (const { name } of tables()) expect(before[name]?.rows, name).toBeGreaterThan(0);
  const file = `file:${join(aFolder(), "other.db")}`;
  await migrate(file);
  await move(url, file);
  const back = await anotherDatabase();
  await move(file, back);
  const home = openDatabase(back);
  const after = await sumsOf(home, provider);
  // What a move leaves behind or marks of itself: leases, that sending is held, messages that waited.
  const marked = { Fact: undefined, Lease: undefined, OutboxMessage: undefined };
  expect({ ...after, ...marked }).toEqual({ ...before, ...marked });
  expect(await home.fact.findMany({ where: { name: { startsWith: "fact" } } })).toHaveLength(ODD.length);
  const [message, waited] = [await home.outboxMessage.findFirst(), await db().outboxMessage.findFirst()];
  expect(message).toMatchObject({ data: waited?.data, state: "SKIPPED" });
  await home.$disconnect();
});
