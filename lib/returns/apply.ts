import { now } from "../clock";
import { inTransaction, type Tx } from "../db/client";
import { addressOf } from "../subscribers/address";
import { record } from "../subscribers/events";
import { unsubscribe } from "../subscribers/leave";
import { suppress } from "../subscribers/suppression";
import { tellOwner } from "./alarm";
import { findOrigin, type Origin } from "./find-origin";
import { countFailure, mailIn } from "./temporary";
import type { Return, Verdict } from "./verdict";

/** What a returned mail changed; "nothing" also where it was applied before, "nobody" where it names no mail of ours. */
export type Applied =
  | "nothing"
  | "nobody"
  | "owner-told"
  | "counted"
  | "ended"
  | "bounced"
  | "complained"
  | "left";

const ABOUT_READER: ReadonlySet<Verdict> = new Set(["dead", "complaint", "leave"]);

/** Does what a returned mail asks for, once: the same mail again changes nothing more. */
export async function applyReturn(result: Return): Promise<Applied> {
  const { verdict } = result;
  if (verdict === "ours") {
    return inTransaction(async (tx) => ((await tellOwner(tx, result)) ? "owner-told" : "nothing"));
  }
  if (verdict === "none" || verdict === "auto-reply" || verdict === "message") return "nothing";
  return inTransaction(async (tx) => {
    const origin = (await findOrigin(tx, result.tokens)) ?? (await writerOf(tx, result));
    if (!origin) return "nobody";
    return act(tx, origin, result);
  });
}

/** Somebody who asks to leave by mail may do so from their own address; a report names nobody that way. */
async function writerOf(tx: Tx, { verdict, recipients: [writer] }: Return): Promise<Origin | undefined> {
  const address = verdict === "leave" && writer ? addressOf(writer) : undefined;
  if (!address?.ok) return undefined;
  const person = await tx.subscriber.findUnique({
    where: { emailKey: address.emailKey },
    select: { id: true },
  });
  return person ? { subscriberId: person.id } : undefined;
}

async function act(tx: Tx, origin: Origin, result: Return): Promise<Applied> {
  const person = await tx.subscriber.findUnique({ where: { id: origin.subscriberId } });
  if (!person) return "nobody";
  const { confirmationId = "" } = origin;
  const asked = await tx.confirmation.findUnique({ where: { id: confirmationId } });
  const verdict = verdictFor(result, person.emailKey);
  if (verdict === "temporary" ? !countable(result) : !ABOUT_READER.has(verdict)) return "nothing";
  if (asked?.newEmailKey) {
    // Written to an address that is not the reader's yet, and now never will be.
    const { count } = await endConfirmations(tx, person.id, asked.id);
    if (verdict === "complaint") await suppress(tx, asked.newEmailKey, "complained");
    return count > 0 ? "ended" : "nothing";
  }
  if (verdict === "leave")
    return (await unsubscribe(tx, person.id, "return")) === "left" ? "left" : "nothing";
  if (verdict === "complaint") return complain(tx, person);
  if (await movedOn(tx, origin)) return "nothing";
  if (asked && person.status === "PENDING") return bounce(tx, person, origin, verdict === "dead");
  if (verdict === "dead") return bounce(tx, person, origin, true);
  const failure = person.status === "ACTIVE" ? await countFailure(tx, origin) : "known";
  if (failure === "too-often") return bounce(tx, person, origin, true);
  return failure === "counted" ? "counted" : "nothing";
}

type Person = { id: string; emailKey: string; status: string };

/** A mail that went on to several people says something certain about the reader only where it speaks of the reader or of all alike. */
function verdictFor({ verdict, findings }: Return, emailKey: string): Verdict {
  if (verdict !== "dead") return verdict;
  const own = findings.find(({ recipient }) => recipient.toLowerCase() === emailKey);
  if (own) return own.verdict;
  return findings.every((finding) => finding.verdict === "dead") ? "dead" : "temporary";
}

/** A delay is not yet a failure, and 4.7.x is about how fast we send. */
function countable({ action, status }: Return): boolean {
  return action === "failed" && !status?.startsWith("4.7.");
}

/** A report may arrive after the reader has another address, or has used a newer link. */
async function movedOn(tx: Tx, { subscriberId, sentAt }: Origin): Promise<boolean> {
  if (!sentAt) return false;
  const kind = { in: ["address-changed", "confirmed", "rejoined"] };
  return (await tx.subscriberEvent.count({ where: { subscriberId, kind, at: { gt: sentAt } } })) > 0;
}

async function bounce(tx: Tx, { id, emailKey }: Person, { mail }: Origin, dead: boolean): Promise<Applied> {
  const earlier = await tx.subscriberEvent.findMany({ where: { subscriberId: id, kind: "bounced" } });
  // The owner may have made the reader active again since; the old report must not undo that.
  if (mail && earlier.some(({ detail }) => mailIn(detail) === mail)) return "nothing";
  const { count } = await tx.subscriber.updateMany({
    where: { id, status: { in: ["ACTIVE", "PENDING"] } },
    data: { status: "BOUNCED", bouncedAt: now(), revision: { increment: 1 } },
  });
  if (count === 0) return "nothing";
  await endConfirmations(tx, id);
  if (dead) await suppress(tx, emailKey, "dead");
  await record(tx, id, "bounced", "return", mail ? { mail } : undefined);
  return "bounced";
}

async function complain(tx: Tx, { id, emailKey }: Person): Promise<Applied> {
  const { count } = await tx.subscriber.updateMany({
    where: { id, status: { not: "COMPLAINED" } },
    data: { status: "COMPLAINED", complainedAt: now(), revision: { increment: 1 } },
  });
  if (count === 0) return "nothing";
  await endConfirmations(tx, id);
  await suppress(tx, emailKey, "complained");
  await record(tx, id, "complained", "return");
  return "complained";
}

function endConfirmations(tx: Tx, subscriberId: string, id?: string) {
  const open = { subscriberId, usedAt: null, replacedAt: null, ...(id && { id }) };
  return tx.confirmation.updateMany({ where: open, data: { replacedAt: now() } });
}
