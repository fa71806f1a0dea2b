import { setTimeout as sleep } from "node:timers/promises";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import {
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQueryable,
  type Transaction,
} from "@prisma/driver-adapter-utils";
import type Database from "better-sqlite3";
import { keepStatements } from "./kept-statements";
import { Turnstile } from "./turnstile";

/** Milliseconds that a statement waits for another process's write before it gives up. */
const BUSY_TIMEOUT = 5_000;
/** Milliseconds that a transaction waits for its turn, and between two attempts. */
const GIVE_UP_AFTER = 30_000;
const RETRY_PAUSE = 3;

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

/** The adapter's own BEGIN does nothing: by then the transaction has begun, see `begin`. */
function withoutItsBegin(connection: Database.Database): void {
  const prepare = connection.prepare.bind(connection);
  const nothing = { run() {} };
  Object.assign(connection, { prepare: (sql: string) => (sql === "BEGIN" ? nothing : prepare(sql)) });
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY");
}

/**
 * Begins a transaction with the write lock: one that reads first and writes later would be refused at once, whatever
 * the time-out, when another process wrote in between. While another process has the lock, this one goes on with its
 * other work; after half a minute it gives up, and leaves nothing locked behind.
 */
async function begin(connection: Database.Database): Promise<void> {
  const end = performance.now() + GIVE_UP_AFTER;
  for (;;) {
    connection.pragma("busy_timeout = 0");
    try {
      connection.exec("BEGIN IMMEDIATE");
      return;
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (performance.now() > end) throw new DriverAdapterError({ kind: "SocketTimeout" });
    } finally {
      connection.pragma(`busy_timeout = ${BUSY_TIMEOUT}`);
    }
    await sleep(RETRY_PAUSE);
  }
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
function oneAtATime(
  adapter: SqlDriverAdapter,
  connection: Database.Database,
  forget: () => void,
): SqlDriverAdapter {
  const turnstile = new Turnstile();
  const { queryRaw, executeRaw, executeScript, startTransaction } = adapter;
  return Object.assign(adapter, {
    queryRaw: (...query: Parameters<typeof queryRaw>) => turnstile.pass(() => queryRaw.apply(adapter, query)),
    executeRaw: (...query: Parameters<typeof executeRaw>) =>
      turnstile.pass(() => executeRaw.apply(adapter, query)),
    executeScript: (script: string) =>
      turnstile.pass(async () => {
        await executeScript.call(adapter, script);
        forget();
      }),
    async startTransaction(...level: Parameters<typeof startTransaction>): Promise<Transaction> {
      const leave = await turnstile.enter();
      try {
        await begin(connection);
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
    const forget = keepStatements(client);
    withoutItsBegin(client);
    return oneAtATime(tellingWhy(adapter), client, forget);
  }
  return {
    provider: "sqlite",
    adapterName: factory.adapterName,
    connect,
    connectToShadowDb: () => factory.connectToShadowDb(),
  };
}
