import { existsSync, statSync } from "node:fs";
import { before, DAY, MINUTE, now, SECOND } from "../clock";
import { LAST_BACKUP } from "../copies/backup";
import { SENDING_HELD } from "../copies/sending-held";
import { providerOf, sqlitePath } from "../db/address";
import { type Db, openDatabase } from "../db/client";
import { migrationState } from "../db/migrations";
import { type Finding, fail, ok, unknown, warn } from "./finding";

const OLD_BACKUP = 7 * DAY;
const SILENT = 30 * SECOND;
const SKEW = MINUTE;
const MEGABYTE = 1024 ** 2;
/** SQLite empties its log every few megabytes, unless somebody keeps reading from it. */
const LONG_LOG = 200 * MEGABYTE;

/** What the database says of itself and of those who work with it. It is looked at and not changed. */
export async function databaseFindings(databaseUrl: string): Promise<Finding[]> {
  const provider = providerOf(databaseUrl);
  if (provider === "sqlite" && !existsSync(sqlitePath(databaseUrl))) {
    return [warn("database", `there is no file ${sqlitePath(databaseUrl)} yet`, "npm start makes it.")];
  }
  const database = openDatabase(databaseUrl);
  try {
    await database.$queryRawUnsafe(`SELECT 1 AS "one"`);
    const { state, missing } = await migrationState(database, provider);
    if (state === "behind") {
      return [
        fail(
          "migrations",
          `${missing.length} are missing`,
          "npm start brings the database up to this version.",
        ),
      ];
    }
    const newer =
      state === "newer"
        ? [fail("migrations", "a later version wrote this database", "Update the program.")]
        : [ok("migrations", "none is missing")];
    const integrity =
      provider === "sqlite"
        ? await sqliteFindings(database, sqlitePath(databaseUrl))
        : [ok("database", "Postgres answers")];
    return [...integrity, ...newer, ...(await lifeFindings(database, provider))];
  } catch (error) {
    const line = error instanceof Error ? (error.message.trim().split("\n").at(-1) ?? "") : "";
    return [
      fail(
        "database",
        `does not answer: ${line.replace(/\/\/[^@/]*@/g, "//").slice(0, 200)}`,
        "Check DATABASE_URL and that the database runs.",
      ),
    ];
  } finally {
    await database.$disconnect();
  }
}

async function sqliteFindings(database: Db, path: string): Promise<Finding[]> {
  const check = await database.$queryRawUnsafe<Record<string, string>[]>("PRAGMA quick_check(1)");
  const broken = await database.$queryRawUnsafe<unknown[]>("PRAGMA foreign_key_check");
  const verdict = String(Object.values(check[0] ?? {})[0]);
  const log = existsSync(`${path}-wal`) ? statSync(`${path}-wal`).size : 0;
  return [
    verdict === "ok"
      ? ok("database", `SQLite, ${(statSync(path).size / MEGABYTE).toFixed(1)} MB, sound`)
      : fail(
          "database",
          `SQLite finds damage: ${verdict.slice(0, 200)}`,
          "Stop the site and restore the last backup.",
        ),
    broken.length === 0
      ? ok("references", "every row points at one that is there")
      : fail(
          "references",
          `${broken.length} rows point at nothing`,
          "Restore the last backup, or remove them in Prisma Studio.",
        ),
    log < LONG_LOG
      ? ok("log", `${(log / MEGABYTE).toFixed(1)} MB wait to be written into the database`)
      : warn(
          "log",
          `${(log / MEGABYTE).toFixed(0)} MB wait to be written into the database`,
          "Close programs that keep the database open, and restart the site.",
        ),
  ];
}

async function lifeFindings(database: Db, provider: "sqlite" | "postgres"): Promise<Finding[]> {
  const facts = await database.fact.findMany({ where: { name: { in: [SENDING_HELD, LAST_BACKUP] } } });
  const held = facts.find(({ name }) => name === SENDING_HELD);
  const copied = facts.find(({ name }) => name === LAST_BACKUP);
  return [
    await workerFinding(database),
    held
      ? warn(
          "sending",
          "is held: this database was restored or moved",
          "If this is the one that is to send: npm run ezine -- resume --here",
        )
      : ok("sending", "is not held"),
    copied && copied.at > before(OLD_BACKUP)
      ? ok("backup", `the last one was made on ${copied.at.toISOString().slice(0, 10)}`)
      : warn(
          "backup",
          copied ? `the last one is of ${copied.at.toISOString().slice(0, 10)}` : "none was made yet",
          "npm run ezine -- backup FILE, every day, to another machine.",
        ),
    await clockFinding(database, provider),
  ];
}

async function workerFinding(database: Db): Promise<Finding> {
  const beat = await database.lease.findFirst({
    where: { name: { startsWith: "worker:" } },
    orderBy: { heartbeatAt: "desc" },
  });
  if (!beat) return warn("worker", "none has started yet, or it was stopped", "npm start runs one.");
  const silent = Math.round((now().getTime() - beat.heartbeatAt.getTime()) / SECOND);
  return silent * SECOND < SILENT
    ? ok("worker", `gave a sign of life ${silent} s ago`)
    : warn("worker", `has been silent for ${silent} s; no mail goes out`, "npm start runs one.");
}

/** A clock that is behind stops mail that is due; it shows by what is written with a later one. */
async function clockFinding(database: Db, provider: "sqlite" | "postgres"): Promise<Finding> {
  const newest = await database.subscriberEvent.findFirst({ orderBy: { id: "desc" }, select: { at: true } });
  if (newest && newest.at.getTime() > now().getTime() + SKEW) {
    return fail(
      "clock",
      `is behind: something was written at ${newest.at.toISOString()}`,
      "Set this machine's clock by NTP.",
    );
  }
  if (provider === "sqlite")
    return unknown("clock", "no other clock to compare with, but nothing was written in the future");
  const [row] = await database.$queryRawUnsafe<{ ms: number }[]>(
    `SELECT extract(epoch FROM now())::float8 * 1000 AS "ms"`,
  );
  const off = Math.abs(Number(row?.ms) - now().getTime());
  return off < SKEW
    ? ok("clock", `${Math.round(off / SECOND)} s off the database's`)
    : warn("clock", `${Math.round(off / SECOND)} s off the database's`, "Set both machines' clocks by NTP.");
}
