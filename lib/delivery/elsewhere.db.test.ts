import { expect, onTestFinished, test } from "vitest";
import { refusal, type SmtpSink, smtpSink } from "@/bin/test/smtp-sink";
import { before, MINUTE, now } from "@/lib/clock";
import { providerOf } from "@/lib/db/address";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env/env";
import { newId } from "@/lib/ids";
import { pauseSend, resumeSend } from "./control";
import { statusOf } from "./counts";
import { prepareSend } from "./prepare";
import { activeReaders, sampleLetter } from "./samples";
import { runSendingWorker } from "./worker";

// What has befallen senders of newsletters elsewhere. Each of it must be impossible here.

async function sinkFor(behaviour: Parameters<typeof smtpSink>[0] = {}): Promise<SmtpSink> {
  const sink = await smtpSink(behaviour);
  Object.assign(env(), { SMTP_URL: sink.url, SEND_RATE: 10_000, SEND_CONNECTIONS: 5 });
  onTestFinished(sink.close);
  return sink;
}

const work = (signal = new AbortController().signal) => runSendingWorker({ signal, once: true });

/** One message to each of so many readers, each by itself. */
function expectOneEach({ received }: SmtpSink, readers: number): void {
  expect(received.filter(({ to }) => to.length !== 1)).toEqual([]);
  expect(received).toHaveLength(readers);
  expect(new Set(received.map(({ to }) => to[0])).size).toBe(readers);
}

test("a pause in the middle starts nobody from the top: resumed, the send goes on where it was", async () => {
  let count = 0;
  const sink = await sinkFor({
    async onMessage() {
      count += 1;
      if (count === 15) await pauseSend("resumed");
    },
  });
  await activeReaders(60);
  await prepareSend(sampleLetter("resumed"), now());
  await work();
  expect(await statusOf("resumed")).toMatchObject({ state: "PAUSED", counts: { skipped: 0, uncertain: 0 } });
  expect(sink.received.length).toBeLessThan(60);
  expect(await resumeSend("resumed")).toBe("resumed");
  await work();
  expect(await statusOf("resumed")).toMatchObject({ state: "DONE", counts: { sent: 60 } });
  expectOneEach(sink, 60);
});

test("an address in two spellings cannot have two rows, and so not two copies", async () => {
  const sink = await sinkFor();
  await activeReaders(1);
  const again = { id: newId(), email: "ADA0@Example.COM", emailKey: "ada0@example.com" };
  const row = { ...again, status: "ACTIVE", confirmedAt: now(), revision: 1 };
  await expect(db().subscriber.create({ data: row })).rejects.toThrow();
  await expect(db().subscriber.create({ data: { ...row, emailKey: "ADA0@Example.COM" } })).rejects.toThrow();
  await prepareSend(sampleLetter("spellings"), now());
  await work();
  expectOneEach(sink, 1);
});

test("readers of a domain that asks for patience are put back, and not multiplied by it", async () => {
  let patience = 40;
  const sink = await sinkFor({
    onRcptTo: (_address, _session, callback) =>
      callback(patience-- > 0 ? refusal(450, "4.7.28 too much mail from you") : null),
  });
  await activeReaders(30, "slow.test");
  await prepareSend(sampleLetter("throttled"), now());
  do {
    await work();
    await db().delivery.updateMany({ where: { state: "RETRY" }, data: { nextAttemptAt: before(MINUTE) } });
  } while ((await statusOf("throttled"))?.state !== "DONE");
  expectOneEach(sink, 30);
});

test("what a dead worker had fetched and not offered is sent by the next one, and not taken for done", async () => {
  const sink = await sinkFor();
  await activeReaders(20);
  await prepareSend(sampleLetter("fetched"), now());
  await db().delivery.updateMany({ where: { issue: "fetched" }, data: { workerId: "dead" } });
  await work();
  expect(await statusOf("fetched")).toMatchObject({ state: "DONE", counts: { sent: 20, uncertain: 0 } });
  expectOneEach(sink, 20);
});

test("a worker that is told to stop ends with the messages in hand, and leaves nobody uncertain or behind", async () => {
  const told = new AbortController();
  let count = 0;
  const sink = await sinkFor({
    onMessage() {
      count += 1;
      if (count === 15) told.abort();
    },
  });
  await activeReaders(60);
  await prepareSend(sampleLetter("rebooted"), now());
  await work(told.signal);
  const { counts } = (await statusOf("rebooted")) ?? {};
  expect(counts).toMatchObject({ sending: 0, uncertain: 0, sent: sink.received.length });
  expect(counts?.queued).toBeGreaterThan(0);
  await work();
  expect(await statusOf("rebooted")).toMatchObject({ state: "DONE", counts: { sent: 60 } });
  expectOneEach(sink, 60);
});

/** Makes the database refuse one reader's delivery, as a full disk or a crash in the middle would. */
async function refuseDeliveryTo(subscriberId: string): Promise<void> {
  const run = (sql: string) => db().$executeRawUnsafe(sql);
  if (providerOf(env().DATABASE_URL) === "sqlite") {
    await run(`CREATE TRIGGER "broken_off" BEFORE INSERT ON "Delivery"
      WHEN NEW."subscriberId" = '${subscriberId}' BEGIN SELECT RAISE(ABORT, 'broken off'); END`);
    onTestFinished(() => void run('DROP TRIGGER "broken_off"').catch(() => {}));
    return;
  }
  await run(`CREATE FUNCTION broken_off() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN IF NEW."subscriberId" = '${subscriberId}' THEN RAISE 'broken off'; END IF; RETURN NEW; END $$`);
  await run(
    'CREATE TRIGGER "broken_off" BEFORE INSERT ON "Delivery" FOR EACH ROW EXECUTE FUNCTION broken_off()',
  );
  onTestFinished(() => void run("DROP FUNCTION broken_off CASCADE").catch(() => {}));
}

test("a preparation that breaks off leaves no half list that could be taken for the whole", async () => {
  const people = await activeReaders(10);
  await refuseDeliveryTo(people[7]?.id ?? "");
  await expect(prepareSend(sampleLetter("half"), now())).rejects.toThrow(/broken off/);
  expect(await statusOf("half")).toBeUndefined();
  expect(await db().delivery.count({ where: { issue: "half" } })).toBe(0);
});
