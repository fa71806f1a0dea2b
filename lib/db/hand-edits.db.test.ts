import { expect, test } from "vitest";
import { newId } from "../ids";
import { db } from "./client";

async function ada(status = "ACTIVE") {
  const id = newId();
  const email = `ada-${id}@example.com`;
  const confirmedAt = status === "PENDING" ? null : new Date();
  return db().subscriber.create({ data: { id, email, emailKey: email, status, confirmedAt, revision: 1 } });
}

function eventsOf(subscriberId: string) {
  return db().subscriberEvent.findMany({ where: { subscriberId }, orderBy: { id: "asc" } });
}

function edit(id: string, data: Parameters<ReturnType<typeof db>["subscriber"]["update"]>[0]["data"]) {
  return db().subscriber.update({ where: { id }, data });
}

test("a status set by hand is dated and written into the history", async () => {
  const { id } = await ada();
  await edit(id, { status: "UNSUBSCRIBED" });
  const row = await db().subscriber.findUniqueOrThrow({ where: { id } });
  expect(row.unsubscribedAt?.getTime()).toBeGreaterThan(Date.now() - 60_000);
  expect(await eventsOf(id)).toMatchObject([
    { kind: "status-set", by: "hand", detail: expect.stringMatching(/"ACTIVE".*"UNSUBSCRIBED"/) },
  ]);
});

test("a change by the program is not taken for one by hand", async () => {
  const { id } = await ada();
  await edit(id, { status: "UNSUBSCRIBED", revision: { increment: 1 } });
  expect(await eventsOf(id)).toEqual([]);
});

test("a row added by hand gets a name of its own and an event", async () => {
  const email = `grace-${newId()}@example.com`;
  await db().$executeRaw`INSERT INTO "Subscriber" ("email", "emailKey") VALUES (${email}, ${email})`;
  const row = await db().subscriber.findUniqueOrThrow({ where: { emailKey: email } });
  expect(row.id).toMatch(/^[0-9a-z]{16}$/);
  expect(row.status).toBe("PENDING");
  expect(await eventsOf(row.id)).toMatchObject([{ kind: "added", by: "hand" }]);
});

test("an address changed by hand keeps its canonical form in step", async () => {
  const { id } = await ada();
  await edit(id, { email: `Grace-${id}@Example.COM` });
  expect(await db().subscriber.findUniqueOrThrow({ where: { id } })).toMatchObject({
    emailKey: `grace-${id}@example.com`,
  });
});

test.each([
  ["an unknown status", { status: "GONE" }, /status is PENDING, ACTIVE/],
  ["two lines of name", { name: "Ada\nBcc: all@example.com" }, /name is one line/],
  ["an address with a space", { email: "ada l@example.com", revision: 2 }, /email is one address/],
  ["a key that is not canonical", { emailKey: "ADA@EXAMPLE.COM", revision: 2 }, /canonical form/],
  ["no confirmation and no note", { confirmedAt: null }, /confirmedAt or an ownerNote/],
])("the database refuses %s with a sentence", async (_what, data, sentence) => {
  const { id } = await ada();
  await expect(edit(id, data)).rejects.toThrow(sentence);
  expect(await eventsOf(id)).toEqual([]);
});

test("two rows for one address are refused", async () => {
  const { emailKey } = await ada();
  const again = db().subscriber.create({ data: { id: newId(), email: emailKey, emailKey, revision: 1 } });
  await expect(again).rejects.toThrow(/[Uu]nique/);
});

test("somebody pending becomes active by hand only with the owner's note", async () => {
  const { id } = await ada("PENDING");
  await expect(edit(id, { status: "ACTIVE" })).rejects.toThrow(/ownerNote/);
  await edit(id, { status: "ACTIVE", ownerNote: "Asked me at the fair, card in the drawer" });
  expect(await db().subscriber.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: "ACTIVE" });
});

test("somebody who left does not come back by a hand that gives no reason", async () => {
  const { id } = await ada();
  await edit(id, { status: "UNSUBSCRIBED" });
  await expect(edit(id, { status: "ACTIVE" })).rejects.toThrow(/ownerNote that says why/);
  expect(await db().subscriber.findUniqueOrThrow({ where: { id } })).toMatchObject({
    status: "UNSUBSCRIBED",
  });
});

test("history can be neither changed nor deleted, and goes with its subscriber", async () => {
  const { id } = await ada();
  await edit(id, { status: "UNSUBSCRIBED" });
  const [event] = await eventsOf(id);
  const where = { id: event?.id ?? 0 };
  await expect(db().subscriberEvent.update({ where, data: { kind: "confirmed" } })).rejects.toThrow(
    /cannot be changed/,
  );
  await expect(db().subscriberEvent.delete({ where })).rejects.toThrow(/cannot be deleted/);
  await db().subscriber.delete({ where: { id } });
  expect(await eventsOf(id)).toEqual([]);
});

test("one address cannot have two rows by two spellings of its key", async () => {
  const { email } = await ada();
  const twin = db().subscriber.create({ data: { id: newId(), email, emailKey: `x${email}`, revision: 1 } });
  await expect(twin).rejects.toThrow(/emailKey is the address in lower case/);
});
