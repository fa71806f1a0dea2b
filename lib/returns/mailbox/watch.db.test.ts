import { beforeEach, expect, onTestFinished, test } from "vitest";
import { type ImapFake, imapFake } from "@/bin/test/imap-fake";
import { before, DAY, now } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/ids";
import { signToken } from "@/lib/tokens";
import { report } from "../samples";
import { tryMailbox } from "./connect";
import { AT_ONCE, FETCHED_BYTES } from "./look-through";
import { RESTS, WAIT, watchMailbox } from "./watch";

const GROUP = ["Final-Recipient: rfc822; ada@example.com", "Action: failed", "Status: 5.1.1"];
const LETTER = "From: grace@example.com\r\nSubject: Hello\r\n\r\nI liked the last issue.\r\n";
const FOREIGN = report(GROUP).toString();

beforeEach(async () => {
  await db().subscriber.deleteMany();
  await db().suppression.deleteMany();
  await db().fact.deleteMany();
  await db().outboxMessage.deleteMany();
});

/** A reader, and the mail by which their provider says that the address is dead. */
async function returned(name = "ada", size = 0) {
  const email = `${name}@example.com`;
  const id = newId();
  await db().subscriber.create({
    data: { id, email, emailKey: email, status: "ACTIVE", confirmedAt: now(), revision: 1 },
  });
  const link = `List-Unsubscribe: <https://ezine.test/ezine/unsubscribe/${signToken("unsubscribe", id)}>`;
  const lines = ["From: ezine@ezine.test", link, "", "x".repeat(size)];
  const mail = report(GROUP, { returned: lines }).toString();
  const status = async () => (await db().subscriber.findUniqueOrThrow({ where: { id } })).status;
  return { mail, status };
}

/** Watches until the test is over; time passes only when the test says so. */
function watching(fake: ImapFake, url = fake.url) {
  const stop = new AbortController();
  const pauses: number[] = [];
  let asked = Promise.withResolvers<void>();
  let pass = () => {};
  const pause = (milliseconds: number, signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      pauses.push(milliseconds);
      pass = resolve;
      signal.addEventListener("abort", () => resolve());
      if (signal.aborted) resolve();
      asked.resolve();
      asked = Promise.withResolvers();
    });
  const paused = async (count: number) => {
    while (pauses.length < count) await asked.promise;
  };
  const running = watchMailbox({ url, signal: stop.signal, mayLook: async () => true, pause });
  onTestFinished(async () => {
    stop.abort();
    fake.close();
    await running;
  });
  return { pauses, paused, pass: () => pass() };
}

test("returns of ours are done and put away, and what a person should read stays (listmonk 1334, Keila 316)", async () => {
  const ada = await returned();
  const away =
    "From: mary@example.com\r\nSubject: Out of office\r\nAuto-Submitted: auto-replied\r\n\r\nLater.\r\n";
  const fake = await imapFake([ada.mail, FOREIGN, LETTER, away]);
  await watching(fake).paused(1);
  expect(fake.handled).toEqual([ada.mail]);
  expect([...fake.inbox.values()]).toEqual([FOREIGN, LETTER, away]);
  expect(await ada.status()).toBe("BOUNCED");
});

test("news are read at once where the server tells of them", async () => {
  const fake = await imapFake([]);
  const { pauses, paused } = watching(fake);
  await paused(1);
  await fake.hears(/^IDLE/);
  const ada = await returned();
  fake.deliver(ada.mail);
  await paused(2);
  expect(fake.handled).toEqual([ada.mail]);
  expect(pauses).toEqual([WAIT.told, WAIT.told]);
});

test("a server that does not tell is asked from time to time", async () => {
  const fake = await imapFake([], { capabilities: "MOVE UIDPLUS" });
  const { pauses, paused, pass } = watching(fake);
  await paused(1);
  const ada = await returned();
  fake.deliver(ada.mail);
  pass();
  await paused(2);
  expect(pauses).toEqual([WAIT.asking, WAIT.asking]);
  expect(fake.handled).toEqual([ada.mail]);
  expect(fake.heard.join()).not.toContain("IDLE");
});

test("what was looked at is not looked at again, not even by a later process, until the server numbers anew", async () => {
  const fake = await imapFake([FOREIGN, LETTER]);
  await watching(fake).paused(1);
  const fetched = () => fake.heard.filter((line) => line.includes("FETCH")).length;
  expect(fetched()).toBe(2);
  await watching(fake).paused(1);
  expect(fetched()).toBe(2);
  fake.renumber(2);
  await watching(fake).paused(1);
  expect(fetched()).toBe(4);
});

