import { expect, test } from "vitest";
import { before, DAY, MINUTE, now } from "../clock";
import { db, inTransaction } from "../db/client";
import { newId } from "../ids";
import { erase } from "../subscribers/erase";
import { claim } from "./claim";
import { statusOf } from "./counts";
import { exchange } from "./exchange";

async function reader(name: string) {
  const email = `${name}@example.com`;
  const row = { id: newId(), email, emailKey: email, status: "ACTIVE", confirmedAt: now(), revision: 1 };
  return db().subscriber.create({ data: row });
}

async function issueTo(issue: string, subscriberIds: string[], data: Record<string, string | Date>) {
  const send = { issue, state: "SENDING", createdAt: now(), startAt: now(), letter: "{}", home: "here" };
  await db().send.create({ data: send });
  for (const subscriberId of subscriberIds) {
    const id = newId();
    const row = { id, issue, subscriberId, messageId: `<${id}@ezine.test>`, ...data };
    await db().delivery.create({ data: row });
  }
}

test("erasing a reader changes no count of what was sent and leaves nothing that names them", async () => {
  const [ada, grace] = [await reader("ada"), await reader("grace")];
  const sent = { state: "SENT", changedAt: before(DAY), lastReply: "250 ok ada@example.com" };
  await issueTo("sent", [ada.id, grace.id], sent);
  const counts = (await statusOf("sent"))?.counts;
  await inTransaction((tx) => erase(tx, ada.id));
  expect((await statusOf("sent"))?.counts).toEqual(counts);
  const [row, ...more] = await db().delivery.findMany({ where: { issue: "sent", subscriberId: null } });
  expect(more).toEqual([]);
  expect(row).toMatchObject({ state: "SENT", messageId: "", lastReply: null });
  expect(await db().delivery.count({ where: { issue: "sent", subscriberId: grace.id } })).toBe(1);
});

test.each([
  ["waits", { state: "QUEUED" }],
  ["is claimed", { state: "QUEUED", workerId: "w" }],
  ["is to be tried again", { state: "RETRY", nextAttemptAt: before(MINUTE) }],
])("what %s for an erased reader is skipped", async (what, data) => {
  const mary = await reader("mary");
  await issueTo(what, [mary.id], data);
  await inTransaction((tx) => erase(tx, mary.id));
  expect((await statusOf(what))?.counts).toMatchObject({ queued: 0, retry: 0, skipped: 1 });
  expect(await claim(what, "w", 10)).toEqual([]);
});

test("a reader who is erased while a message is in the air is not tried again, and the reply is not kept", async () => {
  const edith = await reader("edith");
  await issueTo("air", [edith.id], { state: "SENDING", workerId: "w" });
  await inTransaction((tx) => erase(tx, edith.id));
  const { id } = await db().delivery.findFirstOrThrow({ where: { issue: "air" } });
  const reply = "451 <edith@example.com> later";
  await exchange("w", [{ id, state: "RETRY", nextAttemptAt: before(MINUTE), reply }]);
  expect(await claim("air", "w", 10)).toEqual([]);
  const row = await db().delivery.findUniqueOrThrow({ where: { id } });
  expect(row).toMatchObject({ state: "SKIPPED", lastReply: null, workerId: null });
});
