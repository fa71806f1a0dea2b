import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import { freePort } from "@/bin/test/free-port";
import { dataFolder } from "@/bin/test/machine";
import { resultOf, startProgram } from "../child";
import { compare } from "../in-turn";
import type { Line } from "../line";

const READERS = 1200;
const CONNECTIONS = 5;

/** An issue through the whole path on one worker, ledger on disk and durable, beside nodemailer alone. */
export async function rows(): Promise<Line[]> {
  const port = String(await freePort());
  const sink = startProgram(["--import", "tsx", "bench/sides/sink.ts", port]);
  await sink.said(/^ready/);
  const run =
    (script: string, ...args: string[]) =>
    async () => {
      const DATA_DIR = dataFolder();
      const env = {
        DATA_DIR,
        DATABASE_URL: `file:${join(DATA_DIR, "site.db")}`,
        APP_SECRET: randomBytes(32).toString("hex"),
        SMTP_URL: `smtp://127.0.0.1:${port}`,
        SEND_RATE: "10000",
        SEND_CONNECTIONS: String(CONNECTIONS),
      };
      const result = await resultOf([`bench/sides/${script}`, String(READERS), ...args], env);
      return z.object({ rate: z.number() }).parse(result).rate;
    };
  try {
    return await compare({
      promise: `an issue to ${READERS} readers, one worker, ${CONNECTIONS} connections, SQLite`,
      unit: "/s",
      turns: 4,
      ours: run("send-issue.ts"),
      others: [
        { label: "nodemailer pool, `html` and `text`", side: run("plain-mailer.ts", "parts"), target: 2.2 },
        { label: "nodemailer pool, `raw`, no ledger", side: run("plain-mailer.ts", "raw"), target: 0.8 },
      ],
    });
  } finally {
    await sink.stop();
  }
}
