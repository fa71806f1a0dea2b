import { copyFileSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { smtpSink } from "@/bin/test/smtp-sink";
import { now } from "@/lib/clock";
import { DATABASE_HOME } from "@/lib/copies/sending-held";
import { providerOf, sqlitePath } from "@/lib/db/address";
import { closeDatabase, db, inTransaction } from "@/lib/db/client";
import { env } from "@/lib/env/env";
import { enqueue } from "@/lib/mail/outbox";
import { resumeHere, resumeSend } from "./control";
import { statusOf } from "./counts";
import { homeOfDatabase, isAtHome } from "./home";
import { prepareSend } from "./prepare";
import { activeReaders, sampleLetter } from "./samples";
import { runSendingWorker } from "./worker";

async function sinkFor() {
  const sink = await smtpSink();
  Object.assign(env(), { SMTP_URL: sink.url, SEND_RATE: 10_000 });
  onTestFinished(sink.close);
  return sink;
}

const work = () => runSendingWorker({ signal: new AbortController().signal, once: true });
const sqlite = providerOf(env().DATABASE_URL) === "sqlite";
const elsewhere = () =>
  db().fact.update({ where: { name: DATABASE_HOME }, data: { value: "another place", at: now() } });

test("the first one to ask makes its place the home, and finds it again", async () => {
  expect(await isAtHome()).toBe(true);
  const fact = await db().fact.findUniqueOrThrow({ where: { name: DATABASE_HOME } });
  expect(fact.value).toBe(await homeOfDatabase());
  expect(await isAtHome()).toBe(true);
});

test.runIf(sqlite)("a copied file has another home, whatever the machine is called", async () => {
  await isAtHome();
  const original = env().DATABASE_URL;
  await closeDatabase();
  const copy = `${sqlitePath(original)}.copy`;
  copyFileSync(sqlitePath(original), copy);
  Object.assign(env(), { DATABASE_URL: `file:${copy}` });
  onTestFinished(async () => {
    await closeDatabase();
    Object.assign(env(), { DATABASE_URL: original });
  });
  expect(await isAtHome()).toBe(false);
});

test("a copy drops what the original has posted, sends no issue, and says so until the owner settles it", async () => {
  const sink = await sinkFor();
  await activeReaders(2);
  await isAtHome();
  await prepareSend(sampleLetter("copied"), now());
  const ada = { email: "ada@example.com", name: "Ada" };
  await inTransaction((tx) => enqueue(tx, ada, { kind: "alarm", subject: "a", lines: [] }));
  await elsewhere();
  await work();
  expect(sink.received).toHaveLength(0);
  const [message] = await db().outboxMessage.findMany({ where: { toEmail: ada.email } });
  expect(message?.state).toBe("SKIPPED");
  expect(await statusOf("copied")).toMatchObject({
    state: "HELD",
    reason: expect.stringMatching(/resume --here/),
  });
  expect(await resumeSend("copied")).toBe("elsewhere");
  expect(await resumeHere()).toEqual([{ issue: "copied", waiting: 2 }]);
  await work();
  expect(sink.received).toHaveLength(2);
});

test("settling one send leaves the others that came with the copy to the owner", async () => {
  const sink = await sinkFor();
  await activeReaders(1);
  await prepareSend(sampleLetter("one"), now());
  await prepareSend(sampleLetter("other"), now());
  await db().send.updateMany({ where: { issue: { in: ["one", "other"] } }, data: { home: "another place" } });
  await work();
  expect(await resumeSend("one", { here: true })).toBe("resumed");
  await work();
  expect((await statusOf("one"))?.state).toBe("DONE");
  expect((await statusOf("other"))?.state).toBe("HELD");
  expect(sink.received).toHaveLength(1);
});

test("a send that the owner had paused stays paused when the place is settled", async () => {
  await activeReaders(1);
  await prepareSend(sampleLetter("paused"), now());
  const data = { state: "PAUSED", reason: "paused by the owner", home: "another place" };
  await db().send.update({ where: { issue: "paused" }, data });
  expect(await resumeHere()).not.toContainEqual(expect.objectContaining({ issue: "paused" }));
  expect((await statusOf("paused"))?.state).toBe("PAUSED");
  expect(await resumeSend("paused")).toBe("resumed");
});
