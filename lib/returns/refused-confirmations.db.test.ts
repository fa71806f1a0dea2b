import { expect, test } from "vitest";
import { db } from "../db/client";
import { newId } from "../ids";
import { endRefusedSignUps } from "./refused-confirmations";

async function pendingWith(lastReply: string) {
  const id = newId();
  const email = `ada-${id}@example.com`;
  await db().subscriber.create({ data: { id, email, emailKey: email, revision: 1 } });
  const message = {
    id: newId(),
    kind: "confirm",
    toEmail: email,
    data: "{}",
    messageId: `<${newId()}@example.com>`,
  };
  await db().outboxMessage.create({ data: { ...message, state: "REFUSED", subscriberId: id, lastReply } });
  return id;
}

async function statusOf(id: string) {
  return (await db().subscriber.findUniqueOrThrow({ where: { id } })).status;
}

test("a dead address ends its sign-up; a refusal that is about us ends nobody's", async () => {
  const dead = await pendingWith("550 5.1.1 <ada@example.com>: no such user here");
  const ours = await pendingWith("554 5.7.1 message refused by policy");
  expect(await endRefusedSignUps()).toBe(1);
  expect(await statusOf(dead)).toBe("BOUNCED");
  expect(await statusOf(ours)).toBe("PENDING");
  expect(await endRefusedSignUps()).toBe(0);
});