test("a broken line is taken up again after rests that grow, and shrink once it holds", async () => {
  const fake = await imapFake([]);
  const { pauses, paused, pass } = watching(fake);
  await paused(1);
  fake.drop();
  await paused(2);
  expect(pauses.at(-1)).toBe(RESTS[0]);
  const ada = await returned();
  fake.deliver(ada.mail);
  pass();
  await paused(3);
  expect(fake.handled).toEqual([ada.mail]);
  fake.drop();
  await paused(4);
  expect(pauses.at(-1)).toBe(RESTS[0]);
});

test("a line that breaks before the mail is put away costs nothing: it is put away by the next one", async () => {
  const ada = await returned();
  const fake = await imapFake([ada.mail]);
  fake.dropAt(/MOVE/);
  const { paused, pass } = watching(fake);
  await paused(1);
  expect(await ada.status()).toBe("BOUNCED");
  expect(fake.inbox.size).toBe(1);
  pass();
  await paused(2);
  expect(fake.handled).toEqual([ada.mail]);
  expect(await db().subscriberEvent.count()).toBe(1);
});

test("a wrong password is told to the owner once, tried ever more seldom, and told anew after it was right", async () => {
  const fake = await imapFake([], { password: "another" });
  const { pauses, paused, pass } = watching(fake);
  for (let round = 1; round <= RESTS.length + 1; round++) {
    await paused(round);
    if (round <= RESTS.length) pass();
  }
  expect(pauses).toEqual([...RESTS, RESTS.at(-1)]);
  const alarms = () => db().outboxMessage.count({ where: { kind: "alarm" } });
  expect(await alarms()).toBe(1);
  expect(await tryMailbox(fake.url, 5000)).toContain("password");

  const right = await imapFake([]);
  await watching(right).paused(1);
  await watching(fake).paused(1);
  expect(await alarms()).toBe(2);
});

test("a server that is away is told of after a day, once", async () => {
  const fake = await imapFake([]);
  fake.close();
  const { paused, pass } = watching(fake);
  await paused(1);
  const alarms = () => db().outboxMessage.count({ where: { kind: "alarm" } });
  expect(await alarms()).toBe(0);
  await db().fact.updateMany({ data: { at: before(DAY) } });
  pass();
  await paused(2);
  pass();
  await paused(3);
  expect(await alarms()).toBe(1);
});

test("no mail is fetched whole above a size, and it is read all the same", async () => {
  const ada = await returned("ada", 3 * FETCHED_BYTES);
  const fake = await imapFake([ada.mail]);
  await watching(fake).paused(1);
  expect(fake.heard.filter((line) => line.includes("BODY.PEEK[]")).join()).toContain(`<0.${FETCHED_BYTES}>`);
  expect(await ada.status()).toBe("BOUNCED");
});

test("without MOVE the mails are copied and these alone are removed", async () => {
  const ada = await returned();
  const fake = await imapFake([LETTER, ada.mail], { capabilities: "UIDPLUS" });
  await watching(fake).paused(1);
  expect(fake.handled).toEqual([ada.mail]);
  expect(fake.heard.filter((line) => line.includes("EXPUNGE"))).toEqual(["UID EXPUNGE 2"]);
  expect([...fake.inbox.values()]).toEqual([LETTER]);
});

test("without MOVE and UIDPLUS nothing is expunged, since others may have struck out mails of their own", async () => {
  const ada = await returned();
  const fake = await imapFake([LETTER, ada.mail], { capabilities: "IDLE" });
  await watching(fake).paused(1);
  expect(fake.handled).toEqual([ada.mail]);
  expect(fake.heard.join("\n")).toMatch(/UID STORE 2 .*\\Deleted/);
  expect(fake.heard.join()).not.toContain("EXPUNGE");
});

test("a huge mailbox is read in batches, each remembered", async () => {
  const ada = await returned();
  const fake = await imapFake([...Array.from({ length: 2 * AT_ONCE + 1 }, () => LETTER), ada.mail]);
  await watching(fake).paused(1);
  expect(fake.handled).toEqual([ada.mail]);
  expect(fake.inbox.size).toBe(2 * AT_ONCE + 1);
  expect((await db().fact.findFirstOrThrow({ where: { name: "returns-read-up-to" } })).value).toMatch(
    / 103$/,
  );
});
