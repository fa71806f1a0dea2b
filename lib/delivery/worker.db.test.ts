import { expect, onTestFinished, test } from "vitest";
import { refusal, type SmtpSink, smtpSink } from "@/bin/test/smtp-sink";
import { now } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env/env";
import { cancelSend, pauseSend, resumeSend } from "./control";
import { prepareSend } from "./prepare";
import { activeReaders, sampleLetter } from "./samples";
import { runSendingWorker } from "./worker";

async function sinkFor(behaviour: Parameters<typeof smtpSink>[0] = {}): Promise<SmtpSink> {
  const sink = await smtpSink(behaviour);
  Object.assign(env(), { SMTP_URL: sink.url, SEND_RATE: 10_000, SEND_CONNECTIONS: 5 });
  onTestFinished(sink.close);
  return sink;
}

const work = () => runSendingWorker({ signal: new AbortController().signal, once: true });
const states = async (issue: string) => {
  const rows = await db().delivery.groupBy({ by: ["state"], where: { issue }, _count: true });
  return Object.fromEntries(rows.map((row) => [row.state, row._count]));
};

test("every active reader gets an issue once, and the send is done", async () => {
  await activeReaders(60);
  const sink = await sinkFor();
  expect(await prepareSend(sampleLetter("once"), now())).toEqual({ state: "prepared", readers: 60 });
  expect((await prepareSend(sampleLetter("once"), now())).state).toBe("under-way");
  await work();
  expect(await states("once")).toEqual({ SENT: 60 });
  expect(new Set(sink.received.map((message) => message.to[0])).size).toBe(60);
  expect(sink.received).toHaveLength(60);
  expect((await db().send.findUnique({ where: { issue: "once" } }))?.state).toBe("DONE");
  const [delivery] = await db().delivery.findMany({ where: { issue: "once" }, take: 1 });
  expect(sink.received.map(({ raw }) => raw).join()).toContain(`Message-ID: ${delivery?.messageId}`);
});

test("a reader set to UNSUBSCRIBED by hand during a send gets nothing more", async () => {
  const people = await activeReaders(40);
  let first = true;
  await sinkFor({
    async onMessage() {
      if (!first) return;
      first = false;
      const waiting = await db().delivery.findFirstOrThrow({
        where: { state: "QUEUED", subscriberId: { in: people.map(({ id }) => id) } },
      });
      const id = waiting.subscriberId ?? "";
      await db().subscriber.update({ where: { id }, data: { status: "UNSUBSCRIBED" } });
    },
  });
  // While the only line is taken nobody else's message can be under way.
  Object.assign(env(), { SEND_CONNECTIONS: 1 });
  await prepareSend(sampleLetter("leaving"), now());
  await work();
  expect(await states("leaving")).toEqual({ SENT: 39, SKIPPED: 1 });
});

test("a refusal about the sender holds the send and loses nobody", async () => {
  await activeReaders(20);
  const sink = await sinkFor({
    onMailFrom: (_address, _session, callback) => callback(refusal(550, "5.7.1 SPF fails")),
  });
  await prepareSend(sampleLetter("policy"), now());
  await work();
  expect(sink.received).toHaveLength(0);
  const send = await db().send.findUnique({ where: { issue: "policy" } });
  expect(send?.state).toBe("HELD");
  const { QUEUED = 0, RETRY = 0 } = await states("policy");
  expect(QUEUED + RETRY).toBe(20);
  expect(await db().outboxMessage.count({ where: { kind: "alarm" } })).toBe(1);
});

test("dead addresses are refused, the rest goes on", async () => {
  await activeReaders(30);
  await sinkFor({
    onRcptTo: ({ address }, _session, callback) =>
      callback(address.startsWith("ada7@") ? refusal(550, "5.1.1 no such user") : null),
  });
  await prepareSend(sampleLetter("dead"), now());
  await work();
  expect(await states("dead")).toEqual({ SENT: 29, REFUSED: 1 });
});

test("what a dead worker had offered is uncertain and never sent again unless the owner says so", async () => {
  await activeReaders(10);
  const sink = await sinkFor();
  await prepareSend(sampleLetter("crash"), now());
  const [first] = await db().delivery.findMany({ where: { issue: "crash" }, take: 1 });
  await db().delivery.update({ where: { id: first?.id }, data: { state: "SENDING", workerId: "dead" } });
  await work();
  expect(await states("crash")).toEqual({ SENT: 9, UNCERTAIN: 1 });
  expect(sink.received).toHaveLength(9);
  expect(await resumeSend("crash", { uncertain: true })).toBe("resumed");
  await work();
  expect(await states("crash")).toEqual({ SENT: 10 });
});

test("a paused send sends nothing until it is resumed, a cancelled one never", async () => {
  await activeReaders(5);
  const sink = await sinkFor();
  await prepareSend(sampleLetter("pause"), now());
  expect(await pauseSend("pause")).toBe(true);
  await work();
  expect(sink.received).toHaveLength(0);
  expect(await resumeSend("pause")).toBe("resumed");
  expect(await cancelSend("pause")).toBe(true);
  expect(await resumeSend("pause")).toBe("nothing-to-resume");
  await work();
  expect(sink.received).toHaveLength(0);
});
