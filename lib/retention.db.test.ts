import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { DAY } from "./clock";
import { copiesFolder, forgetCopies, nextKeptCopy } from "./copies/kept-copies";
import { db } from "./db/client";
import { forgetEnquiryClients } from "./enquiries/enquiry";
import { forgetBodies } from "./mail/chores";
import { RETENTION_DAYS } from "./retention";
import { forgetClients } from "./subscribers/chores";

const MARGIN = DAY / 24;

/** A moment shortly before or after so many days have passed. */
function daysAgo(days: number, margin: number): Date {
  return new Date(Date.now() - days * DAY - margin);
}

test("the privacy page tells every time for which something is kept, from the constants that the chores go by", () => {
  const text = readFileSync("content/pages/privacy.mdx", "utf8");
  for (const what of Object.keys(RETENTION_DAYS)) expect(text).toContain(`{{retention.${what}}}`);
  expect(text).not.toMatch(/\b(30|90) days\b/);
});

test("what a single message said is emptied when its time is over, unless it still waits", async () => {
  const message = (id: string, state: string, createdAt: Date) => ({
    id,
    state,
    createdAt,
    sentAt: state === "SENT" ? createdAt : null,
    kind: "confirm",
    toEmail: "ada@example.com",
    toName: "Ada",
    data: '{"words":"hello"}',
    messageId: `<${id}@example.com>`,
  });
  await db().outboxMessage.createMany({
    data: [
      message("young", "SENT", daysAgo(RETENTION_DAYS.bodies, -MARGIN)),
      message("old", "SENT", daysAgo(RETENTION_DAYS.bodies, MARGIN)),
      message("waits", "QUEUED", daysAgo(RETENTION_DAYS.bodies, MARGIN)),
    ],
  });
  expect(await forgetBodies()).toBe(1);
  const rows = await db().outboxMessage.findMany({
    orderBy: { id: "asc" },
    select: { id: true, data: true },
  });
  expect(rows.filter(({ data }) => data === "")).toEqual([{ id: "old", data: "" }]);
});

test("where an enquiry came from is forgotten when its time is over, and the enquiry stays", async () => {
  const enquiry = {
    name: "Ada",
    email: "ada@example.com",
    emailKey: "ada@example.com",
    message: "Hello",
    page: "/",
  };
  await db().enquiry.createMany({
    data: [
      { ...enquiry, id: "young", client: "192.0.2.0/24", at: daysAgo(RETENTION_DAYS.client, -MARGIN) },
      { ...enquiry, id: "old", client: "192.0.2.0/24", at: daysAgo(RETENTION_DAYS.client, MARGIN) },
    ],
  });
  expect(await forgetEnquiryClients()).toBe(1);
  expect(await db().enquiry.findMany({ where: { client: null }, select: { id: true } })).toEqual([
    { id: "old" },
  ]);
});

test("where an imported reader signed up from is forgotten though nobody knows when they agreed", async () => {
  const row = { status: "ACTIVE", ownerNote: "fair", consentClient: "192.0.2.0/24", revision: 1 };
  const signedUpAt = daysAgo(RETENTION_DAYS.client, MARGIN);
  await db().subscriber.create({
    data: { ...row, id: "a", email: "ada@example.com", emailKey: "ada@example.com", signedUpAt },
  });
  expect(await forgetClients()).toBe(1);
});

test("a copy that a restore made goes when its time is over; the owner's own copies stay", async () => {
  mkdirSync(copiesFolder(), { recursive: true });
  writeFileSync(join(copiesFolder(), "before-restore-1.copy.unfinished"), "half");
  const [young, old, own] = [nextKeptCopy(), join(copiesFolder(), "before-restore-2.copy"), "mine.copy"];
  for (const path of [young, old, join(copiesFolder(), own)]) {
    writeFileSync(path, "copy");
    utimesSync(path, new Date(), daysAgo(RETENTION_DAYS.copies, path === young ? -MARGIN : MARGIN));
  }
  expect(await forgetCopies()).toBe(1);
  expect(readdirSync(copiesFolder()).map((name) => join(copiesFolder(), name))).toEqual(
    [young, join(copiesFolder(), own)].sort(),
  );
});
