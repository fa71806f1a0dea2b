import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where the programs under test listen, all on this machine. */
export const SITE_PORT = Number(process.env.E2E_PORT ?? 3210);
export const MAIL_PORT = SITE_PORT + 1;
export const SINK_PORT = SITE_PORT + 2;
/** One run has one data folder; whoever runs it says which, so that all its processes agree. */
process.env.E2E_DATA ??= mkdtempSync(join(tmpdir(), "possibilities-e2e-"));
export const DATA_DIR = process.env.E2E_DATA;
export const DATABASE_FILE = join(DATA_DIR, "site.db");
export const SITE_URL = `http://localhost:${SITE_PORT}`;
