import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readSettings } from "./env";

function problems(variables: Record<string, string>): string[] {
  const result = readSettings(variables);
  return result.ok ? [] : result.problems;
}

test("with no settings at all everything has a default that works without a network", () => {
  const result = readSettings({});
  expect(result.ok && result.settings).toMatchObject({
    PORT: 3000,
    SITE_URL: "http://localhost:3000",
    SEND_UNCERTAIN: "hold",
    TRUST_PROXY: 0,
  });
  expect(result.ok && result.settings.SMTP_URL).toBeUndefined();
  expect(result.ok && result.settings.DATABASE_URL).toMatch(/^file:.*\/data\/site\.db$/);
});

test("the database lies in the data folder unless it is told otherwise", () => {
  const result = readSettings({ DATA_DIR: "/srv/site" });
  expect(result.ok && result.settings.DATABASE_URL).toBe("file:/srv/site/site.db");
});

test.each([
  ["PORT", "http"],
  ["PORT", "70000"],
  ["SITE_URL", "www.example.com"],
  ["SITE_URL", "https://www.example.com/site"],
  ["DATABASE_URL", "mysql://localhost/site"],
  ["SMTP_URL", "smtp.example.com"],
  ["MAIL_FROM", "Ada"],
  ["BOUNCE_ADDRESS", "bounces"],
  ["APP_SECRET", "short"],
  ["SEND_UNCERTAIN", "maybe"],
  ["SEND_PER_DAY", "0"],
  ["SEND_PER_DAY", "200,many"],
  ["SEND_DOMAIN_RATE", "fast"],
  ["SEND_DOMAIN_RATE", "gmail.com=0"],
  ["TRUST_PROXY", "yes"],
])("%s=%s is refused by name, with what it wants", (name, value) => {
  const [problem, ...more] = problems({ [name]: value });
  expect(problem).toMatch(new RegExp(`^${name}: wants `));
  expect(more).toEqual([]);
});

test("limits are read as numbers, one day after the other, and by domain", () => {
  const result = readSettings({ SEND_PER_DAY: "200, 400", SEND_DOMAIN_RATE: "60, Gmail.com=20" });
  expect(result.ok && result.settings.SEND_PER_DAY).toEqual([200, 400]);
  expect(result.ok && [...result.settings.SEND_DOMAIN_RATE]).toEqual([
    ["*", 60],
    ["gmail.com", 20],
  ]);
});

test("every wrong setting is told at once", () => {
  expect(problems({ PORT: "x", SMTP_URL: "y" })).toHaveLength(2);
});

test("a secret may come from a file, which must exist", () => {
  const folder = mkdtempSync(join(tmpdir(), "possibilities-env-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "secret"), "a secret in a file, of more than 32 letters\n");
  const result = readSettings({ APP_SECRET_FILE: join(folder, "secret") });
  expect(result.ok && result.settings.APP_SECRET).toBe("a secret in a file, of more than 32 letters");
  expect(problems({ APP_SECRET_FILE: join(folder, "none") })[0]).toContain(
    "APP_SECRET_FILE: there is no file",
  );
});
