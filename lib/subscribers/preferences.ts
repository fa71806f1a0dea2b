import { z } from "zod";
import { after, DAY, now } from "../clock";
import { db, inTransaction } from "../db/client";
import { newId } from "../ids";
import { countOrRefuse, type LimitedOutcome, unlessLimited } from "../limits";
import { enqueue } from "../mail/outbox";
import { readToken } from "../tokens";
import { domainOf } from "./address";
import { CONFIRMATION_LIFETIME } from "./ask";
import { record } from "./events";
import { addressField, nameField } from "./fields";
import { isFinal } from "./suppression";

/** For how many months an e-zine can be paused; none takes it up again. */
export const PAUSES = { none: 0, "one-month": 30, "three-months": 91, "six-months": 182 } as const;

export const nameSchema = z.object({ name: nameField });
export const addressSchema = z.object({ email: addressField });
export const pauseSchema = z.object({
  pause: z.enum(["none", "one-month", "three-months", "six-months"], "Choose one of the four."),
});

/** The subscriber that a link of the preferences belongs to, as the page shows it; undefined for any other text. */
export async function subscriberOf(token: string) {
  const id = readToken("preferences", token);
  if (!id) return undefined;
  const person = await db().subscriber.findUnique({
    where: { id },
    select: { id: true, email: true, name: true, status: true, pausedUntil: true, signedUpAt: true },
  });
  return person ?? undefined;
}

/** Gives a subscriber another name, or none. */
export async function rename(id: string, name: string | null): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.subscriber.update({ where: { id }, data: { name, revision: { increment: 1 } } });
    await record(tx, id, "renamed", "visitor");
  });
}

/** Holds back issues for a while and tells until when, or takes them up again. */
export async function pause(id: string, length: keyof typeof PAUSES): Promise<Date | null> {
  const days = PAUSES[length];
  const pausedUntil = days > 0 ? after(days * DAY) : null;
  await inTransaction(async (tx) => {
    await tx.subscriber.update({ where: { id }, data: { pausedUntil, revision: { increment: 1 } } });
    await record(tx, id, days > 0 ? "paused" : "resumed", "visitor");
  });
  return pausedUntil;
}

/** Mails a link to a new address; nothing changes until it is used. The answer is the same for every new address. */
export async function askToChangeAddress(
  id: string,
  { email, emailKey }: { email: string; emailKey: string },
  client: string,
): Promise<{ outcome: "asked" } | LimitedOutcome> {
  return unlessLimited(async () => {
    await inTransaction(async (tx) => {
      await countOrRefuse(tx, "address-change", { client, address: emailKey, domain: domainOf(emailKey) });
      if (await isFinal(tx, emailKey)) return;
      const open = { subscriberId: id, purpose: "ADDRESS", usedAt: null, replacedAt: null };
      await tx.confirmation.updateMany({ where: open, data: { replacedAt: now() } });
      const confirmation = await tx.confirmation.create({
        data: {
          id: newId(),
          subscriberId: id,
          purpose: "ADDRESS",
          newEmail: email,
          newEmailKey: emailKey,
          createdAt: now(),
          expiresAt: after(CONFIRMATION_LIFETIME),
        },
      });
      const mailing = { kind: "confirm-address", confirmationId: confirmation.id } as const;
      await enqueue(tx, { email }, mailing, { subscriberId: id });
      await record(tx, id, "address-change-asked", "visitor");
    });
    return { outcome: "asked" };
  });
}
