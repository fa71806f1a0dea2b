import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { databaseFilesWith } from "@/bin/test/database-files";
import { killedTenTimes } from "@/bin/test/kill-drill";
import { aFolder, anotherDatabase } from "@/bin/test/second-database";
import { backup } from "@/lib/copies/backup";
import { difference } from "@/lib/copies/digest";
import { empty } from "@/lib/copies/load";
import { move } from "@/lib/copies/move";
import { sumsOf } from "@/lib/copies/pages";
import { providerOf } from "@/lib/db/address";
import { db, inTransaction, openDatabase } from "@/lib/db/client";
import { migrate } from "@/lib/db/migrations";
import { insertRows } from "@/lib/db/rows";
import { columnsOf } from "@/lib/db/tables";
import { env } from "@/lib/env/env";
import { mailFolder } from "@/lib/mail/folder";
import { erase } from "@/lib/subscribers/erase";
import { unsubscribe } from "@/lib/subscribers/leave";
import { suppress } from "@/lib/subscribers/suppression";

// Each verb that changes much is killed ten times at random moments and then run to its end. Another seed: DRILL_SEED=…

const url = env().DATABASE_URL;
const provider = providerOf(url);
const LONG = { timeout: 300_000 };

async function nobody() {
  await inTransaction((tx) => empty(tx, provider));
}

async function addReaders(from: number, to: number, status: string) {
  const columns = columnsOf("Subscriber", [
    "id",
    "email",
    "emailKey",
    "name",
    "status",
    "ownerNote",
    "revision",
  ]);
  const rows = Array.from({ length: to - from }, (_, index) => {
    const email = `reader${from + index}@example.com`;
    return [
      `r${String(from + index).padStart(15, "0")}`,
      email,
      email,
      `Nº ${index} "🙂"`,
      status,
      "friend",
      1,
    ];
  });
  await inTransaction((tx) => insertRows(tx, provider, columns, rows));
}

async function reader(index: number) {
  return db().subscriber.findUnique({ where: { emailKey: `reader${index}@example.com` } });
}

test("an import killed ten times finishes; nobody is lost, doubled or revived", LONG, async () => {
  const READERS = 12_000;
  const file = join(aFolder(), "readers.csv");
  const lines = Array.from({ length: READERS }, (_, index) => `Reader${index}@example.com,Reader ${index}\n`);
  writeFileSync(file, `email,name\n${lines.join("")}`);
  const again = async () => {
    await nobody();
    await addReaders(0, 50, "UNSUBSCRIBED");
    await inTransaction(async (tx) => {
      for (let index = 50; index < 100; index++) await suppress(tx, `reader${index}@example.com`, "erased");
    });
  };
  const meanwhile = async () => {
    const [row] = await db().import.findMany();
    expect(await db().subscriber.count({ where: { status: "ACTIVE" } })).toBe(row?.added ?? 0);
    expect((row?.added ?? 0) + (row?.unchanged ?? 0) + (row?.refused ?? 0)).toBe(row?.position ?? 0);
  };
  await again();
  const { code, said } = await killedTenTimes({
    command: () => ["subscribers/import", file],
    again,
    meanwhile,
  });
  expect(code, said).toBe(0);
  const counts = { position: READERS, added: READERS - 100, unchanged: 50, refused: 50, changed: 0 };
  expect(await db().import.findMany()).toMatchObject([{ ...counts, state: "DONE" }]);
  expect(await db().subscriber.count()).toBe(READERS - 50);
  expect(await reader(7)).toMatchObject({ status: "UNSUBSCRIBED" });
  expect(await reader(77)).toBeNull();
});

