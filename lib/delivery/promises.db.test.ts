import { expect, onTestFinished, test } from "vitest";
import { refusal, type SmtpSink, smtpSink } from "@/bin/test/smtp-sink";
import { after, before, HOUR, MINUTE, now } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env/env";
import { newId } from "@/lib/ids";
import { accountOf } from "./account";
import { cancelSend, resumeSend } from "./control";
import { statusOf } from "./counts";
import { prepareSend } from "./prepare";
import { activeReaders, sampleLetter } from "./samples";
import { PAUSES } from "./verdict";
import { runSendingWorker } from "./worker";

async function sinkFor(behaviour: Parameters<typeof smtpSink>[0] = {}): Promise<SmtpSink> {
  const sink = await smtpSink(behaviour);
  Object.assign(env(), { SMTP_URL: sink.url, SEND_RATE: 10_000, SEND_CONNECTIONS: 5 });
  onTestFinished(sink.close);
  return sink;
}

const work = () => runSendingWorker({ signal: new AbortController().signal, once: true });

test("who is told 'not now' is asked again later, after a growing pause, under the same Message-ID", async () => {
  let patience = 2;
  const sink = await sinkFor({
    onRcptTo: (_address, _session, callback) =>
      callback(patience-- > 0 ? refusal(451, "4.7.1 greylisted, come back later") : null),
  });
  await activeReaders(1);
  await prepareSend(sampleLetter("grey"), now());
  for (const pause of PAUSES.slice(0, 2)) {
    const started = now();
    await work();
    const row = await db().delivery.findFirstOrThrow({ where: { issue: "grey" } });
    expect(row.state).toBe("RETRY");
    const waits = (row.nextAttemptAt?.getTime() ?? 0) - started.getTime();
    expect(waits).toBeGreaterThanOrEqual(pause);
    expect(waits).toBeLessThan(pause + MINUTE);
    await work();
    expect(sink.received).toHaveLength(0);
    await db().delivery.update({ where: { id: row.id }, data: { nextAttemptAt: before(MINUTE) } });
  }
  await work();
  const row = await db().delivery.findFirstOrThrow({ where: { issue: "grey" } });
  expect(row).toMatchObject({ state: "SENT", attempts: 3 });
  expect(sink.received.map(({ raw }) => raw.includes(row.messageId))).toEqual([true]);
});

test("three days of 'not now' are enough", async () => {
  await sinkFor({ onRcptTo: (_address, _session, callback) => callback(refusal(451, "4.2.1 not now")) });
  await activeReaders(1);
  await prepareSend(sampleLetter("patience"), now());
  await db().delivery.updateMany({ where: { issue: "patience" }, data: { firstTriedAt: before(73 * HOUR) } });
  await work();
  expect((await statusOf("patience"))?.counts).toMatchObject({ refused: 1, retry: 0 });
  expect((await accountOf("patience")).refused).toEqual([{ what: "temporary", count: 1 }]);
});

test("nobody but those of SEND_ONLY_TO is written to, and the account says why", async () => {
  const sink = await sinkFor();
  onTestFinished(() => void Object.assign(env(), { SEND_ONLY_TO: [] }));
  Object.assign(env(), { SEND_ONLY_TO: ["ada1@example.com"] });
  await activeReaders(3);
  await prepareSend(sampleLetter("staging"), now());
  await work();
  expect(sink.received.map(({ to }) => to)).toEqual([["ada1@example.com"]]);
  const account = await accountOf("staging");
  expect(account.skipped).toEqual([{ what: "SEND_ONLY_TO does not list this address", count: 2 }]);
  expect(account.domains).toEqual([{ domain: "example.com", sent: 1, refused: 0, open: 2 }]);
});

test("a send of the future waits for its time, and can be taken back until then", async () => {
  const sink = await sinkFor();
  await activeReaders(2);
  await prepareSend(sampleLetter("future"), after(MINUTE));
  await work();
  expect((await statusOf("future"))?.state).toBe("SCHEDULED");
  expect(await cancelSend("future")).toBe(true);
  await db().send.update({ where: { issue: "future" }, data: { startAt: now() } });
  await work();
  expect(sink.received).toHaveLength(0);
});

