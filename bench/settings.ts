import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { dataFolder } from "@/bin/test/machine";

/** Settings of a site of its own that sends as fast as it can; on SQLite unless told otherwise. */
export function ownSite(given: Record<string, string> = {}): Record<string, string> {
  const DATA_DIR = dataFolder();
  return {
    DATA_DIR,
    DATABASE_URL: `file:${join(DATA_DIR, "site.db")}`,
    APP_SECRET: randomBytes(32).toString("hex"),
    SEND_RATE: "10000",
    ...given,
  };
}
