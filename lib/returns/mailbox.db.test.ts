import { expect, onTestFinished, test } from "vitest";
import { imapFake } from "@/bin/test/imap-fake";
import { now } from "../clock";
import { db } from "../db/client";
import { newId } from "../ids";
import { signToken } from "../tokens";
import { emptyMailbox } from "./mailbox";
import { report } from "./samples";

const GROUP = ["Final-Recipient: rfc822; ada@example.com", "Action: failed", "Status: 5.1.1"];

test("returns of ours are done and moved away, and what a person should read stays", async () => {
  const email = "ada@example.com";
  const id = newId();
  const person = { id, email, emailKey: email, status: "ACTIVE", confirmedAt: now(), revision: 1 };
  await db().subscriber.create({ data: person });
  const link = `List-Unsubscribe: <https://ezine.test/ezine/unsubscribe/${signToken("unsubscribe", id)}>`;
  const ours = report(GROUP, { returned: ["From: ezine@ezine.test", link, "", "Hello"] }).toString();
  const somebodyElses = report(GROUP).toString();
  const letter = "From: grace@example.com\r\nSubject: Hello\r\n\r\nI liked the last issue.\r\n";
  const fake = await imapFake([ours, somebodyElses, letter]);
  onTestFinished(fake.close);
  expect(await emptyMailbox(fake.url)).toEqual({ handled: 1, next: 4 });
  expect(fake.handled).toEqual([ours]);
  expect([...fake.inbox.values()]).toEqual([somebodyElses, letter]);
  expect((await db().subscriber.findUniqueOrThrow({ where: { id } })).status).toBe("BOUNCED");
  expect(await emptyMailbox(fake.url, 4)).toEqual({ handled: 0, next: 4 });
});

test("a wrong password is a failure that the caller hears of", async () => {
  const fake = await imapFake([]);
  onTestFinished(fake.close);
  await expect(emptyMailbox(fake.url.replace("secret", "wrong"))).rejects.toThrow();
});
