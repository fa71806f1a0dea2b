import { spawn } from "node:child_process";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { providerOf, sqlitePath } from "@/lib/db/address";
import { prepareData } from "./prepare/data";
import { prepareDatabase } from "./prepare/database";
import { Refusal } from "./prepare/refusal";
import { checkedSettings } from "./prepare/settings";

// Opens Prisma Studio on the configured database: npm run studio [-- --port 5555] [-- --browser none]
const OPTIONS = { port: { type: "string", default: "5555" }, browser: { type: "string" } } as const;

/** Studio takes a SQLite file only by an absolute URL. */
function studioUrl(databaseUrl: string): string {
  return providerOf(databaseUrl) === "sqlite" ? pathToFileURL(sqlitePath(databaseUrl)).href : databaseUrl;
}

async function start(): Promise<number> {
  const { values } = parseArgs({ options: OPTIONS });
  const settings = checkedSettings();
  prepareData(settings);
  await prepareDatabase(settings.DATABASE_URL);
  const browser = values.browser === undefined ? [] : ["--browser", values.browser];
  const args = [
    "--import",
    "./bin/studio-errors.mjs",
    "node_modules/prisma/build/index.js",
    "studio",
    "--url",
    studioUrl(settings.DATABASE_URL),
    "--port",
    values.port,
    ...browser,
  ];
  const child = spawn(process.execPath, args, {
    stdio: "inherit",
    // Studio never runs the schema engine, but the command wants one to exist and would download it.
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1" },
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 0)));
}

try {
  process.exitCode = await start();
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
