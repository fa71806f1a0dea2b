import { isAbsolute, resolve } from "node:path";

export type Provider = "sqlite" | "postgres";

/** Which database an address means, told by its scheme. */
export function providerOf(databaseUrl: string): Provider {
  return databaseUrl.startsWith("file:") ? "sqlite" : "postgres";
}

/** The absolute path of a SQLite address, which is relative to the project's folder; `file:///abs` and `file:abs` both work. */
export function sqlitePath(databaseUrl: string): string {
  const path = decodeURIComponent(databaseUrl.replace(/^file:(\/\/(?=\/))?/, "").replace(/\?.*$/, ""));
  return isAbsolute(path) ? path : resolve(path);
}
