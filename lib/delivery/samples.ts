import { now } from "../clock";
import { db } from "../db/client";
import { newId } from "../ids";
import type { IssueLetter } from "./issue-letter";

/** A short issue as mail, for trying the sending of it. */
export function sampleLetter(issue: string): IssueLetter {
  const from = { name: "Monthly e-Tips", address: "etips@example.com" };
  return {
    issue,
    subject: "Three goals",
    html: '<p>%%greeting%%</p><a href="%%unsubscribe%%">Leave</a> %%address%% %%preferences%%',
    text: "%%greeting%%\n%%unsubscribe%%\n",
    from,
    replyTo: from,
    language: "en-US",
    siteUrl: "https://example.com",
    archivedAt: `https://example.com/ezine/${issue}`,
    list: { name: "e-Tips", id: "etips.example.com" },
    domain: "example.com",
  };
}

/** Puts so many active readers in the place of all there are, each at example.com unless told otherwise. */
export async function activeReaders(count: number, domain = "example.com") {
  await db().subscriber.deleteMany();
  const rest = { name: "Ada", status: "ACTIVE", confirmedAt: now(), revision: 1 };
  const data = Array.from({ length: count }, (_, place) => {
    const email = `ada${place}@${domain}`;
    return { id: newId(), email, emailKey: email, ...rest };
  });
  await db().subscriber.createMany({ data });
  return data;
}
