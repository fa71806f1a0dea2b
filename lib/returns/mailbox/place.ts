import { now } from "@/lib/clock";
import { db } from "@/lib/db/client";

const FACT = "returns-read-up-to";

/** How far a mailbox has been read: UIDs only mean something together with the mailbox's UIDVALIDITY. */
export type Place = { readonly mailbox: string; readonly next: number };

/** What tells one inbox from another, and from itself after its server numbered it anew. */
export function mailboxName(url: string, uidValidity: bigint): string {
  const { hostname, username } = new URL(url);
  return `${username}@${hostname} ${uidValidity}`;
}

/** The first UID that was not looked at yet; 1 for a mailbox that is new or numbered anew. */
export async function placeIn(mailbox: string): Promise<number> {
  const fact = await db().fact.findUnique({ where: { name: FACT } });
  const [, known, next] = /^(.*) (\d+)$/.exec(fact?.value ?? "") ?? [];
  return known === mailbox ? Number(next) : 1;
}

/** Remembers how far a mailbox has been read, across restarts. */
export async function rememberPlace({ mailbox, next }: Place): Promise<void> {
  const data = { value: `${mailbox} ${next}`, at: now() };
  await db().fact.upsert({ where: { name: FACT }, create: { name: FACT, ...data }, update: data });
}
