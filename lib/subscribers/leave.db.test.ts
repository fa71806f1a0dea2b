import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { DAY, MINUTE } from "../clock";
import { db, inTransaction } from "../db/client";
import { newId } from "../ids";
import { signToken } from "../tokens";
import { forgetClients, forgetPending, remindPending } from "./chores";
import { confirm } from "./confirm";
import { CONSENT_VERSION } from "./consent";
import { erase } from "./erase";
import { personAsJson } from "./export-person";
import { leave, lookAtLeaving, rejoin } from "./leave";
import { askToChangeAddress, pause, rename, subscriberOf } from "./preferences";
import { isStillWanted } from "./still-wanted";
import { suppressionOf } from "./suppression";

const START = new Date("2026-11-02T09:00:00Z");

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: START });
  await db().subscriber.deleteMany();
});
afterEach(() => void vi.useRealTimers());

async function grace(status = "ACTIVE") {
  const id = newId();
  const email = `grace-${id}@example.com`;
  return db().subscriber.create({
    data: {
      id,
      email,
      emailKey: email,
      name: "Grace",
      status,
      confirmedAt: status === "ACTIVE" ? START : null,
      signedUpAt: START,
      consentAt: START,
      consentClient: "192.0.2.0/24, Firefox",
      consentVersion: CONSENT_VERSION,
      revision: 1,
    },
  });
}

function rowOf(id: string) {
  return db().subscriber.findUniqueOrThrow({
    where: { id },
    include: { events: { orderBy: { id: "asc" } } },
  });
}

test("leaving is done once, dated, written into the history, and suppresses the address", async () => {
  const { id, emailKey } = await grace();
  const link = signToken("unsubscribe", id);
  expect(await lookAtLeaving(link)).toEqual({ state: "on-the-list", canRejoin: false });
  expect(await leave(link)).toBe("left");
  expect(await leave(link)).toBe("gone");
  const row = await rowOf(id);
  expect(row).toMatchObject({ status: "UNSUBSCRIBED", unsubscribedAt: START });
  expect(row.events.map(({ kind }) => kind)).toEqual(["unsubscribed"]);
  expect(await suppressionOf(db(), emailKey)).toBe("left");
  expect(await db().outboxMessage.count({ where: { subscriberId: id } })).toBe(0);
});

test("a goodbye can be taken back for a week on its page, and not after", async () => {
  const { id, emailKey } = await grace();
  const link = signToken("unsubscribe", id);
  await leave(link);
  expect(await rejoin(link)).toBe("rejoined");
  expect(await rowOf(id)).toMatchObject({ status: "ACTIVE", unsubscribedAt: null });
  expect(await suppressionOf(db(), emailKey)).toBeUndefined();
  await leave(link);
  vi.setSystemTime(START.getTime() + 7 * DAY + MINUTE);
  expect(await rejoin(link)).toBe("too-late");
  expect(await rowOf(id)).toMatchObject({ status: "UNSUBSCRIBED" });
});

test.each(["BOUNCED", "COMPLAINED", "PENDING"])(
  "somebody %s cannot come back by the undo of a goodbye",
  async (status) => {
    const { id } = await grace(status);
    expect(await rejoin(signToken("unsubscribe", id))).toBe("too-late");
    expect(await rowOf(id)).toMatchObject({ status });
  },
);

test("a link that is not ours, or of another purpose, takes nobody off the list", async () => {
  const { id } = await grace();
  expect(await leave(signToken("preferences", id))).toBe("unknown");
  expect(await leave(id)).toBe("unknown");
  expect(await rowOf(id)).toMatchObject({ status: "ACTIVE" });
});

test("the link of somebody erased still says that they are gone", async () => {
  const { id } = await grace();
  await inTransaction((tx) => erase(tx, id));
  expect(await leave(signToken("unsubscribe", id))).toBe("gone");
});

test("erasing leaves a keyed hash and nothing that names the person", async () => {
  const { id, emailKey } = await grace();
  await rename(id, "Grace H.");
  await inTransaction((tx) => erase(tx, id));
  expect(await db().subscriber.findUnique({ where: { id } })).toBeNull();
  expect(await db().subscriberEvent.count({ where: { subscriberId: id } })).toBe(0);
  expect(await suppressionOf(db(), emailKey)).toBe("erased");
  expect(JSON.stringify(await db().suppression.findMany())).not.toContain("grace");
});

