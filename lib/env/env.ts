import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseEnv } from "node:util";
import { type GivenSettings, SETTING_NAMES, settings } from "./schema";

export type Settings = ReturnType<typeof withDefaults>;
export type ReadSettings = { ok: true; settings: Settings } | { ok: false; problems: string[] };
type Variables = Record<string, string | undefined>;

function withDefaults(given: GivenSettings) {
  const PORT = given.PORT ?? 3000;
  const DATA_DIR = resolve(given.DATA_DIR ?? "data");
  return {
    ...given,
    PORT,
    DATA_DIR,
    SITE_URL: given.SITE_URL ?? `http://localhost:${PORT}`,
    DATABASE_URL: given.DATABASE_URL ?? `file:${resolve(DATA_DIR, "site.db")}`,
    APP_SECRET_PREVIOUS: given.APP_SECRET_PREVIOUS ?? [],
    SEND_RATE: given.SEND_RATE ?? 50,
    SEND_CONNECTIONS: given.SEND_CONNECTIONS ?? 5,
    SEND_PER_DAY: given.SEND_PER_DAY ?? [],
    SEND_DOMAIN_RATE: given.SEND_DOMAIN_RATE ?? new Map<string, number>(),
    SEND_UNCERTAIN: given.SEND_UNCERTAIN ?? ("hold" as const),
    SEND_ONLY_TO: given.SEND_ONLY_TO ?? [],
    TRUST_PROXY: given.TRUST_PROXY ?? 0,
  };
}

/** Where the secret is kept that the first start makes, in a data folder. */
export function secretFile(dataDir: string): string {
  return resolve(dataDir, "secret");
}

/** A setting's text: the variable, else the file that `NAME_FILE` names, else undefined. An empty one counts as unset. */
function textOf(name: string, variables: Variables): { text?: string; problem?: string } {
  const text = variables[name]?.trim();
  if (text) return { text };
  const file = variables[`${name}_FILE`]?.trim();
  if (!file) return {};
  if (!existsSync(file)) return { problem: `${name}_FILE: there is no file ${file}` };
  return { text: readFileSync(file, "utf8").trim() };
}

/** Checks every setting; in failure, one sentence for each that is wrong, naming the variable and what it wants. */
export function readSettings(variables: Variables): ReadSettings {
  const given: Variables = {};
  const problems: string[] = [];
  for (const name of SETTING_NAMES) {
    const { text, problem } = textOf(name, variables);
    if (problem) problems.push(problem);
    if (text) given[name] = text;
  }
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    problems.push(...parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`));
    return { ok: false, problems };
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, settings: withDefaults(parsed.data) };
}

/** The environment, with what a `.env` beside package.json adds to it. */
export function variables(): Variables {
  const file = resolve(".env");
  const fromFile = existsSync(file) ? parseEnv(readFileSync(file, "utf8")) : {};
  return { ...fromFile, ...process.env };
}

let read: Settings | undefined;

/** The checked settings. Throws one error that lists every problem; whoever starts a process reads them first. */
export function env(): Settings {
  if (read) return read;
  const result = readSettings(variables());
  if (!result.ok) throw new Error(`The settings are not right. ${result.problems.join("; ")}`);
  read = result.settings;
  return read;
}

let secret: string | undefined;

/** The secrets that sign links, the one in use first, older ones after it. Throws where there is none yet. */
export function appSecrets(): [string, ...string[]] {
  const { APP_SECRET, APP_SECRET_PREVIOUS, DATA_DIR } = env();
  secret ??= APP_SECRET ?? readFileSync(secretFile(DATA_DIR), "utf8").trim();
  return [secret, ...APP_SECRET_PREVIOUS];
}
