import { beforeEach, expect, test } from "vitest";
import { after, before, DAY, HOUR, now } from "../clock";
import { db, inTransaction } from "../db/client";
import { newId } from "../ids";
import { suppressionOf } from "../subscribers/suppression";
import { signToken } from "../tokens";
import { applyReturn } from "./apply";
import { classifyReturn } from "./classify";
import { mail, report } from "./samples";
import { FAILURES } from "./temporary";

beforeEach(async () => {
  await db().subscriber.deleteMany();
  await db().send.deleteMany();
  await db().outboxMessage.deleteMany();
  await db().fact.deleteMany();
  await db().suppression.deleteMany();
});

async function reader(name = "ada", status = "ACTIVE") {
  const email = `${name}@example.com`;
  const row = { id: newId(), email, emailKey: email, status, confirmedAt: before(90 * DAY), revision: 1 };
  return db().subscriber.create({ data: row });
}

async function delivered(subscriberId: string, issue = "three-goals", changedAt = before(DAY)) {
  const send = { issue, state: "DONE", createdAt: changedAt, startAt: changedAt, letter: "{}", home: "here" };
  await db().send.createMany({ data: (await db().send.count({ where: { issue } })) ? [] : [send] });
  const id = newId();
  const row = { id, issue, subscriberId, state: "SENT", messageId: `<${id}@ezine.test>`, changedAt };
  return db().delivery.create({ data: row });
}

/** The reports of `samples.ts` go to a made-up token; here to that of a delivery. */
function sentTo(token: string, raw: Buffer): Buffer {
  return Buffer.from(raw.toString().replace("bounces+abcdefghij0123456789@", `bounces+${token}@`));
}

const group = (status: string, action = "failed") => [
  "Final-Recipient: rfc822; ada@example.com",
  `Action: ${action}`,
  `Status: ${status}`,
];
const apply = (raw: Buffer) => applyReturn(classifyReturn(raw));
const bounceOf = (deliveryId: string, status = "5.1.1", action?: string) =>
  apply(sentTo(signToken("verp", deliveryId), report(group(status, action))));

async function standing(id: string) {
  const { status, emailKey } = await db().subscriber.findUniqueOrThrow({ where: { id } });
  const why = await inTransaction((tx) => suppressionOf(tx, emailKey));
  const events = await db().subscriberEvent.findMany({ where: { subscriberId: id }, orderBy: { id: "asc" } });
  return { status, why, events: events.map(({ kind }) => kind) };
}
const untouched = { status: "ACTIVE", why: undefined, events: [] };

test("a dead address is off the list at once, and the same report again changes nothing more", async () => {
  const ada = await reader();
  const { id } = await delivered(ada.id);
  expect(await bounceOf(id)).toBe("bounced");
  const gone = { status: "BOUNCED", why: "dead", events: ["bounced"] };
  expect(await standing(ada.id)).toEqual(gone);
  expect(await bounceOf(id)).toBe("nothing");
  expect(await standing(ada.id)).toEqual(gone);
});

test("an old report does not undo that the owner made the reader active again", async () => {
  const ada = await reader();
  const { id } = await delivered(ada.id);
  await bounceOf(id);
  await db().subscriber.update({
    where: { id: ada.id },
    data: { status: "ACTIVE", revision: { increment: 1 } },
  });
  expect(await bounceOf(id)).toBe("nothing");
  expect((await standing(ada.id)).status).toBe("ACTIVE");
});

test.each([
  ["the Message-ID", (row: { messageId: string }) => `Message-ID: ${row.messageId}`],
  [
    "the link to leave",
    (row: { subscriberId: string | null }) =>
      `List-Unsubscribe: <https://ezine.test/ezine/unsubscribe/${signToken("unsubscribe", row.subscriberId ?? "")}>`,
  ],
])("without a token of its own, %s of the returned mail tells whose it is", async (_what, header) => {
  const ada = await reader();
  const row = await delivered(ada.id);
  const returned = ["From: ezine@ezine.test", "To: ada@example.com", header(row), "", "Hello"];
  expect(await apply(report(group("5.1.1"), { returned }))).toBe("bounced");
});

