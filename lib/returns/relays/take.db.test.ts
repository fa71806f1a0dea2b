import { createHmac, generateKeyPairSync, sign } from "node:crypto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { before, now } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/ids";

const MAILGUN = "a signing key of Mailgun's";
const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const SENDGRID = publicKey.export({ format: "der", type: "spki" }).toString("base64");

beforeEach(async () => {
  vi.resetModules();
  vi.stubEnv("MAILGUN_SIGNING_KEY", MAILGUN);
  vi.stubEnv("SENDGRID_PUBLIC_KEY", SENDGRID);
  await db().subscriber.deleteMany();
  await db().send.deleteMany();
  await db().suppression.deleteMany();
  await db().fact.deleteMany();
});
afterEach(() => vi.unstubAllEnvs());

async function take(relay: string, bytes: Buffer, headers: Record<string, string> = {}) {
  const { takeFromRelay } = await import("./take");
  return takeFromRelay(relay, new Headers(headers), bytes);
}

async function delivered() {
  const email = "ada@example.com";
  const id = newId();
  const ada = { id, email, emailKey: email, status: "ACTIVE", confirmedAt: now(), revision: 1 };
  await db().subscriber.create({ data: ada });
  const issue = "three-goals";
  const send = { issue, state: "DONE", createdAt: now(), startAt: now(), letter: "{}", home: "here" };
  await db().send.create({ data: send });
  const delivery = newId();
  const messageId = `<${delivery}@ezine.test>`;
  const row = { id: delivery, issue, subscriberId: id, state: "SENT", messageId, changedAt: now() };
  await db().delivery.create({ data: row });
  const state = async () => {
    const { status } = await db().subscriber.findUniqueOrThrow({ where: { id } });
    const events = await db().subscriberEvent.findMany({ where: { subscriberId: id } });
    return [status, ...events.map(({ kind }) => kind)];
  };
  return { messageId, state };
}

const seconds = (moment: Date) => String(Math.floor(moment.getTime() / 1000));

function mailgun(event: object, { key = MAILGUN, at = now() } = {}) {
  const [timestamp, token] = [seconds(at), newId()];
  const signature = createHmac("sha256", key)
    .update(timestamp + token)
    .digest("hex");
  return Buffer.from(JSON.stringify({ signature: { timestamp, token, signature }, "event-data": event }));
}

function sendgrid(events: readonly object[], at = now()) {
  const bytes = Buffer.from(JSON.stringify(events));
  const timestamp = seconds(at);
  const signature = sign("sha256", Buffer.concat([Buffer.from(timestamp), bytes]), privateKey).toString(
    "base64",
  );
  const headers = {
    "X-Twilio-Email-Event-Webhook-Signature": signature,
    "X-Twilio-Email-Event-Webhook-Timestamp": timestamp,
  };
  return { bytes, headers };
}

const failed = (messageId: string, code: number, message: string, severity = "permanent") => ({
  event: "failed",
  severity,
  recipient: "ada@example.com",
  message: { headers: { "message-id": messageId.slice(1, -1) } },
  "delivery-status": { code, message },
});

test.each([
  ["dead", 550, "5.1.1 User unknown", "permanent", ["BOUNCED", "bounced"]],
  ["about us", 550, "5.7.26 unauthenticated", "permanent", ["ACTIVE"]],
  ["a delay", 550, "5.1.1 User unknown", "temporary", ["ACTIVE"]],
  ["full", 552, "5.2.2 mailbox full", "permanent", ["ACTIVE", "returned"]],
])(
  "Mailgun's word of a failure is judged like any other: %s",
  async (_what, code, words, severity, after) => {
    const { messageId, state } = await delivered();
    const bytes = mailgun(failed(messageId, code, words, severity));
    expect(await take("mailgun", bytes)).toBe("done");
    expect(await state()).toEqual(after);
    expect(await take("mailgun", bytes)).toBe("known");
  },
);

test("Mailgun's complaint ends it for ever", async () => {
  const { messageId, state } = await delivered();
  const event = { ...failed(messageId, 0, ""), event: "complained" };
  expect(await take("mailgun", mailgun(event))).toBe("done");
  expect(await state()).toEqual(["COMPLAINED", "complained"]);
});

test("SendGrid's events are judged one by one", async () => {
  const { messageId, state } = await delivered();
  const about = { email: "ada@example.com", "smtp-id": messageId };
  const { bytes, headers } = sendgrid([
    { ...about, event: "delivered" },
    { event: 7 },
    { ...about, event: "deferred", status: "4.7.0", reason: "later" },
    { ...about, event: "bounce", type: "blocked", status: "5.7.1", reason: "550 5.7.1 blocked using a list" },
    { ...about, event: "bounce", status: "5.1.1", reason: "550 5.1.1 unknown user" },
  ]);
  expect(await take("sendgrid", bytes, headers)).toBe("done");
  expect(await state()).toEqual(["BOUNCED", "bounced"]);
  expect(await take("sendgrid", bytes, headers)).toBe("known");
});

test("an event about a mail that is not ours touches nobody", async () => {
  const { state } = await delivered();
  expect(await take("mailgun", mailgun(failed("<other@relay.test>", 550, "5.1.1 User unknown")))).toBe(
    "done",
  );
  expect(await state()).toEqual(["ACTIVE"]);
});

test("forged, old, broken and unasked-for messages are not believed", async () => {
  const { messageId, state } = await delivered();
  const event = failed(messageId, 550, "5.1.1 User unknown");
  expect(await take("mailgun", mailgun(event, { key: "another key that somebody made up" }))).toBe("forged");
  expect(await take("mailgun", Buffer.from("{"))).toBe("unreadable");
  const { MAX_AGE } = await import("./take");
  expect(await take("mailgun", mailgun(event, { at: before(MAX_AGE + 60_000) }))).toBe("stale");
  expect(await take("mailgun", mailgun(event, { at: before(-3_600_000) }))).toBe("stale");
  const { bytes, headers } = sendgrid([{ event: "bounce", "smtp-id": messageId, status: "5.1.1" }]);
  expect(await take("sendgrid", Buffer.concat([bytes, Buffer.from(" ")]), headers)).toBe("forged");
  expect(await take("sendgrid", bytes)).toBe("forged");
  expect(await take("sendgrid", bytes, { ...headers, "X-Twilio-Email-Event-Webhook-Timestamp": "1" })).toBe(
    "forged",
  );
  expect(await take("postmark", bytes)).toBe("unknown-relay");
  expect(await state()).toEqual(["ACTIVE"]);
});

test("without its key in the settings a relay does not exist", async () => {
  vi.stubEnv("MAILGUN_SIGNING_KEY", "");
  expect(await take("mailgun", mailgun({ event: "failed" }))).toBe("unknown-relay");
});
