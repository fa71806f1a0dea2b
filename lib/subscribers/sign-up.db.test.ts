import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { DAY, HOUR, MINUTE } from "../clock";
import { db } from "../db/client";
import { newId } from "../ids";
import { LIMITS } from "../limits";
import { signToken } from "../tokens";
import { addressOf } from "./address";
import { askForFreshLink, confirm, lookAtConfirmation } from "./confirm";
import { CONSENT_VERSION } from "./consent";
import { leave, neverAgain } from "./leave";
import { signUp } from "./sign-up";

const START = new Date("2026-11-02T09:00:00Z");
const asked = { page: "/ezine/subscribe", client: "192.0.2.0/24, Firefox" };

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: START }));
afterEach(() => void vi.useRealTimers());

/** An address that no other test uses. */
function someone(): string {
  return `ada-${newId()}@example.com`;
}

function request(email: string, name: string | null = "Ada", client = newId()) {
  const read = addressOf(email);
  if (!read.ok) throw new Error(`${email} is no address`);
  return signUp({ email: read, name }, asked, client);
}

async function person(email: string) {
  return db().subscriber.findUniqueOrThrow({
    where: { emailKey: email.toLowerCase() },
    include: { events: true },
  });
}

function mailTo(email: string) {
  return db().outboxMessage.findMany({ where: { toEmail: email }, orderBy: { createdAt: "asc" } });
}

async function latestLink(email: string): Promise<string> {
  const { id } = await person(email);
  const where = { subscriberId: id, purpose: "SIGN_UP" };
  const confirmation = await db().confirmation.findFirstOrThrow({ where, orderBy: { createdAt: "desc" } });
  return signToken("confirm", confirmation.id);
}

function later(milliseconds: number) {
  vi.setSystemTime(Date.now() + milliseconds);
}

test("a sign-up makes one pending row with its consent, one event and one confirmation in the outbox", async () => {
  const email = someone();
  expect(await request(email, "Ada")).toEqual({ outcome: "accepted" });
  expect(await person(email)).toMatchObject({
    email,
    name: "Ada",
    status: "PENDING",
    signedUpAt: START,
    confirmedAt: null,
    consentVersion: CONSENT_VERSION,
    consentPage: "/ezine/subscribe",
    consentAt: START,
    consentClient: "192.0.2.0/24, Firefox",
    events: [{ kind: "signed-up", by: "visitor" }],
  });
  expect(await mailTo(email)).toMatchObject([{ kind: "confirm", state: "QUEUED" }]);
});

test("the name that was typed is nowhere in what the confirmation is made of", async () => {
  const email = someone();
  await request(email, "Buy Cheap Watches");
  const [message] = await mailTo(email);
  expect(JSON.stringify(message)).not.toContain("Watches");
});

test("confirming makes the subscriber active, once, and greets them, once", async () => {
  const email = someone();
  await request(email);
  const link = await latestLink(email);
  expect(await lookAtConfirmation(link)).toEqual({ state: "open", purpose: "SIGN_UP" });
  expect(await confirm(link)).toBe("confirmed");
  expect(await confirm(link)).toBe("already");
  expect(await person(email)).toMatchObject({ status: "ACTIVE", confirmedAt: START });
  expect((await mailTo(email)).map(({ kind }) => kind)).toEqual(["confirm", "welcome"]);
});

test("two presses of the button at the same moment confirm once", async () => {
  const email = someone();
  await request(email);
  const link = await latestLink(email);
  const answers = await Promise.all([confirm(link), confirm(link)]);
  expect(answers.sort()).toEqual(["already", "confirmed"]);
  expect((await mailTo(email)).filter(({ kind }) => kind === "welcome")).toHaveLength(1);
});

test("looking at a link, however often, changes nothing", async () => {
  const email = someone();
  await request(email);
  const link = await latestLink(email);
  const before = await person(email);
  for (let look = 0; look < 5; look++) await lookAtConfirmation(link);
  expect(await person(email)).toEqual(before);
});

test("a newer link takes the place of an older one", async () => {
  const email = someone();
  await request(email);
  const first = await latestLink(email);
  later(HOUR);
  await request(email);
  expect(await confirm(first)).toBe("replaced");
  expect(await confirm(await latestLink(email))).toBe("confirmed");
  expect(await confirm(first)).toBe("already");
});

test("a link expires after three days, and a fresh one can be asked for with it", async () => {
  const email = someone();
  await request(email);
  const link = await latestLink(email);
  later(3 * DAY + MINUTE);
  expect(await confirm(link)).toBe("expired");
  expect(await askForFreshLink(link, newId())).toEqual({ outcome: "accepted" });
  expect(await confirm(await latestLink(email))).toBe("confirmed");
});

test.each(["", "nonsense", signToken("unsubscribe", newId()), signToken("confirm", newId())])(
  "the link %j is unknown and changes nothing",
  async (link) => {
    expect(await confirm(link)).toBe("unknown");
    expect(await askForFreshLink(link, newId())).toEqual({ outcome: "unknown" });
  },
);

test("an address gets two confirmations a day and four in all, whoever asks", async () => {
  const email = someone();
  const askOften = async () => {
    for (let count = 0; count < 4; count++) {
      await request(email);
      later(11 * MINUTE);
    }
  };
  await askOften();
  expect(await mailTo(email)).toHaveLength(2);
  for (let day = 0; day < 3; day++) {
    later(DAY);
    await askOften();
  }
  expect(await mailTo(email)).toHaveLength(4);
});