/** Like a token of ours but for its last letter. */
function forgedToken(id: string): string {
  return signToken("verp", id).replace(/.$/, (last) => (last === "z" ? "y" : "z"));
}

test.each([
  ["a forged token", forgedToken],
  ["a token made for something else", (id: string) => signToken("confirm", id)],
])("%s takes nobody off the list, though the report names a reader", async (_what, tokenOf) => {
  const ada = await reader();
  const { id } = await delivered(ada.id);
  expect(await apply(sentTo(tokenOf(id), report(group("5.1.1"))))).toBe("nobody");
  expect(await standing(ada.id)).toEqual(untouched);
});

test("a token in the words of a report is worth nothing, and neither is another reader's address there", async () => {
  const ada = await reader();
  const grace = await reader("grace");
  const token = signToken("unsubscribe", grace.id);
  const { id } = await delivered(ada.id);
  const raw = report(group("5.1.1"), { notice: `grace@example.com is dead: ${token}` });
  expect(await apply(sentTo(signToken("verp", id), raw))).toBe("bounced");
  expect(await standing(grace.id)).toEqual(untouched);
});

test.each([
  ["a delay notice", "4.4.7", "delayed"],
  ["a word about how fast we send", "4.7.28", "failed"],
  ["a refusal of this one message", "5.6.0", "failed"],
  ["a receipt", "2.0.0", "delivered"],
])("%s changes nothing", async (_what, status, action) => {
  const ada = await reader();
  const { id } = await delivered(ada.id);
  expect(await bounceOf(id, status, action)).toBe("nothing");
  expect(await standing(ada.id)).toEqual(untouched);
});

test("an absence notice changes nothing", async () => {
  const ada = await reader();
  const { id } = await delivered(ada.id);
  const raw = mail(
    "From: ada@example.com",
    `To: bounces+${signToken("verp", id)}@ezine.test`,
    "Subject: Out of office",
    "Auto-Submitted: auto-replied",
    "",
    "I am away. Please unsubscribe me from work.",
  );
  expect(await apply(raw)).toBe("nothing");
  expect(await standing(ada.id)).toEqual(untouched);
});

test("a full mailbox counts once for each issue, and ends it only after several over many days", async () => {
  const ada = await reader();
  await db().subscriberEvent.createMany({
    data: Array.from({ length: FAILURES - 1 }, (_, week) => ({
      subscriberId: ada.id,
      kind: "returned",
      by: "return",
      at: before((FAILURES - week) * 7 * DAY),
      detail: `{"mail":"issue-${week}"}`,
    })),
  });
  const repeated = await delivered(ada.id, "issue-0");
  expect(await bounceOf(repeated.id, "4.2.2")).toBe("nothing");
  expect((await standing(ada.id)).status).toBe("ACTIVE");
  const last = await delivered(ada.id, "issue-last");
  expect(await bounceOf(last.id, "4.2.2")).toBe("bounced");
  expect(await standing(ada.id)).toMatchObject({ status: "BOUNCED", why: "dead" });
});

test("failures within a few days end nothing, however many", async () => {
  const ada = await reader();
  for (let issue = 0; issue < FAILURES + 2; issue++) {
    const { id } = await delivered(ada.id, `issue-${issue}`);
    expect(await bounceOf(id, "4.2.2")).toBe("counted");
  }
  expect((await standing(ada.id)).status).toBe("ACTIVE");
});

test("an issue that arrived in between begins the count anew (listmonk 2770)", async () => {
  const ada = await reader();
  await db().subscriberEvent.createMany({
    data: [40, 35, 30].map((days) => ({
      subscriberId: ada.id,
      kind: "returned",
      by: "return",
      at: before(days * DAY),
      detail: `{"mail":"issue-${days}"}`,
    })),
  });
  await delivered(ada.id, "arrived", before(20 * DAY));
  const { id } = await delivered(ada.id, "now");
  expect(await bounceOf(id, "4.2.2")).toBe("counted");
  expect((await standing(ada.id)).status).toBe("ACTIVE");
});

