import { randomUUID } from "node:crypto";
import { writeIssue } from "@/emails/issue/write";
import { db } from "@/lib/db/client";
import { composer } from "@/lib/delivery/compose";
import { configuredDkim } from "@/lib/delivery/configured-dkim";
import { env } from "@/lib/env/env";
import { newId } from "@/lib/ids";
import { openPost } from "@/lib/mail/transport";
import { addressOf, envelopeAddress } from "@/lib/subscribers/address";
import { Refusal } from "../prepare/refusal";
import { issueOf } from "./issues";
import { argumentsOf, makeReady, say, WrongUsage } from "./verb";

const USAGE = "npm run ezine -- test SLUG --to ADDRESS";

/** Mails an issue to one address as its readers would get it, but for a mark in the subject; the ledger stays as it is. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = argumentsOf(args, { to: { type: "string" } }, USAGE, 1);
  if (values.to === undefined) throw new WrongUsage(USAGE);
  const issue = issueOf(positionals[0]);
  const address = addressOf(values.to);
  if (!address.ok) throw new Refusal(`${values.to} is no address that mail can be sent to.`);
  await makeReady();
  const letter = writeIssue(issue);
  const { email, emailKey } = address;
  // The links of a test work where the address is a reader's; elsewhere there is nobody whom they could mean.
  const reader = await db().subscriber.findUnique({ where: { emailKey }, select: { id: true, name: true } });
  const messageId = `<test-${randomUUID()}@${letter.domain}>`;
  const recipient = { subscriberId: reader?.id ?? newId(), messageId, email, name: reader?.name ?? null };
  const raw = await composer({ ...letter, subject: `[Test] ${letter.subject}` }, configuredDkim())(recipient);
  const envelope = { from: env().BOUNCE_ADDRESS ?? letter.from.address, to: envelopeAddress(address) };
  const post = openPost();
  const result = await post.hand({ envelope, raw, fileName: `test-${letter.issue}-${newId()}.eml` });
  post.close();
  if (result.state !== "accepted")
    throw new Refusal(`The test to ${email} was not taken (${result.state}): ${result.reply}`);
  say(`The test went to ${email}: ${result.reply}`);
  return 0;
}
