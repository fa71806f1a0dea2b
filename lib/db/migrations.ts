import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { withFileLock } from "../file-lock";
import { type Provider, providerOf, sqlitePath } from "./address";
import { type Db, openDatabase } from "./client";
import { postgresAdapter } from "./postgres-adapter";
import { withSchemaEngine } from "./schema-engine";
import { sqliteAdapter } from "./sqlite-adapter";

export type MigrationState = { state: "current" | "behind" | "newer"; missing: string[]; unknown: string[] };

function folder(provider: Provider): string {
  return resolve("prisma", provider, "migrations");
}

/** The names of the migrations that this version of the program knows, oldest first. */
export async function knownMigrations(provider: Provider): Promise<string[]> {
  const entries = await readdir(folder(provider), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

async function appliedMigrations(db: Db): Promise<string[]> {
  try {
    const rows = await db.$queryRaw<{ migration_name: string }[]>`
      SELECT "migration_name" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL`;
    return rows.map((row) => row.migration_name);
  } catch (error) {
    // A database nobody has migrated yet has no such table; anything else is not ours to swallow.
    if (error instanceof Error && /no such table|does not exist/.test(error.message)) return [];
    throw error;
  }
}

/** Whether a database stands where this version of the program wants it. */
export async function migrationState(db: Db, provider: Provider): Promise<MigrationState> {
  const [known, applied] = await Promise.all([knownMigrations(provider), appliedMigrations(db)]);
  const unknown = applied.filter((name) => !known.includes(name));
  const missing = known.filter((name) => !applied.includes(name));
  const state = unknown.length > 0 ? "newer" : missing.length > 0 ? "behind" : "current";
  return { state, missing, unknown };
}

async function migrationsList(provider: Provider) {
  const baseDir = folder(provider);
  const text = (...path: string[]) => readFile(join(baseDir, ...path), "utf8");
  const migrationDirectories = (await knownMigrations(provider)).map(async (name) => ({
    path: name,
    migrationFile: {
      path: "migration.sql",
      content: { tag: "ok" as const, value: await text(name, "migration.sql") },
    },
  }));
  return {
    baseDir,
    lockfile: { path: "migration_lock.toml", content: await text("migration_lock.toml") },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(migrationDirectories),
  };
}

async function apply(databaseUrl: string, provider: Provider): Promise<void> {
  const adapter =
    provider === "sqlite" ? sqliteAdapter(sqlitePath(databaseUrl)) : postgresAdapter(databaseUrl);
  const list = await migrationsList(provider);
  const filters = { externalTables: [], externalEnums: [] };
  await withSchemaEngine(adapter, (engine) => engine.applyMigrations({ migrationsList: list, filters }));
}

/** Brings the database at an address up to this version. "newer" means it was left alone: a later version wrote it. */
export async function migrate(databaseUrl: string): Promise<"current" | "migrated" | "newer"> {
  const provider = providerOf(databaseUrl);
  const lock = resolve(
    tmpdir(),
    `possibilities-migrate-${createHash("sha256").update(databaseUrl).digest("hex")}`,
  );
  return withFileLock(lock, async () => {
    const db = openDatabase(databaseUrl);
    const { state } = await migrationState(db, provider).finally(() => db.$disconnect());
    if (state !== "behind") return state;
    await apply(databaseUrl, provider);
    return "migrated";
  });
}
