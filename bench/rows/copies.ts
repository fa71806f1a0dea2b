import { z } from "zod";
import { resultOf } from "../child";
import { atMost, type Line } from "../line";

const READERS = 100_000;
const Result = z.object({
  backup: z.number(),
  restore: z.number(),
  toPostgres: z.number(),
  toSqlite: z.number(),
  peakMegabytes: z.number(),
});
const PROMISES = {
  backup: "backup, SQLite, read back and checked",
  restore: "restore, SQLite",
  toPostgres: "move from SQLite to Postgres, compared",
  toSqlite: "move from Postgres to SQLite, compared",
} as const;

/** How long a list is on its way into a copy, back, and from one database into the other. */
export async function rows(): Promise<Line[]> {
  const result = Result.parse(await resultOf(["bench/copies.ts", String(READERS)]));
  const timed = (["backup", "restore", "toPostgres", "toSqlite"] as const).map((what) => ({
    promise: `${PROMISES[what]}: ${READERS.toLocaleString("en")} readers`,
    measured: `${result[what]} s`,
    beside: "",
    ratio: "",
    target: "",
    kept: undefined,
  }));
  return [...timed, atMost("peak memory of those", result.peakMegabytes, 250, "MB")];
}
