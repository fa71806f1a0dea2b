import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import Database from "better-sqlite3";
import pg from "pg";
import { freePort } from "@/bin/test/free-port";
import { dataFolder } from "@/bin/test/machine";
import { startPostgres } from "@/bin/test/postgres";
import { type SmtpSink, smtpSink } from "@/bin/test/smtp-sink";

const ISSUE = "a-meeting-with-yourself";
const NAMES = ["ada", "edith", "grace", "joan", "mary", "rosa"];

type Settings = Record<string, string> & { DATABASE_URL: string };

/** Asks the database itself, past every program of ours. */
async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  if (url.startsWith("file:")) {
    const database = new Database(url.slice("file:".length));
    try {
      const statement = database.prepare(sql);
      if (statement.reader) return statement.all() as Record<string, unknown>[];
      statement.run();
      return [];
    } finally {
      database.close();
    }
  }
  const client = new pg.Client(url);
  await client.connect();
  return client
    .query(sql)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}

function program(args: string[], settings: Settings): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", ...args], {
    env: { ...process.env, ...settings },
    stdio: ["ignore", "pipe", "inherit"],
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = once(child, "exit");
    child.kill("SIGTERM");
    await gone;
  }
}

async function ezine(settings: Settings, ...args: string[]): Promise<void> {
  const [code] = await once(program(["bin/ezine.ts", ...args], settings), "exit");
  expect(code, args.join(" ")).toBe(0);
}

async function startStudio(settings: Settings): Promise<{ studio: ChildProcess; address: string }> {
  const port = await freePort();
  const studio = program(["bin/studio.ts", "--port", String(port), "--browser", "none"], settings);
  for await (const said of studio.stdout ?? []) if (String(said).includes("running at")) break;
  return { studio, address: `http://localhost:${port}/` };
}

/** Sets the status in the row of one reader, as the owner would. */
async function setStatus(page: Page, email: string, from: string, to: string): Promise<void> {
  const row = page.getByRole("row").filter({ hasText: email });
  await row.getByRole("cell").getByText(from, { exact: true }).dblclick();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(to);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /^Save 1 row/ }).click();
  await page.getByRole("button", { name: "yes, write to db" }).click();
}

/** A mail server that has one message in hand until it is let go. */
async function slowSink() {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const inHand: string[] = [];
  const sink: SmtpSink = await smtpSink({
    onMessage: async ({ to }) => {
      inHand.push(...to);
      await held;
    },
  });
  return { sink, inHand, letGo };
}

async function ownerTakesSomebodyOff(page: Page, databaseUrl: string, dataDir: string): Promise<void> {
  const { sink, inHand, letGo } = await slowSink();
  const settings: Settings = {
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    SMTP_URL: sink.url,
    SEND_CONNECTIONS: "1",
  };
  const { studio, address } = await startStudio(settings);
  const readers = NAMES.map(
    (name, index) =>
      `('reader000000000${index}', '${name}@example.com', '${name}@example.com', 'ACTIVE', 'asked', 1)`,
  );
  await query(
    databaseUrl,
    `INSERT INTO "Subscriber" ("id", "email", "emailKey", "status", "ownerNote", "revision") VALUES ${readers}`,
  );
  await ezine(settings, "send", ISSUE, "--yes");
  // A send begins a minute after the owner's word, which nobody here needs to wait for.
  await query(databaseUrl, 'UPDATE "Send" SET "startAt" = "createdAt"');
  const worker = program(["bin/ezine.ts", "work"], settings);
  await expect.poll(() => inHand.length, { timeout: 60_000 }).toBe(1);

  // The one message in hand is on its way; the last of the others is who the owner takes off.
  const email = NAMES.map((name) => `${name}@example.com`).findLast((one) => !inHand.includes(one)) ?? "";
  const rowOf = async () =>
    (await query(databaseUrl, `SELECT * FROM "Subscriber" WHERE "email" = '${email}'`))[0];
  // Studio shows only the columns that fit on the screen.
  await page.setViewportSize({ width: 5200, height: 900 });
  await page.goto(address);
  await page.getByText("Subscriber", { exact: true }).click();
  await expect(page.getByText(email).first()).toBeVisible();
  await setStatus(page, email, "ACTIVE", "UNSUBSCRIBED");
  await expect.poll(async () => (await rowOf())?.status).toBe("UNSUBSCRIBED");
  expect((await rowOf())?.unsubscribedAt).toBeTruthy();
  letGo();
  await expect
    .poll(async () => (await query(databaseUrl, 'SELECT "state" FROM "Send"'))[0]?.state, { timeout: 60_000 })
    .toBe("DONE");
  await ended(worker);
  const reached = sink.received.flatMap(({ to }) => to).sort();
  expect(reached).toEqual(NAMES.map((name) => `${name}@example.com`).filter((one) => one !== email));

  await setStatus(page, email, "UNSUBSCRIBED", "NONSENSE");
  await expect(page.getByText('"update" operation failed')).toBeVisible();
  expect((await rowOf())?.status).toBe("UNSUBSCRIBED");
  await page.getByRole("button", { name: "Console" }).first().click();
  await expect(
    page.getByText("status is PENDING, ACTIVE, UNSUBSCRIBED, BOUNCED or COMPLAINED").first(),
  ).toBeVisible();
  await ended(studio);
  await sink.close();
}

test("the owner takes a reader off in Prisma Studio: the running send skips them, and nonsense is refused", async ({
  page,
}) => {
  const folder = dataFolder();
  await ownerTakesSomebodyOff(page, `file:${join(folder, "site.db")}`, folder);
});

test("the same on Postgres", async ({ page }) => {
  const postgres = await startPostgres();
  await ownerTakesSomebodyOff(page, postgres.url("postgres"), dataFolder());
  await postgres.stop();
});
