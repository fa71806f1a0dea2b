import { simpleParser } from "mailparser";
import { expect, onTestFinished, test } from "vitest";
import { type SmtpSink, smtpSink } from "@/bin/test/smtp-sink";
import { now } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env/env";
import { newId } from "@/lib/ids";
import { accountOf } from "./account";
import { statusOf } from "./counts";
import { prepareSend } from "./prepare";
import { activeReaders, sampleLetter } from "./samples";
import { runSendingWorker } from "./worker";

async function sinkFor(): Promise<SmtpSink> {
  const sink = await smtpSink();
  Object.assign(env(), { SMTP_URL: sink.url, SEND_RATE: 10_000, SEND_CONNECTIONS: 2 });
  onTestFinished(sink.close);
  return sink;
}

const work = () => runSendingWorker({ signal: new AbortController().signal, once: true });

async function add(email: string, name: string | null = null): Promise<void> {
  const row = { status: "ACTIVE", confirmedAt: now(), revision: 1 };
  await db().subscriber.create({ data: { id: newId(), email, emailKey: email.toLowerCase(), name, ...row } });
}

test("addresses that cannot be carried are skipped with the reason, and everybody else gets the issue", async () => {
  const sink = await sinkFor();
  await activeReaders(3);
  await add("ada@localhost");
  await add("ada,grace@example.com");
  await add("ada@grace@example.com");
  await add(`${"a".repeat(200)}@example.com`);
  await prepareSend(sampleLetter("odd"), now());
  await work();
  expect((await statusOf("odd"))?.counts).toMatchObject({ sent: 3, skipped: 4, uncertain: 0, refused: 0 });
  expect(sink.received.map(({ to }) => to[0]).sort()).toEqual([0, 1, 2].map((n) => `ada${n}@example.com`));
  expect((await accountOf("odd")).skipped.map(({ what }) => what).sort()).toEqual([
    "its address cannot be carried: not-an-address",
    "its address cannot be carried: quoted",
    "its address cannot be carried: too-long",
    "its address cannot be carried: unknown-domain",
  ]);
});

test.each([
  ["no @", "ada.example.com"],
  ["a line break", "ada@example.com\r\nRCPT TO:<grace@example.com>"],
  ["a thousand characters", `${"a".repeat(1_000)}@example.com`],
])(
  "the database itself refuses an address of %s, so that none can be written by hand",
  async (_what, email) => {
    await expect(add(email)).rejects.toThrow();
  },
);

test("whatever a reader is called, the message reaches that reader and nobody else", async () => {
  const sink = await sinkFor();
  const names = [
    "",
    " ",
    '"Ada", Countess <grace@example.com>; of \\ Lovelace',
    "Ada \u202eecalevoL\u202c \u200f🧮👩‍💻",
    "名前".repeat(90),
    "%%unsubscribe%%",
    "=?UTF-8?B?QWRh?=",
  ];
  await activeReaders(0);
  for (const [place, name] of names.entries()) await add(`ada${place}@example.com`, name);
  await prepareSend(sampleLetter("names"), now());
  await work();
  expect((await statusOf("names"))?.counts).toMatchObject({ sent: names.length });
  for (const { to, raw } of sink.received) {
    const { to: named, text } = await simpleParser(raw);
    const people = (Array.isArray(named) ? named : [named]).flatMap((list) => list?.value ?? []);
    expect(people.map(({ address }) => address)).toEqual(to);
    expect(text).not.toContain("%%");
  }
});

test("an issue that is no longer there goes out as it was prepared", async () => {
  const sink = await sinkFor();
  await activeReaders(1);
  await prepareSend(sampleLetter("of-no-file"), now());
  await work();
  expect(sink.received).toHaveLength(1);
});

test("a message that somebody made unreadable holds its own send, and the next issue goes out", async () => {
  const sink = await sinkFor();
  await db().outboxMessage.deleteMany();
  await activeReaders(2);
  await prepareSend(sampleLetter("broken"), now());
  await db().send.update({ where: { issue: "broken" }, data: { letter: "{" } });
  await work();
  const status = await statusOf("broken");
  expect(status).toMatchObject({ state: "HELD", counts: { queued: 2 } });
  expect(status?.reason).toMatch(/can no longer be read/);
  expect(await db().outboxMessage.count({ where: { kind: "alarm" } })).toBe(1);
  await prepareSend(sampleLetter("next"), now());
  await work();
  expect((await statusOf("next"))?.state).toBe("DONE");
  expect(sink.received).toHaveLength(2);
});
