import { content } from "@/lib/content/content";
import { env } from "../env/env";

export type Mailbox = { name: string; address: string };

/** Reads `Name <address>` or a bare address; the settings' schema let nothing else through. */
export function mailboxOf(text: string, fallbackName: string): Mailbox {
  const match = /^(.*)<([^<>]+)>\s*$/.exec(text);
  const name = match?.[1]?.trim().replace(/^"(.*)"$/, "$1");
  return { name: name || fallbackName, address: (match?.[2] ?? text).trim() };
}

/** Who single messages come from: confirmations, welcomes, enquiries. */
export function transactionalSender(): Mailbox {
  const facts = content().business;
  return mailboxOf(env().MAIL_FROM ?? facts.mail.from, facts.name);
}

/** Who the e-zine comes from: another address, so that what befalls bulk mail does not befall confirmations. */
export function ezineSender(): Mailbox {
  const facts = content().business;
  return mailboxOf(env().EZINE_FROM ?? facts.mail.ezineFrom, facts.name);
}

/** Where enquiries and alarms go. */
export function ownerMailbox(): Mailbox {
  const facts = content().business;
  return mailboxOf(env().OWNER_EMAIL ?? facts.mail.owner, facts.name);
}

/** The domain of an address, the right-hand side of what we name by ourselves. */
export function domainOfMailbox({ address }: Mailbox): string {
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}
