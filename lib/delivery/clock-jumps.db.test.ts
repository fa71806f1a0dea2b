import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { type SmtpSink, smtpSink } from "@/bin/test/smtp-sink";
import { writeMessage } from "@/emails/write";
import { after, DAY, HOUR, now } from "@/lib/clock";
import { db, inTransaction } from "@/lib/db/client";
import { env } from "@/lib/env/env";
import { holdLease } from "@/lib/lease";
import { enqueue } from "@/lib/mail/outbox";
import { postDue } from "@/lib/mail/post-due";
import { openPost } from "@/lib/mail/transport";
import { statusOf } from "./counts";
import { prepareSend } from "./prepare";
import { activeReaders, sampleLetter } from "./samples";
import { runSendingWorker } from "./worker";

const NOON = new Date("2026-11-02T12:00:00Z");

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: NOON }));
afterEach(() => void vi.useRealTimers());

async function sinkFor(onMessage?: () => void): Promise<SmtpSink> {
  const sink = await smtpSink({ onMessage });
  Object.assign(env(), { SMTP_URL: sink.url, SEND_RATE: 10_000, SEND_CONNECTIONS: 5 });
  onTestFinished(sink.close);
  return sink;
}

const work = () => runSendingWorker({ signal: new AbortController().signal, once: true });

test.each([
  ["forward", 5 * HOUR],
  ["back", -5 * HOUR],
])("a clock that jumps %s in the middle of a send neither misses nor doubles anybody", async (which, by) => {
  let count = 0;
  const sink = await sinkFor(() => {
    count += 1;
    if (count === 20) vi.setSystemTime(Date.now() + by);
  });
  await activeReaders(60);
  await prepareSend(sampleLetter(which), now());
  await work();
  const status = await statusOf(which);
  expect(status).toMatchObject({ state: "DONE", counts: { sent: 60, uncertain: 0 } });
  expect(sink.received).toHaveLength(60);
  expect(new Set(sink.received.map(({ to }) => to[0])).size).toBe(60);
});

test("a send that has begun does not wait for a clock that was put back, nor does a pause", async () => {
  const sink = await sinkFor();
  vi.setSystemTime(after(365 * DAY, NOON));
  await activeReaders(2);
  await prepareSend(sampleLetter("year-ahead"), now());
  const [first] = await db().delivery.findMany({ where: { issue: "year-ahead" }, take: 1 });
  const waits = { state: "RETRY", nextAttemptAt: after(HOUR), attempts: 1, firstTriedAt: now() };
  await db().delivery.update({ where: { id: first?.id }, data: waits });
  vi.setSystemTime(NOON);
  await work();
  expect(sink.received).toHaveLength(2);
});

test("a machine whose clock runs ahead takes nobody for dead who gives signs of life", async () => {
  const sink = await sinkFor();
  await activeReaders(2);
  await prepareSend(sampleLetter("skewed"), now());
  await holdLease("sending:other", "another-machine/1/other");
  const [first] = await db().delivery.findMany({ where: { issue: "skewed" }, take: 1 });
  await db().delivery.update({ where: { id: first?.id }, data: { state: "SENDING", workerId: "other" } });
  vi.setSystemTime(after(HOUR, NOON));
  await work();
  expect(sink.received).toHaveLength(1);
  expect((await statusOf("skewed"))?.counts).toMatchObject({ sent: 1, sending: 1, uncertain: 0 });
  await db().lease.deleteMany({ where: { name: "sending:other" } });
  await work();
  expect((await statusOf("skewed"))?.counts).toMatchObject({ sent: 1, uncertain: 1 });
});

test("a lease and a single message of a clock that ran a year ahead bind nobody once it is right again", async () => {
  const sink = await sinkFor();
  const post = openPost();
  onTestFinished(() => post.close());
  vi.setSystemTime(after(365 * DAY, NOON));
  expect(await holdLease("chores", "ahead")).toBe(true);
  await inTransaction((tx) => enqueue(tx, { email: "grace@example.com" }, { kind: "enquiry-receipt" }));
  vi.setSystemTime(NOON);
  expect(await holdLease("chores", "right")).toBe(true);
  expect(await holdLease("chores", "third")).toBe(false);
  expect(await postDue(writeMessage, post)).toBe(1);
  expect(await postDue(writeMessage, post)).toBe(0);
  expect(sink.received.map(({ to }) => to)).toEqual([["grace@example.com"]]);
});
