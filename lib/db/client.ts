import { MINUTE } from "../clock";
import { env } from "../env/env";
import { providerOf, sqlitePath } from "./address";
import { PrismaClient as PostgresClient } from "./generated/postgres/client";
import { type Prisma, PrismaClient } from "./generated/sqlite/client";
import { postgresAdapter } from "./postgres-adapter";
import { sqliteAdapter } from "./sqlite-adapter";

export type Db = PrismaClient;
/** What a function that writes is given, so that its writes belong to its caller's transaction. */
export type Tx = Prisma.TransactionClient;

// Under a rush on SQLite transactions queue for the one writer; they must not be turned away for that.
const transactionOptions = { maxWait: MINUTE, timeout: MINUTE };

/** A client of the database at an address; the scheme decides which of the two it is. */
export function openDatabase(databaseUrl: string): Db {
  if (providerOf(databaseUrl) === "sqlite") {
    return new PrismaClient({ adapter: sqliteAdapter(sqlitePath(databaseUrl)), transactionOptions });
  }
  // Both clients are generated from the same models, so that domain code never asks which one it has.
  return new PostgresClient({ adapter: postgresAdapter(databaseUrl), transactionOptions }) as unknown as Db;
}

// In development modules are loaded anew on every change; the connection is kept.
const kept = globalThis as { possibilitiesDb?: Db };

/** The configured database. */
export function db(): Db {
  kept.possibilitiesDb ??= openDatabase(env().DATABASE_URL);
  return kept.possibilitiesDb;
}

/** Runs writes that belong together; everything is undone when it throws, or when it takes longer than it may. */
export function inTransaction<T>(
  run: (tx: Tx) => Promise<T>,
  timeout = transactionOptions.timeout,
): Promise<T> {
  return db().$transaction(run, { ...transactionOptions, timeout });
}

/** The code by which Prisma tells that a row of this key exists already. */
const UNIQUE_CONFLICT = "P2002";

/**
 * Runs writes that add a row which somebody else may be adding at this very moment. Whoever comes second is undone
 * and runs once more, and then finds the row.
 */
export async function addOrFind<T>(run: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await inTransaction(run);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === UNIQUE_CONFLICT)) throw error;
    return inTransaction(run);
  }
}

/** Closes the configured database's connections, at the end of a process. */
export async function closeDatabase(): Promise<void> {
  await kept.possibilitiesDb?.$disconnect();
  kept.possibilitiesDb = undefined;
}
