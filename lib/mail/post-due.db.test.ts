import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { refusal, smtpSink } from "@/bin/test/smtp-sink";
import { writeMessage } from "@/emails/write";
import { DAY, HOUR, MINUTE, SECOND } from "../clock";
import { db, inTransaction } from "../db/client";
import { newId } from "../ids";
import { takeDue } from "./due";
import { mailFolder } from "./folder";
import { enqueue } from "./outbox";
import { postDue } from "./post-due";
import { smtpTransport } from "./smtp";
import { isAllowed, openPost } from "./transport";

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-02T09:00:00Z") });
  await db().outboxMessage.deleteMany();
});
afterEach(() => void vi.useRealTimers());

async function receiptTo(email: string): Promise<void> {
  await inTransaction((tx) => enqueue(tx, { email }, { kind: "enquiry-receipt" }));
}

function rowOf(email: string) {
  return db().outboxMessage.findFirstOrThrow({ where: { toEmail: email } });
}

function later(milliseconds: number): void {
  vi.setSystemTime(Date.now() + milliseconds);
}

test("what is due is posted once, over SMTP, with both bodies and the Message-ID of its row", async () => {
  const sink = await smtpSink();
  const post = smtpTransport(sink.url);
  await receiptTo("grace@example.com");
  expect(await postDue(writeMessage, post)).toBe(1);
  expect(await postDue(writeMessage, post)).toBe(0);
  const row = await rowOf("grace@example.com");
  expect(row).toMatchObject({ state: "SENT", attempts: 1, leaseUntil: null });
  expect(sink.received).toHaveLength(1);
  const mail = await simpleParser(sink.received[0]?.raw ?? "");
  expect(mail.messageId).toBe(row.messageId);
  expect(mail.headers.get("auto-submitted")).toBe("auto-generated");
  expect(mail.text).toContain("A person reads every message");
  expect(mail.html).toContain("A person reads every message");
  post.close();
  await sink.close();
});

test("a server that says not now is asked again after growing pauses, under the same Message-ID", async () => {
  let refusals = 2;
  const sink = await smtpSink({
    onMessage: () => {
      if (refusals-- > 0) throw refusal(451, "4.7.1 greylisted");
    },
  });
  const post = smtpTransport(sink.url);
  await receiptTo("grace@example.com");
  await postDue(writeMessage, post);
  const { messageId, nextAttemptAt, lastReply, state } = await rowOf("grace@example.com");
  expect({ state, lastReply }).toMatchObject({
    state: "RETRY",
    lastReply: expect.stringContaining("greylisted"),
  });
  expect(nextAttemptAt.getTime() - Date.now()).toBe(5 * SECOND);
  expect(await postDue(writeMessage, post)).toBe(0);
  later(6 * SECOND);
  await postDue(writeMessage, post);
  expect((await rowOf("grace@example.com")).nextAttemptAt.getTime() - Date.now()).toBe(15 * SECOND);
  later(16 * SECOND);
  await postDue(writeMessage, post);
  expect(await rowOf("grace@example.com")).toMatchObject({ state: "SENT", attempts: 3, messageId });
  expect(sink.received).toHaveLength(1);
  post.close();
  await sink.close();
});

test("a server that says never is believed, and its reason is kept", async () => {
  const sink = await smtpSink({
    onRcptTo: (_address, _session, callback) => callback(refusal(550, "5.1.1 no such user")),
  });
  const post = smtpTransport(sink.url);
  await receiptTo("nobody@example.com");
  await postDue(writeMessage, post);
  const row = await rowOf("nobody@example.com");
  expect(row).toMatchObject({ state: "REFUSED", lastReply: expect.stringContaining("no such user") });
  later(DAY);
  expect(await postDue(writeMessage, post)).toBe(0);
  post.close();
  await sink.close();
});

test("an hour without a server loses nothing", async () => {
  const gone = await smtpSink();
  await gone.close();
  const post = smtpTransport(gone.url);
  const people = Array.from({ length: 4 }, () => `grace-${newId()}@example.com`);
  for (const email of people) await receiptTo(email);
  const end = Date.now() + HOUR;
  while (Date.now() < end) {
    await postDue(writeMessage, post);
    later(MINUTE);
  }
  const back = await smtpSink({}, gone.port);
  later(2 * MINUTE);
  while ((await postDue(writeMessage, post)) > 0);
  expect(back.received.flatMap(({ to }) => to).sort()).toEqual(people.sort());
  post.close();
  await back.close();
});

test("a message nobody takes for three days is given up, with the reason", async () => {
  const post = smtpTransport("smtp://127.0.0.1:9");
  await receiptTo("grace@example.com");
  later(3 * DAY + MINUTE);
  await postDue(writeMessage, post);
  expect(await rowOf("grace@example.com")).toMatchObject({
    state: "REFUSED",
    lastReply: expect.stringContaining("given up after three days"),
  });
  post.close();
});

test("two workers at once never take the same message", async () => {
  for (let count = 0; count < 20; count++) await receiptTo(`grace-${newId()}@example.com`);
  const taken = await Promise.all(Array.from({ length: 6 }, () => takeDue(5)));
  const ids = taken.flat().map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toHaveLength(20);
});

test("a message whose worker died is posted by the next one when its lease is over", async () => {
  const sink = await smtpSink();
  const post = smtpTransport(sink.url);
  await receiptTo("grace@example.com");
  await takeDue(5);
  expect(await postDue(writeMessage, post)).toBe(0);
  later(31 * SECOND);
  expect(await postDue(writeMessage, post)).toBe(1);
  expect(sink.received).toHaveLength(1);
  post.close();
  await sink.close();
});

test("a message that cannot be composed does not hold up the others", async () => {
  const sink = await smtpSink();
  const post = smtpTransport(sink.url);
  await receiptTo("grace@example.com");
  await db().outboxMessage.create({
    data: {
      id: newId(),
      kind: "confirm",
      toEmail: "ada@example.com",
      data: "{",
      messageId: `<${newId()}@example.com>`,
    },
  });
  await postDue(writeMessage, post);
  expect(await rowOf("ada@example.com")).toMatchObject({
    state: "RETRY",
    lastReply: "it could not be composed",
  });
  expect(await rowOf("grace@example.com")).toMatchObject({ state: "SENT" });
  post.close();
  await sink.close();
});

test("without a server each message becomes one file, however often it is posted", async () => {
  const post = openPost();
  await receiptTo("grace@example.com");
  await postDue(writeMessage, post);
  await db().outboxMessage.updateMany({ data: { state: "RETRY" } });
  await postDue(writeMessage, post);
  const files = readdirSync(mailFolder());
  expect(files).toHaveLength(1);
  const raw = readFileSync(join(mailFolder(), files[0] ?? ""), "latin1");
  expect(raw.replace(/\r\n/g, "")).not.toMatch(/[\r\n]/);
  expect(raw.split("\r\n").every((line) => line.length <= 998)).toBe(true);
  expect((await simpleParser(raw)).to).toMatchObject({ text: "grace@example.com" });
});

test.each([
  ["ada@example.com", ["ada@example.com"], true],
  ["ada@example.com", ["example.com"], true],
  ["ada@example.com", ["@EXAMPLE.com"], true],
  ["ada@sub.example.com", ["example.com"], false],
  ["eve@notexample.com", ["example.com"], false],
  ["example.com@evil.test", ["example.com"], false],
])("the allow-list for %s with %j says %s", (address, list, allowed) => {
  expect(isAllowed(address, list)).toBe(allowed);
});
