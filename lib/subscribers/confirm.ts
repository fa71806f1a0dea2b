import { now } from "../clock";
import { db, inTransaction, type Tx } from "../db/client";
import { countOrRefuse, type LimitedOutcome, unlessLimited } from "../limits";
import { enqueue } from "../mail/outbox";
import { readToken } from "../tokens";
import { domainOf } from "./address";
import { ask } from "./ask";
import { record } from "./events";
import { isFinal, liftSuppression } from "./suppression";

/** What the link of a confirmation is worth at this moment. */
export type ConfirmationState = "open" | "already" | "used" | "replaced" | "expired" | "unknown" | "taken";

async function find(tx: Tx, token: string) {
  const id = readToken("confirm", token);
  if (!id) return undefined;
  return (await tx.confirmation.findUnique({ where: { id }, include: { subscriber: true } })) ?? undefined;
}

type Found = NonNullable<Awaited<ReturnType<typeof find>>>;

async function stateOf(tx: Tx, found: Found | undefined): Promise<ConfirmationState> {
  if (!found) return "unknown";
  const { subscriber, purpose } = found;
  if (found.usedAt) return subscriber.status === "ACTIVE" ? "already" : "used";
  if (found.replacedAt)
    return subscriber.status === "ACTIVE" && purpose === "SIGN_UP" ? "already" : "replaced";
  if (purpose === "SIGN_UP" && subscriber.status === "ACTIVE") return "already";
  if (found.expiresAt < now()) return "expired";
  if (purpose === "ADDRESS" && found.newEmailKey) {
    const other = await tx.subscriber.findUnique({
      where: { emailKey: found.newEmailKey },
      select: { id: true },
    });
    if (other && other.id !== subscriber.id) return "taken";
  }
  return "open";
}

/** What a link would do, without doing it: for the page that shows the button. */
export async function lookAtConfirmation(
  token: string,
): Promise<{ state: ConfirmationState; purpose: string }> {
  const found = await find(db(), token);
  return { state: await stateOf(db(), found), purpose: found?.purpose ?? "SIGN_UP" };
}

async function confirmSignUp(tx: Tx, { subscriber, ...asked }: Found): Promise<void> {
  const moment = now();
  await tx.subscriber.update({
    where: { id: subscriber.id },
    data: {
      status: "ACTIVE",
      confirmedAt: moment,
      pausedUntil: null,
      consentVersion: asked.consentVersion,
      consentPage: asked.consentPage,
      consentClient: asked.consentClient,
      consentAt: asked.createdAt,
      revision: { increment: 1 },
    },
  });
  await liftSuppression(tx, subscriber.emailKey);
  await record(tx, subscriber.id, "confirmed", "visitor", { consent: asked.consentVersion ?? "" });
  const mailing = { kind: "welcome", subscriberId: subscriber.id, name: subscriber.name } as const;
  await enqueue(tx, { email: subscriber.email, name: subscriber.name }, mailing, {
    subscriberId: subscriber.id,
  });
}

async function confirmAddress(tx: Tx, { subscriber, newEmail, newEmailKey }: Found): Promise<void> {
  if (!newEmail || !newEmailKey) throw new Error("a change of address without an address");
  await tx.subscriber.update({
    where: { id: subscriber.id },
    data: { email: newEmail, emailKey: newEmailKey, revision: { increment: 1 } },
  });
  await liftSuppression(tx, newEmailKey);
  await record(tx, subscriber.id, "address-changed", "visitor");
}

/** Uses a link up; false when another press of the same button was quicker. */
async function spend(tx: Tx, id: string): Promise<boolean> {
  const open = { id, usedAt: null, replacedAt: null };
  const { count } = await tx.confirmation.updateMany({ where: open, data: { usedAt: now() } });
  return count === 1;
}

/** Does what a mailed link is for, once; pressing again answers "already" and changes nothing. */
export async function confirm(token: string): Promise<ConfirmationState | "confirmed" | "address-changed"> {
  return inTransaction(async (tx) => {
    const found = await find(tx, token);
    const state = await stateOf(tx, found);
    if (state !== "open" || !found) return state;
    if (await isFinal(tx, found.newEmailKey ?? found.subscriber.emailKey)) return "unknown";
    if (!(await spend(tx, found.id))) return "already";
    if (found.purpose === "ADDRESS") {
      await confirmAddress(tx, found);
      return "address-changed";
    }
    await confirmSignUp(tx, found);
    return "confirmed";
  });
}

/** Mails a fresh link to the address that an expired or replaced one was mailed to; the answer is the same when it had its share. */
export async function askForFreshLink(
  token: string,
  client: string,
): Promise<{ outcome: "accepted" | "unknown" } | LimitedOutcome> {
  return unlessLimited(() =>
    inTransaction(async (tx) => {
      const found = await find(tx, token);
      if (found?.purpose !== "SIGN_UP" || found.subscriber.status === "COMPLAINED") {
        return { outcome: "unknown" };
      }
      const { subscriber } = found;
      const caller = { client, address: subscriber.emailKey, domain: domainOf(subscriber.emailKey) };
      await countOrRefuse(tx, "fresh-link", caller);
      if (subscriber.status !== "ACTIVE" && !(await isFinal(tx, subscriber.emailKey))) {
        await ask(tx, subscriber, { page: found.consentPage ?? "", client: found.consentClient ?? "" });
      }
      return { outcome: "accepted" };
    }),
  );
}
