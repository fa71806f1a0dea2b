import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { type SmtpSink, smtpSink } from "@/bin/test/smtp-sink";
import { now } from "@/lib/clock";
import { providerOf } from "@/lib/db/address";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env/env";
import { prepareSend } from "./prepare";
import { activeReaders, sampleLetter } from "./samples";
import { runSendingWorker } from "./worker";

const READERS = 300;
const CONNECTIONS = 5;
const KILLS = 2;
const PATIENCE = 60_000;

type Policy = "hold" | "retry";

/** A mail server that takes its time, so that there is always a message in the air. */
async function slowSink(): Promise<SmtpSink> {
  const sink = await smtpSink({ onMessage: () => sleep(randomInt(5, 25)) });
  onTestFinished(sink.close);
  return sink;
}

function startWorker(url: string, policy: Policy) {
  const settings = {
    SMTP_URL: url,
    SEND_RATE: "10000",
    SEND_CONNECTIONS: String(CONNECTIONS),
    SEND_UNCERTAIN: policy,
  };
  const worker = spawn(process.execPath, ["--import", "tsx", "bin/ezine.ts", "work"], {
    env: { ...process.env, ...settings },
    stdio: "ignore",
  });
  onTestFinished(() => void worker.kill("SIGKILL"));
  return worker;
}

/** Who got how many, by the mail server's own record, and under which Message-IDs. */
function seenBy({ received }: SmtpSink): Map<string, string[]> {
  const seen = new Map<string, string[]>();
  for (const { to, raw } of received) {
    const id = /^Message-ID: (.*?)\r?$/m.exec(raw)?.[1] ?? "";
    for (const address of to) seen.set(address, [...(seen.get(address) ?? []), id]);
  }
  return seen;
}

async function ledger(issue: string) {
  const rows = await db().delivery.findMany({
    where: { issue },
    select: { state: true, messageId: true, subscriber: { select: { email: true } } },
  });
  return rows.map(({ subscriber, ...row }) => ({ email: subscriber?.email ?? "nobody", ...row }));
}

/** Kills the worker again and again in the middle of its work, then lets one finish what is left. */
async function sendThroughKills(policy: Policy) {
  const issue = `killed-${policy}`;
  const sink = await slowSink();
  await activeReaders(READERS);
  await prepareSend(sampleLetter(issue), now());
  /** How many copies there were of each message when its acceptance was first found in the ledger. */
  const recorded = new Map<string, number>();
  for (let kill = 0; kill < KILLS; kill++) {
    const worker = startWorker(sink.url, policy);
    const ended = once(worker, "exit");
    const moment = sink.received.length + randomInt(1, Math.floor(READERS / (KILLS + 1)));
    await expect
      .poll(() => sink.received.length, { timeout: PATIENCE / 3, interval: 3 })
      .toBeGreaterThan(moment);
    worker.kill("SIGKILL");
    await ended;
    const copies = seenBy(sink);
    for (const { email, state } of await ledger(issue)) {
      if (state === "SENT" && !recorded.has(email)) recorded.set(email, copies.get(email)?.length ?? 0);
    }
  }
  expect(recorded.size).toBeLessThan(READERS);
  Object.assign(env(), { SMTP_URL: sink.url, SEND_RATE: 10_000, SEND_UNCERTAIN: policy });
  // A message that was in the air at the last kill may still be on its way into the server.
  await runSendingWorker({ signal: new AbortController().signal, once: true });
  const seen = seenBy(sink);
  for (const [email, copies] of recorded) expect([email, seen.get(email)?.length]).toEqual([email, copies]);
  expect((await db().send.findUnique({ where: { issue } }))?.state).toBe("DONE");
  return { seen, rows: await ledger(issue) };
}

test("killed at random moments under hold, nobody gets two copies and whoever got none is listed", {
  timeout: PATIENCE,
}, async () => {
  const { seen, rows } = await sendThroughKills("hold");
  expect([...seen.values()].filter(({ length }) => length > 1)).toEqual([]);
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(["SENT", "UNCERTAIN"]));
  const sent = rows.filter(({ state }) => state === "SENT");
  expect(sent.filter(({ email }) => !seen.has(email))).toEqual([]);
  const uncertain = rows.length - sent.length;
  expect(rows).toHaveLength(READERS);
  expect(uncertain).toBeGreaterThan(0);
  expect(uncertain).toBeLessThanOrEqual(CONNECTIONS * KILLS);
});

test("killed at random moments under retry, nobody is missed and a second copy has the first one's Message-ID", {
  timeout: PATIENCE,
}, async () => {
  const { seen, rows } = await sendThroughKills("retry");
  expect(rows.filter(({ state, email }) => state !== "SENT" || !seen.has(email))).toEqual([]);
  const ids = new Map(rows.map(({ email, messageId }) => [email, messageId]));
  const strange = [...seen].filter(([email, copies]) => copies.some((id) => id !== ids.get(email)));
  expect(strange).toEqual([]);
  const second = [...seen.values()].reduce((sum, copies) => sum + copies.length - 1, 0);
  expect(second).toBeLessThanOrEqual(CONNECTIONS * KILLS);
});

// On SQLite the other one waits for the frozen one's database lock, if it was frozen with it in hand.
const onPostgres = test.runIf(providerOf(env().DATABASE_URL) !== "sqlite");

onPostgres(
  "of three workers one is killed and one frozen past its lease and thawed: nobody gets two copies",
  { timeout: PATIENCE },
  async () => {
    const issue = "three-machines";
    const sink = await slowSink();
    await activeReaders(READERS);
    const workers = [0, 1, 2].map(() => startWorker(sink.url, "hold"));
    const ended = workers.map((worker) => once(worker, "exit"));
    const [killed, frozen, last] = workers;
    // All three are there before there is anything to do.
    await expect
      .poll(() => db().lease.count({ where: { name: { startsWith: "sending:" } } }), {
        timeout: PATIENCE / 3,
      })
      .toBe(3);
    await prepareSend(sampleLetter(issue), now());
    await expect
      .poll(() => sink.received.length, { timeout: PATIENCE / 3, interval: 3 })
      .toBeGreaterThan(READERS / 4);
    killed?.kill("SIGKILL");
    frozen?.kill("SIGSTOP");
    const state = async () => (await db().send.findUnique({ where: { issue } }))?.state;
    await expect.poll(state, { timeout: PATIENCE / 2 }).toBe("DONE");
    frozen?.kill("SIGCONT");
    for (const worker of [frozen, last]) worker?.kill("SIGTERM");
    await Promise.all(ended);
    const seen = seenBy(sink);
    expect([...seen.values()].filter(({ length }) => length > 1)).toEqual([]);
    const rows = await ledger(issue);
    expect(rows.filter(({ email, state }) => !seen.has(email) && state !== "UNCERTAIN")).toEqual([]);
    expect(rows.filter(({ state }) => state === "UNCERTAIN").length).toBeLessThanOrEqual(2 * CONNECTIONS);
  },
);