test("a send whose time went by while nothing ran is held until the owner says so", async () => {
  const sink = await sinkFor();
  await activeReaders(2);
  await prepareSend(sampleLetter("stale"), after(MINUTE));
  await db().send.update({ where: { issue: "stale" }, data: { startAt: before(2 * HOUR) } });
  await work();
  expect(sink.received).toHaveLength(0);
  expect((await statusOf("stale"))?.state).toBe("HELD");
  expect(await resumeSend("stale")).toBe("resumed");
  await work();
  expect(sink.received).toHaveLength(2);
});

test("a database that came from elsewhere sends nothing until the owner says that this is the place", async () => {
  const sink = await sinkFor();
  await activeReaders(2);
  await prepareSend(sampleLetter("moved"), now());
  await db().send.update({ where: { issue: "moved" }, data: { home: "another machine" } });
  await work();
  expect(sink.received).toHaveLength(0);
  expect(await resumeSend("moved")).toBe("elsewhere");
  expect(await resumeSend("moved", { here: true })).toBe("resumed");
  await work();
  expect(sink.received).toHaveLength(2);
});

test("three workers at once write to each reader once", async () => {
  const sink = await sinkFor();
  await activeReaders(300);
  await prepareSend(sampleLetter("three"), now());
  await Promise.all([work(), work(), work()]);
  expect((await statusOf("three"))?.counts.sent).toBe(300);
  expect(sink.received).toHaveLength(300);
  expect(new Set(sink.received.map(({ to }) => to[0])).size).toBe(300);
});

test("an issue that waits for greylisting servers does not keep the next one waiting", async () => {
  const sink = await sinkFor({
    onRcptTo: (_address, _session, callback) => callback(refusal(451, "4.7.1 greylisted")),
  });
  await activeReaders(1);
  await prepareSend(sampleLetter("waiting"), now());
  await work();
  await sinkFor();
  await prepareSend(sampleLetter("following"), now());
  await work();
  expect((await statusOf("waiting"))?.state).toBe("SENDING");
  expect((await statusOf("following"))?.state).toBe("DONE");
  expect(sink.received).toHaveLength(0);
});

test("two commands at once make one send", async () => {
  await activeReaders(20);
  const presses = Array.from({ length: 5 }, () => prepareSend(sampleLetter("pressed"), after(MINUTE)));
  const outcomes = (await Promise.all(presses)).map(({ state }) => state).sort();
  expect(outcomes).toEqual(["prepared", "under-way", "under-way", "under-way", "under-way"]);
  expect((await statusOf("pressed"))?.counts.queued).toBe(20);
});

test("when more than five of a hundred are refused the send is held, and the rest of its readers wait", async () => {
  const sink = await sinkFor({
    onRcptTo: ({ address }, _session, callback) =>
      callback(/^ada\d*7@/.test(address) ? refusal(550, "5.1.1 no such user") : null),
  });
  await activeReaders(400);
  await prepareSend(sampleLetter("guard"), now());
  await work();
  const status = await statusOf("guard");
  expect(status?.state).toBe("HELD");
  expect(status?.reason).toMatch(/of the last 200 messages were refused/);
  expect(status?.counts.queued).toBeGreaterThan(100);
  expect(sink.received.length).toBe(status?.counts.sent);
});

test("a send that is done goes on to those who joined since, and to nobody else", async () => {
  const sink = await sinkFor();
  await activeReaders(3);
  await prepareSend(sampleLetter("rest"), now());
  await work();
  const late = { id: newId(), email: "grace@example.com", emailKey: "grace@example.com" };
  await db().subscriber.create({ data: { ...late, status: "ACTIVE", confirmedAt: now(), revision: 1 } });
  expect(await prepareSend(sampleLetter("rest"), now())).toEqual({ state: "prepared", readers: 1 });
  await work();
  expect(sink.received.map(({ to }) => to[0]).filter((to) => to === late.email)).toHaveLength(1);
  expect(sink.received).toHaveLength(4);
});
