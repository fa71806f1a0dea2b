import { simpleParser } from "mailparser";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { smtpSink } from "@/bin/test/smtp-sink";
import { writeMessage } from "@/emails/write";
import { DAY } from "../clock";
import { db, inTransaction } from "../db/client";
import { newId } from "../ids";
import { LIMITS } from "../limits";
import { postDue } from "../mail/post-due";
import { smtpTransport } from "../mail/smtp";
import { type SuppressionReason, suppress } from "../subscribers/suppression";
import { mailResultSchema, sendResult } from "./mail-result";
import { resultInWords } from "./words/worded-sheet";

const START = new Date("2026-11-02T09:00:00Z");

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: START }));
afterEach(() => void vi.useRealTimers());

/** An address that no other test uses, at a domain of its own. */
function someone(): string {
  return `ada-${newId()}@${newId()}.example.com`.toLowerCase();
}

function ask(email: string, client = newId()) {
  const words = resultInWords("cash-runway", "cash=12000&in=20000&out=18000&slow=12000");
  if (!words) throw new Error("nothing came of the sheet");
  const { email: address } = mailResultSchema.parse({ email });
  return sendResult(address, { title: "Cash runway", path: "/resources/cash-runway", words }, client);
}

function mailTo(email: string) {
  return db().outboxMessage.findMany({ where: { toEmail: email } });
}

test("a result is posted once, to the address it was asked for, as mail that no machine answers", async () => {
  const sink = await smtpSink();
  const post = smtpTransport(sink.url);
  const email = someone();
  expect(await ask(email)).toEqual({ outcome: "accepted" });
  await postDue(writeMessage, post);
  await postDue(writeMessage, post);
  expect(sink.received.map(({ to }) => to)).toEqual([[email]]);
  const mail = await simpleParser(sink.received[0]?.raw ?? "");
  expect(mail.subject).toBe("Your result: Cash runway");
  expect(mail.headers.get("auto-submitted")).toBe("auto-generated");
  expect(mail.headers.has("list-unsubscribe")).toBe(false);
  for (const part of [mail.text, mail.html]) {
    expect(part).toMatch(/8 weeks, if it stays slow/i);
    expect(part).toContain("If nothing came in at all: 2 weeks");
    expect(part).toMatch(/\/resources\/cash-runway\b(?!\?)/);
  }
  post.close();
  await sink.close();
});

test("asking for a result puts nobody on the list", async () => {
  const email = someone();
  await ask(email);
  expect(await db().subscriber.count({ where: { emailKey: email } })).toBe(0);
});

test.each<SuppressionReason>(["never", "complained"])(
  "an address suppressed as %s gets nothing, and the answer does not say so",
  async (reason) => {
    const email = someone();
    await inTransaction((tx) => suppress(tx, email, reason));
    expect(await ask(email)).toEqual({ outcome: "accepted" });
    expect(await mailTo(email)).toEqual([]);
  },
);

test("who left the e-zine may still have a result mailed", async () => {
  const email = someone();
  await inTransaction((tx) => suppress(tx, email, "left"));
  await ask(email);
  expect(await mailTo(email)).toHaveLength(1);
});

test("an address is written to so often a day, and not once more until the next", async () => {
  const email = someone();
  const { count } = LIMITS["mail-result"].address;
  for (let i = 0; i < count; i++) expect((await ask(email)).outcome).toBe("accepted");
  expect(await ask(email)).toEqual({ outcome: "limited", until: new Date("2026-11-03T00:00:00Z") });
  expect(await mailTo(email)).toHaveLength(count);
  vi.setSystemTime(START.getTime() + DAY);
  expect((await ask(email)).outcome).toBe("accepted");
});

test("one client asks for so many an hour, whatever the addresses", async () => {
  const client = newId();
  const { count } = LIMITS["mail-result"].client;
  for (let i = 0; i < count; i++) expect((await ask(someone(), client)).outcome).toBe("accepted");
  const email = someone();
  expect((await ask(email, client)).outcome).toBe("limited");
  expect(await mailTo(email)).toEqual([]);
});