test("a report about an address that the reader has left behind changes nothing", async () => {
  const ada = await reader();
  const { id } = await delivered(ada.id, "before", before(2 * DAY));
  const moved = { subscriberId: ada.id, kind: "address-changed", by: "visitor", at: before(DAY) };
  await db().subscriberEvent.create({ data: moved });
  expect(await bounceOf(id)).toBe("nothing");
  expect((await standing(ada.id)).status).toBe("ACTIVE");
});

test("a complaint is a goodbye for ever, told by our token in the mail complained about", async () => {
  const ada = await reader();
  const token = signToken("unsubscribe", ada.id);
  const raw = (kind: string) =>
    mail(
      "From: feedback@isp.example",
      "To: abuse@ezine.test",
      'Content-Type: multipart/report; report-type=feedback-report; boundary="edge"',
      "",
      "--edge",
      "Content-Type: message/feedback-report",
      "",
      `Feedback-Type: ${kind}`,
      "User-Agent: Feedback/1.0",
      "Version: 1",
      "",
      "--edge",
      "Content-Type: message/rfc822",
      "",
      "From: ezine@ezine.test",
      "To: redacted@isp.example",
      `List-Unsubscribe: <https://ezine.test/ezine/unsubscribe/${token}>`,
      "",
      "Hello",
      "--edge--",
    );
  expect(await apply(raw("not-spam"))).toBe("nothing");
  expect(await standing(ada.id)).toEqual(untouched);
  expect(await apply(raw("abuse"))).toBe("complained");
  expect(await apply(raw("abuse"))).toBe("nothing");
  expect(await standing(ada.id)).toEqual({ status: "COMPLAINED", why: "complained", events: ["complained"] });
});

test("a mailed unsubscribe is a goodbye, by its token wherever it comes from, else by who wrote it", async () => {
  const ada = await reader();
  const grace = await reader("grace");
  const wish = (from: string, subject: string) =>
    mail(`From: ${from}@example.com`, "To: etips@ezine.test", `Subject: ${subject}`, "", "Thanks");
  expect(await apply(wish("elsewhere", `unsubscribe ${signToken("unsubscribe", ada.id)}`))).toBe("left");
  expect(await apply(wish("grace", "unsubscribe"))).toBe("left");
  expect(await apply(wish("grace", "unsubscribe"))).toBe("nothing");
  expect(await apply(wish("stranger", "unsubscribe"))).toBe("nobody");
  for (const { id } of [ada, grace])
    expect(await standing(id)).toEqual({ status: "UNSUBSCRIBED", why: "left", events: ["unsubscribed"] });
});

test("a refusal about us is told to the owner once a day and touches nobody", async () => {
  const ada = await reader();
  const { id } = await delivered(ada.id);
  expect(await bounceOf(id, "5.7.26")).toBe("owner-told");
  expect(await bounceOf(id, "5.7.26")).toBe("nothing");
  expect(await db().outboxMessage.count({ where: { kind: "alarm" } })).toBe(1);
  expect(await standing(ada.id)).toEqual(untouched);
  await db().fact.updateMany({ data: { at: before(2 * DAY) } });
  expect(await bounceOf(id, "5.7.26")).toBe("owner-told");
});

async function sending(issue = "three-goals") {
  const ada = await reader();
  const { id } = await delivered(ada.id, issue, before(HOUR));
  await db().send.updateMany({ where: { issue }, data: { state: "SENDING" } });
  const state = async () => (await db().send.findUniqueOrThrow({ where: { issue } })).state;
  return { ada, id, state };
}
const refused = (token: string, status: string, words = "refused") =>
  apply(sentTo(token, report([...group(status), `Diagnostic-Code: smtp; 550 ${status} ${words}`])));

test.each([
  ["5.7.26", "this mail is unauthenticated"],
  ["5.7.515", "Access denied, the domain does not meet the authentication level"],
  ["5.7.1", "our system blocked your IP for its reputation"],
])("a mailed %s (%s) holds the send that is going on, and touches nobody", async (status, words) => {
  const { ada, id, state } = await sending();
  const token = signToken("verp", id);
  expect(await refused(token, status, words)).toBe("send-held");
  expect(await state()).toBe("HELD");
  expect(await refused(token, status, words)).toBe("nothing");
  expect(await standing(ada.id)).toEqual(untouched);
  const alarms = await db().outboxMessage.findMany({ where: { kind: "alarm" } });
  expect(alarms.map(({ data }) => data)).toEqual([expect.stringContaining(status)]);
});

