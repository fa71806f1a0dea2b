import { chmodSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { aFolder } from "@/bin/test/second-database";
import { LAST_BACKUP } from "../copies/backup";
import { SENDING_HELD } from "../copies/sending-held";
import { providerOf } from "../db/address";
import { db } from "../db/client";
import { env } from "../env/env";
import { databaseFindings } from "./database";
import type { Dns } from "./domain";
import { examine } from "./examine";
import type { Finding } from "./finding";

const url = env().DATABASE_URL;
const sqlite = providerOf(url) === "sqlite";
const silent: Dns = { servers: async () => undefined, texts: async () => undefined };
const DAY = 24 * 3600_000;

function stateOf(findings: Finding[], name: string): string | undefined {
  return findings.find((finding) => finding.name === name)?.state;
}

async function states(...names: string[]): Promise<(string | undefined)[]> {
  const findings = await databaseFindings(url);
  return names.map((name) => stateOf(findings, name));
}

function ago(milliseconds: number): Date {
  return new Date(Date.now() - milliseconds);
}

beforeEach(async () => {
  await db().lease.deleteMany();
  await db().fact.deleteMany();
});

test("a fresh database is sound, and what is not there yet is told as a warning", async () => {
  expect(await states("database", "migrations", "worker", "sending", "backup")).toEqual([
    "ok",
    "ok",
    "warn",
    "ok",
    "warn",
  ]);
});

test("a worker's sign of life counts for half a minute", async () => {
  const lease = { name: "worker:1", holder: "1", acquiredAt: ago(DAY), until: ago(0) };
  await db().lease.create({ data: { ...lease, heartbeatAt: ago(2000) } });
  expect(await states("worker")).toEqual(["ok"]);
  await db().lease.update({ where: { name: "worker:1" }, data: { heartbeatAt: ago(40_000) } });
  expect(await states("worker")).toEqual(["warn"]);
});

test("a backup is fresh for a week, and sending that is held after a restore is told", async () => {
  await db().fact.create({ data: { name: LAST_BACKUP, value: "x", at: ago(6 * DAY) } });
  await db().fact.create({ data: { name: SENDING_HELD, value: "{}", at: ago(0) } });
  expect(await states("backup", "sending")).toEqual(["ok", "warn"]);
  await db().fact.update({ where: { name: LAST_BACKUP }, data: { at: ago(8 * DAY) } });
  expect(await states("backup")).toEqual(["warn"]);
});

test("a clock that is behind what was written fails, for due mail would wait", async () => {
  const person = {
    id: "0000000000000001",
    email: "ada@example.com",
    emailKey: "ada@example.com",
    revision: 1,
  };
  await db().subscriber.create({ data: person });
  onTestFinished(async () => void (await db().subscriber.deleteMany()));
  const event = { subscriberId: person.id, kind: "added", by: "owner" };
  await db().subscriberEvent.create({ data: { ...event, at: ago(-3600_000) } });
  expect(await states("clock")).toEqual(["fail"]);
  await db().subscriber.deleteMany();
  expect(await states("clock")).toEqual([sqlite ? "unknown" : "ok"]);
});

test("a database that a later version wrote, one that lacks migrations and one that does not answer all fail", async () => {
  const rows = await db().$queryRawUnsafe<{ id: string }[]>(
    `SELECT "id" FROM "_prisma_migrations" ORDER BY "started_at" DESC LIMIT 1`,
  );
  const rename = (from: string, to: string) =>
    db().$executeRawUnsafe(
      `UPDATE "_prisma_migrations" SET "migration_name" = '${to}' WHERE "migration_name" LIKE '${from}'`,
    );
  expect(rows).toHaveLength(1);
  await rename("20261105000000_refusals", "20991231000000_later");
  expect(await states("migrations")).toEqual(["fail"]);
  await rename("20991231000000_later", "20261105000000_refusals");
  expect(await states("migrations")).toEqual(["ok"]);
  const gone = "postgresql://ada:hunter2@127.0.0.1:1/none";
  const [finding] = await databaseFindings(gone);
  expect(finding).toMatchObject({ name: "database", state: "fail" });
  expect(JSON.stringify(finding)).not.toContain("hunter2");
});

test.runIf(sqlite)("a row that points at nothing and a damaged file fail", async () => {
  expect(await states("references", "log")).toEqual(["ok", "ok"]);
  await db().$executeRawUnsafe("PRAGMA foreign_keys = OFF");
  await db().$executeRawUnsafe(
    `INSERT INTO "Confirmation" ("id", "subscriberId", "purpose", "expiresAt") VALUES ('c', 'nobody', 'SIGN_UP', '2030-01-01T00:00:00.000+00:00')`,
  );
  expect(await states("references")).toEqual(["fail"]);
  await db().confirmation.deleteMany();
  await db().$executeRawUnsafe("PRAGMA foreign_keys = ON");
  const broken = join(aFolder(), "broken.db");
  writeFileSync(broken, Buffer.alloc(8192, 7));
  expect(stateOf(await databaseFindings(`file:${broken}`), "database")).toBe("fail");
  expect(stateOf(await databaseFindings(`file:${broken}.none`), "database")).toBe("warn");
});

test("every finding has a name, a state, what it means and, where something is to be done, what", async () => {
  mkdirSync(env().DATA_DIR, { recursive: true });
  const mode = statSync(env().DATA_DIR).mode;
  chmodSync(env().DATA_DIR, 0o755);
  onTestFinished(() => chmodSync(env().DATA_DIR, mode));
  const findings = await examine(silent);
  for (const finding of findings) {
    expect(Object.keys(finding).sort()).toEqual(["detail", "fix", "name", "state"]);
    expect(["ok", "warn", "fail", "unknown"]).toContain(finding.state);
    if (finding.state === "warn" || finding.state === "fail") expect(finding.fix, finding.name).not.toBe("");
  }
  for (const name of ["settings", "secret", "files", "disk", "database", "SMTP", "bounce mailbox", "clock"])
    expect(findings.map((finding) => finding.name)).toContain(name);
  expect(stateOf(findings, "files")).toBe("warn");
});

test("a setting that is wrong is told before anything else is looked at", async () => {
  vi.stubEnv("SMTP_URL", "not a url");
  onTestFinished(() => void vi.unstubAllEnvs());
  const findings = await examine(silent);
  expect(findings.map(({ name, state }) => [name, state])).toEqual([["settings", "fail"]]);
  expect(findings[0]?.detail).toContain("SMTP_URL");
});
