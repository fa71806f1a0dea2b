import { beforeEach, expect, test } from "vitest";
import { before, DAY, HOUR, now } from "../clock";
import { db } from "../db/client";
import { newId } from "../ids";
import { applyRefusals } from "./refusals";

beforeEach(async () => {
  await db().subscriber.deleteMany();
  await db().send.deleteMany();
});

async function refused(refusal: string) {
  const issue = "three-goals";
  const send = { issue, state: "DONE", createdAt: now(), startAt: now(), letter: "{}", home: "here" };
  await db().send.create({ data: send });
  const email = "ada@example.com";
  const ada = {
    id: newId(),
    email,
    emailKey: email,
    status: "ACTIVE",
    confirmedAt: before(90 * DAY),
    revision: 1,
  };
  await db().subscriber.create({ data: ada });
  const delivery = {
    id: newId(),
    issue,
    subscriberId: ada.id,
    state: "REFUSED",
    messageId: "<a@ezine.test>",
  };
  await db().delivery.create({ data: { ...delivery, changedAt: before(HOUR), refusal } });
  return ada.id;
}

const statusOf = async (id: string) => (await db().subscriber.findUniqueOrThrow({ where: { id } })).status;
const kinds = async () => (await db().subscriberEvent.findMany()).map(({ kind }) => kind);

test("an address refused as dead is taken off the list, once (listmonk 2623)", async () => {
  const id = await refused("dead");
  expect(await applyRefusals()).toBe(1);
  expect(await statusOf(id)).toBe("BOUNCED");
  const again = { status: "ACTIVE", revision: { increment: 1 } };
  await db().subscriber.update({ where: { id }, data: again });
  expect(await applyRefusals()).toBe(0);
  expect(await statusOf(id)).toBe("ACTIVE");
});

test("a full mailbox is counted once and stays on the list", async () => {
  const id = await refused("full");
  expect(await applyRefusals()).toBe(0);
  expect(await applyRefusals()).toBe(0);
  expect(await kinds()).toEqual(["returned"]);
  expect(await statusOf(id)).toBe("ACTIVE");
});

test.each(["ours", "message"])("a refusal about %s is nobody's fault who reads", async (refusal) => {
  const id = await refused(refusal);
  expect(await applyRefusals()).toBe(0);
  expect(await kinds()).toEqual([]);
  expect(await statusOf(id)).toBe("ACTIVE");
});

test("whoever has another address since then stays", async () => {
  const id = await refused("dead");
  await db().subscriberEvent.create({
    data: { subscriberId: id, kind: "address-changed", by: "visitor", at: now() },
  });
  expect(await applyRefusals()).toBe(0);
  expect(await statusOf(id)).toBe("ACTIVE");
});
