import { statSync } from "node:fs";
import { now } from "../clock";
import { holdOutbox } from "../copies/load";
import { DATABASE_HOME, SENDING_HELD } from "../copies/sending-held";
import { providerOf, sqlitePath } from "../db/address";
import { db, inTransaction, type Tx } from "../db/client";
import { env } from "../env/env";

/**
 * Names the place where this database really is, so that a copy of it has another name while a new host name, path or
 * address changes nothing. SQLite: the file itself, by its number in the file system and the moment it was made, which
 * no way of copying keeps. Postgres: the server's own number and the database's number in it, the same for every
 * machine that works there. Not told apart: a clone of a whole disk or server, and a file overwritten in place.
 */
export async function homeOfDatabase(tx: Tx = db()): Promise<string> {
  const { DATABASE_URL } = env();
  if (providerOf(DATABASE_URL) === "sqlite") {
    const { ino, birthtimeNs } = statSync(sqlitePath(DATABASE_URL), { bigint: true });
    return `file ${ino} ${birthtimeNs}`;
  }
  const [database] = await tx.$queryRaw<{ number: string }[]>`
    SELECT "oid"::text AS "number" FROM "pg_database" WHERE "datname" = current_database()`;
  return `postgres ${await numberOfServer(tx)} ${database?.number}`;
}

/** A hosted Postgres may keep its number to itself; the database's own then has to do. */
async function numberOfServer(tx: Tx): Promise<string> {
  const [may] = await tx.$queryRaw<{ ask: boolean }[]>`
    SELECT has_function_privilege('pg_control_system()', 'execute') AS "ask"`;
  if (!may?.ask) return "unnamed";
  const [server] = await tx.$queryRaw<{ number: string }[]>`
    SELECT "system_identifier"::text AS "number" FROM pg_control_system()`;
  return server?.number ?? "unnamed";
}

/**
 * Whether mail may go out from this database: it may not where it was restored or moved, or where it turns out to be a
 * copy, which is then held as well. The first one to ask makes its place the home.
 */
export async function isAtHome(): Promise<boolean> {
  const here = await homeOfDatabase();
  const names = { in: [DATABASE_HOME, SENDING_HELD] };
  const facts = await db().fact.findMany({ where: { name: names }, select: { name: true, value: true } });
  if (facts.some(({ name }) => name === SENDING_HELD)) return false;
  const home = facts.find(({ name }) => name === DATABASE_HOME)?.value;
  if (home === here) return true;
  return inTransaction(async (tx) => {
    const moment = now();
    if (home === undefined) {
      await tx.$executeRaw`
        INSERT INTO "Fact" ("name", "value", "at") VALUES (${DATABASE_HOME}, ${here}, ${moment})
        ON CONFLICT ("name") DO NOTHING`;
      return true;
    }
    await holdOutbox(tx, "copied from another place", moment);
    return false;
  });
}

/** Makes the place where this database is now its home, and lifts what held it. */
export async function settleHere(tx: Tx): Promise<string> {
  const here = await homeOfDatabase(tx);
  await tx.fact.deleteMany({ where: { name: SENDING_HELD } });
  const fact = { value: here, at: now() };
  await tx.fact.upsert({
    where: { name: DATABASE_HOME },
    create: { name: DATABASE_HOME, ...fact },
    update: fact,
  });
  return here;
}