test("somebody on the list is told so at most once a week, and stays as they are", async () => {
  const email = someone();
  await request(email);
  await confirm(await latestLink(email));
  const before = await person(email);
  for (let ask = 0; ask < 3; ask++) expect(await request(email, "Mallory")).toEqual({ outcome: "accepted" });
  expect((await mailTo(email)).map(({ kind }) => kind)).toEqual(["confirm", "welcome", "already-subscribed"]);
  later(8 * DAY);
  await request(email);
  expect(await mailTo(email)).toHaveLength(4);
  expect(await person(email)).toEqual(before);
});

test("somebody who left comes back by a fresh confirmation and not before", async () => {
  const email = someone();
  await request(email);
  await confirm(await latestLink(email));
  const { id } = await person(email);
  expect(await leave(signToken("unsubscribe", id))).toBe("left");
  later(HOUR);
  expect(await request(email)).toEqual({ outcome: "accepted" });
  expect(await person(email)).toMatchObject({ status: "UNSUBSCRIBED" });
  expect(await confirm(await latestLink(email))).toBe("confirmed");
  expect(await person(email)).toMatchObject({ status: "ACTIVE" });
});

test("a link used before somebody left does not bring them back", async () => {
  const email = someone();
  await request(email);
  const link = await latestLink(email);
  await confirm(link);
  await leave(signToken("unsubscribe", (await person(email)).id));
  expect(await confirm(link)).toBe("used");
  expect(await person(email)).toMatchObject({ status: "UNSUBSCRIBED" });
});

test("who complained is told the same as everybody and gets nothing", async () => {
  const email = someone();
  await request(email);
  const { id } = await person(email);
  await db().subscriber.update({
    where: { id },
    data: { status: "COMPLAINED", complainedAt: START, revision: { increment: 1 } },
  });
  expect(await request(email)).toEqual({ outcome: "accepted" });
  expect(await mailTo(email)).toHaveLength(1);
});

test("who asked never to be written to is forgotten and never written to again", async () => {
  const email = someone();
  await request(email);
  const { id } = await person(email);
  expect(await neverAgain(signToken("never", id))).toBe("done");
  expect(await db().subscriber.findUnique({ where: { id } })).toBeNull();
  expect(await request(email)).toEqual({ outcome: "accepted" });
  expect(await mailTo(email)).toHaveLength(0);
  expect(await db().subscriber.count({ where: { emailKey: email } })).toBe(0);
});

test("one address from many sides at once makes one row and one mail", async () => {
  const email = someone();
  const answers = await Promise.all(Array.from({ length: 8 }, () => request(email)));
  expect(answers.every(({ outcome }) => outcome === "accepted")).toBe(true);
  expect(await db().subscriber.count({ where: { emailKey: email } })).toBe(1);
  expect(await mailTo(email)).toHaveLength(1);
});

test("over the limit of one client the answer names the time, nothing is written, and others still get through", async () => {
  const client = newId();
  for (let count = 0; count < LIMITS["sign-up"].client.count; count++) await request(someone(), null, client);
  const refused = someone();
  expect(await request(refused, null, client)).toEqual({
    outcome: "limited",
    until: new Date("2026-11-02T10:00:00Z"),
  });
  expect(await db().subscriber.count({ where: { emailKey: refused } })).toBe(0);
  expect(await mailTo(refused)).toEqual([]);
  expect(await request(someone())).toEqual({ outcome: "accepted" });
  later(HOUR);
  expect(await request(refused, null, client)).toEqual({ outcome: "accepted" });
});

test("many at once share a transaction and each is answered for itself", async () => {
  const [known, stranger, gone, twice] = [someone(), someone(), someone(), someone()];
  await request(known);
  await confirm(await latestLink(known));
  await request(gone);
  await neverAgain(signToken("never", (await person(gone)).id));
  const all = await Promise.all([known, stranger, gone, twice, twice].map((email) => request(email)));
  expect(all).toEqual(all.map(() => ({ outcome: "accepted" })));
  expect((await mailTo(known)).map(({ kind }) => kind)).toEqual(["confirm", "welcome", "already-subscribed"]);
  expect((await mailTo(stranger)).map(({ kind }) => kind)).toEqual(["confirm"]);
  expect((await mailTo(gone)).length).toBe(0);
  expect((await mailTo(twice)).map(({ kind }) => kind)).toEqual(["confirm"]);
});

test("who comes too often among many at once is refused alone, and is not counted", async () => {
  const [client, other] = [newId(), newId()];
  const { count } = LIMITS["sign-up"].client;
  const rush = Array.from({ length: count + 5 }, () => request(someone(), "Ada", client));
  const [quiet, ...answers] = await Promise.all([request(someone(), "Grace", other), ...rush]);
  expect(quiet).toEqual({ outcome: "accepted" });
  expect(answers.filter(({ outcome }) => outcome === "accepted").length).toBe(count);
  expect(answers.filter(({ outcome }) => outcome === "limited").length).toBe(5);
  const highest = await db().rateCounter.findFirst({
    where: { key: { startsWith: "sign-up client" } },
    orderBy: { count: "desc" },
  });
  expect(highest?.count).toBe(count);
});
