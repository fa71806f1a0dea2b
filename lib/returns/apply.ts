import { now } from "../clock";
import { inTransaction, type Tx } from "../db/client";
import { addressOf } from "../subscribers/address";
import { unsubscribe } from "../subscribers/leave";
import { suppress } from "../subscribers/suppression";
import { isNews, tellOwner } from "./alarm";
import { type Applied, bounce, complain, endConfirmations } from "./consequences";
import { findOrigin, type Origin } from "./find-origin";
import { stopSending } from "./stop-sending";
import { countFailure } from "./temporary";
import type { Return, Verdict } from "./verdict";

const ABOUT_READER: ReadonlySet<Verdict> = new Set(["dead", "complaint", "leave"]);

/** Does what a returned mail asks for, once: the same mail again changes nothing more. */
export async function applyReturn(result: Return): Promise<Applied> {
  const { verdict } = result;
  if (verdict === "none") return "nothing";
  return inTransaction(async (tx) => {
    await takeTurn(tx);
    if (verdict === "ours") return aboutUs(tx, result);
    const origin = (await findOrigin(tx, result.tokens)) ?? (await writerOf(tx, result));
    if (!origin) return "nobody";
    if (verdict === "auto-reply" || verdict === "message") return "nothing";
    return act(tx, origin, result);
  });
}

/** Two processes may read the same mail: what one of them counts the other has to see. The row stays locked until the end. */
async function takeTurn(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Fact" ("name", "value", "at") VALUES ('returns', '', ${now()})
    ON CONFLICT ("name") DO UPDATE SET "at" = excluded."at"`;
}

/** Only a mail that is surely ours may stop a send; anybody can write a report. */
async function aboutUs(tx: Tx, result: Return): Promise<Applied> {
  const origin = await findOrigin(tx, result.tokens);
  if (origin && (await stopSending(tx, origin, result))) {
    await isNews(tx, result);
    return "send-held";
  }
  return (await tellOwner(tx, result)) ? "owner-told" : "nothing";
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