test("an erasure killed ten times finishes; no byte of the address stays", LONG, async () => {
  const again = async () => {
    await nobody();
    await addReaders(0, 500, "ACTIVE");
    const augusta = { email: "Augusta.King@example.com", emailKey: "augusta.king@example.com" };
    await db().subscriber.create({
      data: { ...augusta, id: "augusta000000000", status: "ACTIVE", ownerNote: "friend", revision: 1 },
    });
    mkdirSync(mailFolder(), { recursive: true });
    for (let index = 0; index < 20; index++)
      writeFileSync(join(mailFolder(), `${index}.eml`), `To: ${augusta.email}\r\n\r\nHello\r\n`);
    writeFileSync(join(mailFolder(), "grace.eml"), "To: grace@example.com\r\n\r\nHello\r\n");
  };
  const meanwhile = async () => {
    expect(await db().subscriber.count({ where: { emailKey: { startsWith: "reader" } } })).toBe(500);
    expect(readdirSync(mailFolder())).toContain("grace.eml");
  };
  await again();
  const command = () => ["subscribers/erase", "augusta.king@example.com"];
  const { code, said } = await killedTenTimes({ command, again, meanwhile });
  expect(code, said).toBe(0);
  expect(await db().suppression.findMany({ select: { reason: true } })).toEqual([{ reason: "erased" }]);
  expect(readdirSync(mailFolder())).toEqual(["grace.eml"]);
  expect(await databaseFilesWith("augusta.king")).toEqual([]);
});

test(
  "a restore killed ten times finishes; until then the database is as it was, and who left stays gone",
  LONG,
  async () => {
    await nobody();
    await addReaders(0, 3000, "ACTIVE");
    const copy = join(aFolder(), "site.copy");
    await backup(url, copy);
    const again = async () => {
      await nobody();
      await addReaders(0, 3100, "ACTIVE");
      await inTransaction((tx) => unsubscribe(tx, "r000000000000005", "visitor"));
      await inTransaction((tx) => erase(tx, "r000000000000006"));
    };
    const meanwhile = async () => {
      const isHeld = (await db().fact.count({ where: { name: "sending-held" } })) > 0;
      expect(await db().subscriber.count()).toBe(isHeld ? 2999 : 3099);
      expect(await reader(5)).toMatchObject({ status: "UNSUBSCRIBED" });
      expect(await reader(6)).toBeNull();
    };
    await again();
    const { code, said } = await killedTenTimes({ command: () => ["restore", copy], again, meanwhile });
    expect(code, said).toBe(0);
    expect(await db().fact.count({ where: { name: "sending-held" } })).toBe(1);
    await meanwhile();
    const left = readdirSync(join(env().DATA_DIR, "backups")).filter((name) => !name.endsWith(".copy"));
    expect(left).toEqual([]);
  },
);

test(
  "a move killed ten times finishes; until then the target is empty, and then it holds every row",
  LONG,
  async () => {
    await nobody();
    await addReaders(0, 3000, "ACTIVE");
    // On Postgres the drill goes from SQLite to it; on SQLite from file to file.
    const source = provider === "postgres" ? `file:${join(aFolder(), "source.db")}` : url;
    if (source !== url) {
      await migrate(source);
      await move(url, source);
    }
    let to = await anotherDatabase();
    const again = async () => {
      to = await anotherDatabase();
    };
    const meanwhile = async () => {
      const target = openDatabase(to);
      const rows = await target.subscriber.count().finally(() => target.$disconnect());
      // Killed after its end, it is done.
      expect([0, 3000]).toContain(rows);
      if (rows > 0) await again();
    };
    const command = () => ["move", "--to", to];
    const { code, said } = await killedTenTimes({ command, env: { DATABASE_URL: source }, again, meanwhile });
    expect(code, said).toBe(0);
    const [here, there] = [openDatabase(source), openDatabase(to)];
    onTestFinished(async () => {
      await here.$disconnect();
      await there.$disconnect();
    });
    const { Fact: _held, ...moved } = await sumsOf(there, provider);
    const { Fact: _facts, ...before } = await sumsOf(here, providerOf(source));
    expect(difference(moved, before)).toBeUndefined();
  },
);
