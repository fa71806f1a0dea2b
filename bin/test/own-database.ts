import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, inject } from "vitest";
import { closeDatabase } from "@/lib/db/client";
import { copyOf } from "./databases";

// Every test file that touches rows gets a database and a data folder of its own.
const folder = mkdtempSync(join(tmpdir(), "possibilities-data-"));
process.env.DATA_DIR = folder;
process.env.APP_SECRET = "a secret that is only good for tests, and long enough";
process.env.DATABASE_URL = await copyOf(inject("emptyDatabase"), folder);

afterAll(async () => {
  await closeDatabase();
  rmSync(folder, { recursive: true, force: true });
});
