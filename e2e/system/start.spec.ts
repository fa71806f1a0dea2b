import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import Database from "better-sqlite3";
import { fetchForm, send } from "@/bin/test/form-client";
import { freePort } from "@/bin/test/free-port";
import { dataFolder, startMachine, startRefused } from "@/bin/test/machine";

/** Everything that is said without npm's own lines must be one clear sentence. */
function sentence(said: string): string {
  return said.trim();
}

test("with no settings it keeps mail as files, shows them to this machine alone, and ends on a signal", async () => {
  const machine = await startMachine();
  expect(machine.said()).toContain(`can be read at ${machine.url}/kept-mail`);
  expect(machine.said().trim().split("\n").at(-1)).toBe(`ready ${machine.url}`);
  expect(statSync(join(machine.dataDir, "secret")).mode & 0o777).toBe(0o600);

  const answer = await send(await fetchForm(`${machine.url}/ezine/subscribe`, "subscribe-form"), {
    email: "ada@example.com",
  });
  expect(answer.status).toBe(303);
  const kept = join(machine.dataDir, "mail");
  await expect
    .poll(() => existsSync(kept) && readdirSync(kept).filter((name) => name.endsWith(".eml")).length)
    .toBe(1);

  const list = await (await fetch(`${machine.url}/kept-mail`)).text();
  expect(list).toContain("Confirm your subscription");
  const link = /href="(\/kept-mail\/[^"]+)"/.exec(list)?.[1];
  const shown = await (await fetch(`${machine.url}${link}`)).text();
  expect(shown).toContain("/ezine/confirm/");
  for (const name of ["X-Forwarded-For", "Forwarded", "Via"]) {
    const passedOn = await fetch(`${machine.url}/kept-mail`, { headers: { [name]: "192.0.2.1" } });
    expect(passedOn.status).toBe(404);
  }
  expect((await fetch(`${machine.url}/kept-mail/..%2fsecret`)).status).toBe(400);
  expect(await machine.stop()).toBe(0);
});

test("with an SMTP server nobody can read kept mail", async () => {
  const machine = await startMachine({ SMTP_URL: "smtp://127.0.0.1:9" });
  expect(machine.said()).not.toContain("kept-mail");
  expect((await fetch(`${machine.url}/kept-mail`)).status).toBe(404);
  expect(await machine.stop()).toBe(0);
});

test("a taken port is one sentence and exit 1", async () => {
  const port = await freePort();
  const other = createServer().listen(port);
  await new Promise((resolve) => other.once("listening", resolve));
  const { code, said } = await startRefused({ PORT: String(port), DATA_DIR: dataFolder() });
  other.close();
  expect(code).toBe(1);
  expect(sentence(said)).toBe(
    `Port ${port} is taken by another program. Set PORT to another one, for example PORT=${port + 1} npm start.`,
  );
});

test("a bad setting is named, with what it wants", async () => {
  const { code, said } = await startRefused({ SITE_URL: "www.example.com", DATA_DIR: dataFolder() });
  expect(code).toBe(1);
  expect(sentence(said)).toBe(
    "The settings are not right: SITE_URL: wants an address like https://www.example.com.",
  );
});

test("a data folder that cannot be written to is one sentence and exit 1", async () => {
  const file = join(dataFolder(), "a-file");
  writeFileSync(file, "");
  const { code, said } = await startRefused({ DATA_DIR: join(file, "data"), PORT: String(await freePort()) });
  expect(code).toBe(1);
  expect(sentence(said)).toMatch(
    /^The data folder .* cannot be written to \(ENOTDIR\)\. Give this account the right/,
  );
});

test("a file that is no database is one sentence and exit 1", async () => {
  const folder = dataFolder();
  writeFileSync(
    join(folder, "site.db"),
    "this is a letter and no database, however long it may be made to look ".repeat(20),
  );
  const { code, said } = await startRefused({ DATA_DIR: folder, PORT: String(await freePort()) });
  expect(code).toBe(1);
  expect(sentence(said)).toMatch(/^The database .* cannot be used: .*\. Check DATABASE_URL\.$/);
});

test("a database server that is not there is one sentence without its password", async () => {
  const { code, said } = await startRefused({
    DATABASE_URL: "postgresql://ada:secret@127.0.0.1:9/site",
    DATA_DIR: dataFolder(),
    PORT: String(await freePort()),
  });
  expect(code).toBe(1);
  expect(said).not.toContain("secret");
  expect(sentence(said)).toMatch(/^The database of DATABASE_URL cannot be used: .*\. Check DATABASE_URL\.$/);
});

test("a database that a newer version wrote is left alone", async () => {
  const machine = await startMachine();
  await machine.stop();
  const database = new Database(join(machine.dataDir, "site.db"));
  database.exec(
    `INSERT INTO "_prisma_migrations" ("id", "checksum", "finished_at", "migration_name", "started_at", "applied_steps_count")
     VALUES ('x', 'x', 1, '29991231000000_later', 1, 1)`,
  );
  database.close();
  const { code, said } = await startRefused({ DATA_DIR: machine.dataDir, PORT: String(await freePort()) });
  expect(code).toBe(1);
  expect(sentence(said)).toMatch(/was written by a newer version of this program\. Start that version/);
});

test("two starts at once in one new data folder both come up", async () => {
  const shared = dataFolder();
  mkdirSync(join(shared, "data"));
  const both = await Promise.all([1, 2].map(() => startMachine({ DATA_DIR: join(shared, "data") })));
  for (const machine of both) expect((await fetch(`${machine.url}/health/live`)).status).toBe(200);
  for (const machine of both) expect(await machine.stop()).toBe(0);
});
