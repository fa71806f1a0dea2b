import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "@/lib/db/migrations";
import { newId } from "@/lib/ids";
import { startPostgres } from "./postgres";

declare module "vitest" {
  interface ProvidedContext {
    /** An empty, migrated database to copy: the path of a file, or the address of a Postgres with the database "template". */
    emptyDatabase: string;
  }
}

async function sqlite(): Promise<[address: string, remove: () => Promise<void>]> {
  const folder = mkdtempSync(join(tmpdir(), "possibilities-sqlite-"));
  const file = join(folder, "empty.db");
  await migrate(`file:${file}`);
  return [file, async () => rmSync(folder, { recursive: true, force: true })];
}

async function postgres(): Promise<[address: string, remove: () => Promise<void>]> {
  const server = await startPostgres();
  await query(server.url("postgres"), "CREATE DATABASE template");
  await migrate(server.url("template"));
  return [server.url("template"), server.stop];
}

async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

/** Vitest's global set-up of the projects "sqlite" and "postgres": one empty database, copied for each test file. */
export default async function setup(project: TestProject) {
  const [address, remove] = await (project.name === "postgres" ? postgres() : sqlite());
  project.provide("emptyDatabase", address);
  return remove;
}

/** A fresh copy of the empty database, as an address for DATABASE_URL. */
export async function copyOf(emptyDatabase: string, folder: string): Promise<string> {
  if (!emptyDatabase.startsWith("postgresql:")) {
    const file = join(folder, "site.db");
    copyFileSync(emptyDatabase, file);
    return `file:${file}`;
  }
  const name = `test_${newId()}`;
  await query(emptyDatabase.replace(/template$/, "postgres"), `CREATE DATABASE ${name} TEMPLATE template`);
  return emptyDatabase.replace(/template$/, name);
}
