import { fork } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { startPostgres } from "@/bin/test/postgres";
import { type SmtpSink, smtpSink } from "@/bin/test/smtp-sink";
import { before, MINUTE, now } from "@/lib/clock";
import { providerOf, sqlitePath } from "@/lib/db/address";
import { closeDatabase, db } from "@/lib/db/client";
import { migrate } from "@/lib/db/migrations";
import { env } from "@/lib/env/env";
import { mailFolder } from "../mail/folder";
import { prepareSend } from "./prepare";
import { activeReaders, sampleLetter } from "./samples";
import { runSendingWorker } from "./worker";

const sqlite = providerOf(env().DATABASE_URL) === "sqlite";
const READERS = 120;
const AT = 40;

let logged = "";
/** Called with each line of the log. */
let heard: (line: string) => void;

beforeEach(() => {
  logged = "";
  heard = () => {};
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    logged += String(text);
    heard(String(text));
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  expect(logged).not.toMatch(/@|Ada/);
});

const work = () => runSendingWorker({ signal: new AbortController().signal, once: true });

/** Sends through a server that does something once, while it has a message in hand and others are in the air. */
async function sendWhile(issue: string, inTheMiddle: () => Promise<void>): Promise<SmtpSink> {
  let count = 0;
  const sink = await smtpSink({
    async onMessage() {
      count += 1;
      if (count === AT) await inTheMiddle();
    },
  });
  onTestFinished(sink.close);
  Object.assign(env(), { SMTP_URL: sink.url, SEND_RATE: 10_000, SEND_CONNECTIONS: 5 });
  await prepareSend(sampleLetter(issue), now());
  await work();
  return sink;
}

/** Everybody has it once and the ledger knows it; nothing was given up on the way. */
async function expectAllOnce(issue: string, { received }: SmtpSink): Promise<void> {
  const rows = await db().delivery.groupBy({ by: ["state"], where: { issue }, _count: true });
  expect(rows.map(({ state, _count }) => [state, _count])).toEqual([["SENT", READERS]]);
  expect(new Set(received.map(({ to }) => to[0])).size).toBe(READERS);
  expect(received).toHaveLength(READERS);
  expect((await db().send.findUnique({ where: { issue } }))?.state).toBe("DONE");
  expect(logged).toContain('"event":"ledger-unreachable"');
}

test.runIf(sqlite)(
  "a database that another process keeps locked for a while costs nobody their issue",
  async () => {
    const holder = fork("bin/test/lock-holder.ts", [sqlitePath(env().DATABASE_URL)], {
      execArgv: ["--import", "tsx"],
    });
    onTestFinished(() => holder.disconnect());
    await activeReaders(READERS);
    // The usual patience of five seconds only makes the test longer.
    await db().$queryRawUnsafe("PRAGMA busy_timeout = 100");
    const sink = await sendWhile("locked", async () => {
      const locked = once(holder, "message");
      holder.send("lock");
      await locked;
      heard = (line) => {
        if (!line.includes("ledger-unreachable")) return;
        heard = () => {};
        holder.send("let go");
      };
    });
    await expectAllOnce("locked", sink);
  },
);

test.runIf(sqlite)("a full disk stops the sending, and room on it lets it go on where it was", async () => {
  await activeReaders(READERS);
  const limit = async (pages: number) => {
    await db().$queryRawUnsafe(`PRAGMA max_page_count = ${pages}`);
  };
  onTestFinished(() => limit(1_000_000));
  heard = (line) => {
    if (line.includes("ledger-unreachable") && line.includes("full")) void limit(1_000_000);
  };
  const sink = await sendWhile("full", async () => {
    await db().$queryRawUnsafe("VACUUM");
    // Less than there is counts as what there is: not a page more.
    await limit(1);
    // What room is left in the pages is taken by somebody else.
    await fillUp();
  });
  await expectAllOnce("full", sink);
});

async function fillUp(): Promise<void> {
  const value = "x".repeat(500);
  for (let fact = 0; fact < 1_000; fact++) {
    try {
      await db().fact.create({ data: { name: `filler-${fact}`, value } });
    } catch {
      return;
    }
  }
}

test.runIf(!sqlite)(
  "a Postgres that is stopped in the middle and started again costs nobody their issue",
  async () => {
    const server = await startPostgres();
    const usual = env().DATABASE_URL;
    onTestFinished(async () => {
      await closeDatabase();
      Object.assign(env(), { DATABASE_URL: usual });
      await server.stop();
    });
    await closeDatabase();
    Object.assign(env(), { DATABASE_URL: server.url("postgres") });
    await migrate(server.url("postgres"));
    await activeReaders(READERS);
    let isBack: Promise<void> | undefined;
    heard = (line) => {
      if (line.includes("ledger-unreachable")) isBack ??= server.start();
    };
    const sink = await sendWhile("stopped", () => server.halt("crash"));
    await isBack;
    await expectAllOnce("stopped", sink);
  },
);

test.runIf(existsSync("/dev/full"))(
  "kept mail that finds no room is kept later, and none of it in part",
  async () => {
    Object.assign(env(), { SMTP_URL: undefined, SEND_RATE: 10_000, SEND_CONNECTIONS: 1 });
    await activeReaders(2);
    await prepareSend(sampleLetter("no-room"), now());
    mkdirSync(mailFolder(), { recursive: true });
    for (const { id } of await db().delivery.findMany({ where: { issue: "no-room" } })) {
      symlinkSync("/dev/full", join(mailFolder(), `.no-room-${id}.eml.${process.pid}`));
    }
    await work();
    expect(readdirSync(mailFolder())).toEqual([]);
    const waiting = { issue: "no-room", state: "RETRY", lastReply: { contains: "ENOSPC" } };
    expect(await db().delivery.count({ where: waiting })).toBe(2);
    await db().delivery.updateMany({ where: waiting, data: { nextAttemptAt: before(MINUTE) } });
    await work();
    expect(readdirSync(mailFolder())).toHaveLength(2);
    expect(await db().delivery.count({ where: { issue: "no-room", state: "SENT" } })).toBe(2);
  },
);
