import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import Database from "better-sqlite3";

const PORT = 5597;
const folder = mkdtempSync(join(tmpdir(), "possibilities-studio-"));
let studio: ChildProcess;

test.beforeAll(async () => {
  const env = { ...process.env, DATA_DIR: folder, DATABASE_URL: `file:${join(folder, "site.db")}` };
  studio = spawn(
    process.execPath,
    ["--import", "tsx", "bin/studio.ts", "--port", String(PORT), "--browser", "none"],
    { env, stdio: ["ignore", "pipe", "inherit"] },
  );
  for await (const said of studio.stdout ?? []) if (String(said).includes("running at")) break;
  const database = new Database(join(folder, "site.db"));
  database.exec(
    `INSERT INTO "Subscriber" ("id", "email", "emailKey", "status", "ownerNote", "revision")
     VALUES ('r000000000000001', 'ada@example.com', 'ada@example.com', 'ACTIVE', 'asked by telephone', 1)`,
  );
  database.close();
});

test.afterAll(async () => {
  const gone = once(studio, "exit");
  studio.kill("SIGTERM");
  await gone;
  rmSync(folder, { recursive: true, force: true });
});

function ada(): unknown {
  const database = new Database(join(folder, "site.db"), { readonly: true });
  try {
    return database.prepare(`SELECT "status", "unsubscribedAt" FROM "Subscriber"`).get();
  } finally {
    database.close();
  }
}

async function setStatus(page: Page, from: string, to: string): Promise<void> {
  await page.getByRole("cell").getByText(from, { exact: true }).dblclick();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(to);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /^Save 1 row/ }).click();
  await page.getByRole("button", { name: "yes, write to db" }).click();
}

test("the owner unsubscribes a reader in Prisma Studio, and nonsense is refused", async ({ page }) => {
  // Studio shows only the columns that fit on the screen.
  await page.setViewportSize({ width: 5200, height: 900 });
  await page.goto(`http://localhost:${PORT}/`);
  await page.getByText("Subscriber", { exact: true }).click();
  await expect(page.getByText("ada@example.com").first()).toBeVisible();

  await setStatus(page, "ACTIVE", "UNSUBSCRIBED");
  await expect
    .poll(ada)
    .toMatchObject({ status: "UNSUBSCRIBED", unsubscribedAt: expect.stringMatching(/^20/) });

  await setStatus(page, "UNSUBSCRIBED", "NONSENSE");
  await expect(page.getByText('"update" operation failed')).toBeVisible();
  expect(ada()).toMatchObject({ status: "UNSUBSCRIBED" });
  await page.getByRole("button", { name: "Console" }).first().click();
  await expect(page.getByText("status is PENDING, ACTIVE, UNSUBSCRIBED, BOUNCED or COMPLAINED")).toBeVisible();
});
