import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import {
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQueryable,
  type Transaction,
} from "@prisma/driver-adapter-utils";
import type Database from "better-sqlite3";
import { Turnstile } from "./turnstile";

/** Milliseconds that a statement waits for another process's write before it gives up. */
const BUSY_TIMEOUT = 15_000;

/** What every connection must be set to, with the answer that shows it took. */
const PRAGMAS: [name: string, value: string, answer: string][] = [
  ["journal_mode", "WAL", "wal"],
  // A visitor was told "check your mail": that must survive a power cut.
  ["synchronous", "FULL", "2"],
  ["foreign_keys", "ON", "1"],
  ["busy_timeout", String(BUSY_TIMEOUT), String(BUSY_TIMEOUT)],
];

function setPragmas(connection: Database.Database): void {
  for (const [name, value, answer] of PRAGMAS) {
    connection.pragma(`${name} = ${value}`);
    const got = String(connection.pragma(name, { simple: true }));
    if (got !== answer) throw new Error(`SQLite kept ${name} at ${got} where ${answer} is needed`);
  }
}

/**
 * A transaction takes the write lock at its start: one that reads first and writes later would be refused at once,
 * whatever the time-out, when another process wrote in between.
 */
function beginImmediate(connection: Database.Database): void {
  const prepare = connection.prepare.bind(connection);
  Object.assign(connection, {
    prepare: (sql: string) => prepare(sql === "BEGIN" ? "BEGIN IMMEDIATE" : sql),
  });
}

/** The sentence with which a trigger of ours refuses a row; the adapter takes it for a broken foreign key and hides it. */
function inItsOwnWords(error: unknown): unknown {
  if (!(error instanceof DriverAdapterError) || error.cause.originalCode !== "SQLITE_CONSTRAINT_TRIGGER")
    return error;
  const message = error.cause.originalMessage ?? "refused by a trigger";
  return new DriverAdapterError({ kind: "sqlite", extendedCode: 1811, message });
}

function tellingWhy<Q extends SqlQueryable>(queryable: Q): Q {
  const { queryRaw, executeRaw } = queryable;
  const telling = <T>(answer: Promise<T>): Promise<T> =>
    answer.catch((error) => {
      throw inItsOwnWords(error);
    });
  return Object.assign(queryable, {
    queryRaw: (...query: Parameters<typeof queryRaw>) => telling(queryRaw.apply(queryable, query)),
    executeRaw: (...query: Parameters<typeof executeRaw>) => telling(executeRaw.apply(queryable, query)),
  });
}

/** A transaction and single statements share the one connection: while one is open, the others wait at the turnstile. */
function oneAtATime(adapter: SqlDriverAdapter): SqlDriverAdapter {
  const turnstile = new Turnstile();
  const { queryRaw, executeRaw, executeScript, startTransaction } = adapter;
  return Object.assign(adapter, {
    queryRaw: (...query: Parameters<typeof queryRaw>) => turnstile.pass(() => queryRaw.apply(adapter, query)),
    executeRaw: (...query: Parameters<typeof executeRaw>) =>
      turnstile.pass(() => executeRaw.apply(adapter, query)),
    executeScript: (script: string) => turnstile.pass(() => executeScript.call(adapter, script)),
    async startTransaction(...level: Parameters<typeof startTransaction>): Promise<Transaction> {
      const leave = await turnstile.enter();
      try {
        const transaction = tellingWhy(await startTransaction.apply(adapter, level));
        const { commit, rollback } = transaction;
        return Object.assign(transaction, {
          commit: () => commit.call(transaction).finally(leave),
          rollback: () => rollback.call(transaction).finally(leave),
        });
      } catch (error) {
        leave();
        throw error;
      }
    },
  });
}

/** Prisma's SQLite adapter with the settings of this program on the one connection it opens. */
export function sqliteAdapter(path: string): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaBetterSqlite3({ url: `file:${path}` });
  async function connect(): Promise<SqlDriverAdapter> {
    const adapter = await factory.connect();
    // The adapter keeps its connection in a property that its types do not mention.
    const { client } = adapter as unknown as { client: Database.Database };
    setPragmas(client);
    beginImmediate(client);
    return oneAtATime(tellingWhy(adapter));
  }
  return {
    provider: "sqlite",
    adapterName: factory.adapterName,
    connect,
    connectToShadowDb: () => factory.connectToShadowDb(),
  };
}
