import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { smtpSink } from "@/bin/test/smtp-sink";
import { now } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env/env";
import { newId } from "@/lib/ids";
import { statusOf } from "./counts";
import { DayCap } from "./day-cap";
import { DomainRate } from "./domain-rate";
import { prepareSend } from "./prepare";
import { activeReaders, sampleLetter } from "./samples";
import { runSendingWorker } from "./worker";

type Limits = { SEND_PER_DAY?: number[]; SEND_DOMAIN_RATE?: Map<string, number> };

const work = () => runSendingWorker({ signal: new AbortController().signal, once: true });

beforeEach(async () => {
  await db().send.deleteMany();
  await db().rateCounter.deleteMany();
});

/** Sets the clock of the calendar alone; everything that waits goes on waiting in real time. */
function clockAt(moment: string) {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(moment) });
  onTestFinished(() => void vi.useRealTimers());
}

async function sinkFor(limits: Limits, behaviour: Parameters<typeof smtpSink>[0] = {}) {
  const sink = await smtpSink(behaviour);
  onTestFinished(sink.close);
  Object.assign(env(), { SMTP_URL: sink.url, SEND_RATE: 10_000, SEND_CONNECTIONS: 5, ...limits });
  onTestFinished(() => void Object.assign(env(), { SEND_PER_DAY: [], SEND_DOMAIN_RATE: new Map() }));
  return sink;
}

test("what is beyond the day's cap waits for the next day of the business, and status says so", async () => {
  clockAt("2026-12-01T20:00:00Z");
  const sink = await sinkFor({ SEND_PER_DAY: [3] });
  await activeReaders(8);
  await prepareSend(sampleLetter("capped"), now());
  await work();
  await work();
  expect(sink.received).toHaveLength(3);
  expect(await statusOf("capped")).toMatchObject({
    state: "SENDING",
    reason:
      "the 3 of this day have gone out (SEND_PER_DAY); it goes on Dec 2, 2026, 12:00 AM (New York time)",
    counts: { sent: 3, queued: 5 },
  });
  vi.setSystemTime(new Date("2026-12-02T04:59:00Z"));
  await work();
  expect(sink.received).toHaveLength(3);
  vi.setSystemTime(new Date("2026-12-02T05:00:00Z"));
  await work();
  expect(sink.received).toHaveLength(6);
  vi.setSystemTime(new Date("2026-12-03T05:00:00Z"));
  await work();
  expect(await statusOf("capped")).toMatchObject({ state: "DONE", reason: null, counts: { sent: 8 } });
});

test("a day's cap is one for all issues and all workers", async () => {
  const sink = await sinkFor({ SEND_PER_DAY: [7] });
  await activeReaders(10);
  await prepareSend(sampleLetter("first"), now());
  await prepareSend(sampleLetter("second"), now());
  await Promise.all([work(), work(), work()]);
  await work();
  await work();
  expect(sink.received).toHaveLength(7);
});

test("a new domain is warmed up day by day, and the last number stays", async () => {
  const sink = await sinkFor({ SEND_PER_DAY: [1, 2, 4] });
  await activeReaders(12);
  clockAt("2026-12-01T15:00:00Z");
  await prepareSend(sampleLetter("warm"), now());
  const totals = [];
  // A day on which nothing goes out is no step.
  for (const day of ["01", "02", "06", "07"]) {
    vi.setSystemTime(new Date(`2026-12-${day}T15:00:00Z`));
    await work();
    totals.push(sink.received.length);
  }
  expect(totals).toEqual([1, 3, 7, 11]);
});

test("what no server took does not count for the day", async () => {
  const refused = Object.assign(new Error("5.1.1 no such user"), { responseCode: 550 });
  const sink = await sinkFor(
    { SEND_PER_DAY: [3] },
    {
      onRcptTo: ({ address }, _session, callback) => callback(/^ada[0-4]@/.test(address) ? refused : null),
    },
  );
  await activeReaders(8);
  await prepareSend(sampleLetter("refusals"), now());
  for (let look = 0; look < 6; look++) await work();
  expect(sink.received).toHaveLength(3);
});

test("a worker gives back what it took of a day and did not use", async () => {
  await sinkFor({ SEND_PER_DAY: [150] });
  const [one, other] = [new DayCap(), new DayCap()];
  expect(await one.take(2)).toBe(2);
  expect(await other.take(80)).toBe(50);
  await one.end();
  expect(await other.take(200)).toBe(98);
});

test("a domain gets so many a minute and the others do not wait for it", async () => {
  clockAt("2026-12-01T15:00:10Z");
  const sink = await sinkFor({ SEND_DOMAIN_RATE: new Map([["slow.test", 2]]) });
  await activeReaders(20);
  for (const name of ["grace", "mary", "edith", "hedy", "joan"]) {
    const address = { id: newId(), email: `${name}@slow.test`, emailKey: `${name}@slow.test` };
    await db().subscriber.create({ data: { ...address, status: "ACTIVE", confirmedAt: now(), revision: 1 } });
  }
  await prepareSend(sampleLetter("slow"), now());
  await work();
  const atSlow = () => sink.received.filter(({ to }) => to[0]?.endsWith("@slow.test")).length;
  expect([sink.received.length, atSlow()]).toEqual([22, 2]);
  const waiting = await db().delivery.findMany({
    where: { state: "RETRY" },
    orderBy: { nextAttemptAt: "asc" },
  });
  expect(waiting.map(({ nextAttemptAt }) => nextAttemptAt?.toISOString().slice(11, 19))).toEqual([
    "15:01:00",
    "15:01:30",
    "15:02:00",
  ]);
  expect(waiting[0]?.attempts).toBe(0);
  // After a rest of an hour all of them are due at once, and still no more go than the minute allows.
  vi.setSystemTime(new Date("2026-12-01T16:00:10Z"));
  await work();
  expect(atSlow()).toBe(4);
  vi.setSystemTime(new Date("2026-12-01T16:01:10Z"));
  await work();
  expect((await statusOf("slow"))?.state).toBe("DONE");
});

test("the minute of a domain is shared by all workers, and 'for each' is for each alone", async () => {
  clockAt("2026-12-01T15:00:10Z");
  await sinkFor({
    SEND_DOMAIN_RATE: new Map([
      ["*", 3],
      ["fast.test", 9],
    ]),
  });
  const [one, other] = [new DomainRate(() => 2), new DomainRate(() => 2)];
  const goes = async (rate: DomainRate, domains: string[]) =>
    (await rate.ask(domains)).map((time) => time === undefined);
  expect(await goes(one, ["a.test", "b.test", "a.test"])).toEqual([true, true, true]);
  expect(await goes(other, ["a.test", "a.test", "b.test"])).toEqual([true, false, true]);
  expect(
    await goes(
      other,
      Array.from({ length: 9 }, () => "fast.test"),
    ),
  ).not.toContain(false);
});