test("once the owner has said that it goes on, what went out before holds it no more, and what goes out after does", async () => {
  const { ada, id, state } = await sending();
  const token = signToken("verp", id);
  await refused(token, "5.7.26");
  await db().send.updateMany({ data: { state: "SENDING" } });
  expect(await refused(token, "5.7.26")).not.toBe("send-held");
  expect(await state()).toBe("SENDING");
  await db().delivery.updateMany({ where: { subscriberId: ada.id }, data: { changedAt: after(HOUR) } });
  expect(await refused(token, "5.7.26")).toBe("send-held");
});

test.each([
  ["a forged token", "5.7.26", "unauthenticated", forgedToken],
  [
    "one reader's restriction",
    "5.7.1",
    "delivery is restricted to members",
    (id: string) => signToken("verp", id),
  ],
  ["a filter's opinion of the text", "5.7.1", "looks like spam", (id: string) => signToken("verp", id)],
])("%s holds no send", async (_what, status, words, tokenOf) => {
  const { ada, id, state } = await sending();
  expect(await refused(tokenOf(id), status, words)).not.toBe("send-held");
  expect(await state()).toBe("SENDING");
  expect(await standing(ada.id)).toEqual(untouched);
});

test("the same report read by several processes at once is counted once", async () => {
  const ada = await reader();
  const { id } = await delivered(ada.id);
  const raw = sentTo(signToken("verp", id), report(group("4.2.2")));
  const applied = await Promise.all([apply(raw), apply(raw), apply(raw)]);
  expect(applied.sort()).toEqual(["counted", "nothing", "nothing"]);
  expect((await standing(ada.id)).events).toEqual(["returned"]);
  const dead = sentTo(signToken("verp", id), report(group("5.1.1")));
  expect((await Promise.all([apply(dead), apply(dead), apply(dead)])).sort()).toEqual([
    "bounced",
    "nothing",
    "nothing",
  ]);
});

async function asked(person: { id: string; email: string }, newEmail?: string) {
  const purpose = newEmail ? "ADDRESS" : "SIGN_UP";
  const address = newEmail ? { newEmail, newEmailKey: newEmail } : {};
  const link = { id: newId(), subscriberId: person.id, purpose, ...address, expiresAt: after(DAY) };
  await db().confirmation.create({ data: link });
  const id = newId();
  const kind = newEmail ? "confirm-address" : "confirm";
  const data = JSON.stringify({ confirmationId: link.id });
  const row = { id, kind, toEmail: newEmail ?? person.email, data, messageId: `<${id}@ezine.test>` };
  await db().outboxMessage.create({
    data: { ...row, state: "SENT", sentAt: now(), subscriberId: person.id },
  });
  const returned = ["From: hello@ezine.test", `Message-ID: ${row.messageId}`, "", "Confirm"];
  return { link: link.id, bounce: (status: string) => apply(report(group(status), { returned })) };
}

test.each([
  ["5.1.1", "dead"],
  ["4.4.7", undefined],
])("a confirmation that comes back with %s ends that sign-up", async (status, why) => {
  const ada = await reader("ada", "PENDING");
  const { link, bounce } = await asked(ada);
  expect(await bounce(status)).toBe("bounced");
  expect(await standing(ada.id)).toEqual({ status: "BOUNCED", why, events: ["bounced"] });
  expect((await db().confirmation.findUniqueOrThrow({ where: { id: link } })).replacedAt).not.toBeNull();
});

test("a new address that does not work ends the change and leaves the reader alone", async () => {
  const ada = await reader();
  const { link, bounce } = await asked(ada, "ada@new.example");
  expect(await bounce("5.1.1")).toBe("ended");
  expect(await bounce("5.1.1")).toBe("nothing");
  expect(await standing(ada.id)).toEqual(untouched);
  expect((await db().confirmation.findUniqueOrThrow({ where: { id: link } })).replacedAt).not.toBeNull();
});