test("an address changes only when its new owner says so", async () => {
  const { id, email } = await grace();
  const newEmail = `grace-new-${id}@example.com`;
  expect(await askToChangeAddress(id, { email: newEmail, emailKey: newEmail }, newId())).toEqual({
    outcome: "asked",
  });
  expect(await rowOf(id)).toMatchObject({ email });
  const where = { subscriberId: id, purpose: "ADDRESS" };
  const link = signToken("confirm", (await db().confirmation.findFirstOrThrow({ where })).id);
  expect(await confirm(link)).toBe("address-changed");
  expect(await rowOf(id)).toMatchObject({ email: newEmail, emailKey: newEmail, status: "ACTIVE" });
});

test("an address of another subscriber is not taken from them", async () => {
  const { id, email } = await grace();
  const other = await grace();
  await askToChangeAddress(id, { email: other.email, emailKey: other.emailKey }, newId());
  const where = { subscriberId: id, purpose: "ADDRESS" };
  const link = signToken("confirm", (await db().confirmation.findFirstOrThrow({ where })).id);
  expect(await confirm(link)).toBe("taken");
  expect(await rowOf(id)).toMatchObject({ email });
  expect(await rowOf(other.id)).toMatchObject({ email: other.email });
});

test("issues are held back for a while, or taken up again", async () => {
  const { id } = await grace();
  expect(await pause(id, "one-month")).toEqual(new Date(START.getTime() + 30 * DAY));
  expect(await pause(id, "none")).toBeNull();
  expect((await rowOf(id)).events.map(({ kind }) => kind)).toEqual(["paused", "resumed"]);
});

test("what the preferences show is for their link alone", async () => {
  const { id } = await grace();
  expect(await subscriberOf(signToken("preferences", id))).toMatchObject({ id, name: "Grace" });
  expect(await subscriberOf(signToken("unsubscribe", id))).toBeUndefined();
  expect(await personAsJson(id)).toMatchObject({
    name: "Grace",
    consentVersion: CONSENT_VERSION,
    events: [],
  });
});

test("a sign-up is reminded once, after a day", async () => {
  const { id } = await grace("PENDING");
  expect(await remindPending()).toBe(0);
  vi.setSystemTime(START.getTime() + DAY + MINUTE);
  expect(await remindPending()).toBe(1);
  expect(await remindPending()).toBe(0);
  const messages = await db().outboxMessage.findMany({ where: { subscriberId: id } });
  expect(messages).toMatchObject([{ kind: "confirm", data: expect.stringContaining('"reminder":true') }]);
});

test("two workers that remind at once remind once", async () => {
  const { id } = await grace("PENDING");
  vi.setSystemTime(START.getTime() + 2 * DAY);
  await Promise.all([remindPending(), remindPending()]);
  expect(await db().outboxMessage.count({ where: { subscriberId: id } })).toBe(1);
});

test("a sign-up nobody confirmed vanishes after thirty days, and nobody else does", async () => {
  const pending = await grace("PENDING");
  const active = await grace();
  vi.setSystemTime(START.getTime() + 30 * DAY - MINUTE);
  await forgetPending();
  expect(await rowOf(pending.id)).toBeTruthy();
  vi.setSystemTime(START.getTime() + 30 * DAY + MINUTE);
  await forgetPending();
  expect(await db().subscriber.findUnique({ where: { id: pending.id } })).toBeNull();
  expect(await rowOf(active.id)).toMatchObject({ status: "ACTIVE" });
});

test("where somebody signed up from is forgotten after ninety days", async () => {
  const { id } = await grace();
  vi.setSystemTime(START.getTime() + 89 * DAY);
  await forgetClients();
  expect((await rowOf(id)).consentClient).not.toBeNull();
  vi.setSystemTime(START.getTime() + 91 * DAY);
  await forgetClients();
  expect(await rowOf(id)).toMatchObject({ consentClient: null, consentVersion: CONSENT_VERSION });
});

test("a message that waits is not posted to somebody who has left since, not even by a hand in the database", async () => {
  const { id } = await grace("PENDING");
  const row = { kind: "confirm", subscriberId: id, createdAt: new Date(Date.now() - MINUTE) };
  expect(await isStillWanted(row)).toBe(true);
  await db().subscriber.update({ where: { id }, data: { status: "UNSUBSCRIBED" } });
  expect(await isStillWanted(row)).toBe(false);
  expect(await isStillWanted({ ...row, kind: "welcome" })).toBe(false);
});
