import { after, before, DAY, HOUR, MINUTE, now } from "../clock";
import { addRows } from "../db/add-rows";
import type { Tx } from "../db/client";
import { newId } from "../ids";
import { enqueueEach } from "../mail/outbox";
import { type Asked, CONSENT_VERSION } from "./consent";

/** How long the link of a confirmation can be used. */
export const CONFIRMATION_LIFETIME = 72 * HOUR;
/** A stranger cannot fill somebody's inbox: so many confirmations in a day, and so many until one is used. */
export const CONFIRMATIONS_A_DAY = 2;
export const CONFIRMATIONS_IN_ALL = 4;
/** A form sent twice, or from two places at once, is one wish and gets one mail. */
export const COOL_DOWN = 10 * MINUTE;

type Person = { id: string; email: string; confirmedAt: Date | null };

async function mayAsk(tx: Tx, { id, confirmedAt }: Person): Promise<boolean> {
  const since = confirmedAt ?? new Date(0);
  const sent = await tx.confirmation.findMany({
    where: { subscriberId: id, purpose: "SIGN_UP", createdAt: { gt: since } },
    select: { createdAt: true },
  });
  const within = (time: number) => sent.filter(({ createdAt }) => createdAt > before(time)).length;
  return within(COOL_DOWN) === 0 && within(DAY) < CONFIRMATIONS_A_DAY && sent.length < CONFIRMATIONS_IN_ALL;
}

/** Mails a link that confirms a sign-up; it takes the place of those mailed before. False when this address had its share. */
export async function ask(tx: Tx, person: Person, asked: Asked, reminder = false): Promise<boolean> {
  if (!(await mayAsk(tx, person))) return false;
  const moment = now();
  const open = { subscriberId: person.id, purpose: "SIGN_UP", usedAt: null, replacedAt: null };
  await tx.confirmation.updateMany({ where: open, data: { replacedAt: moment } });
  await mailLinks(tx, [{ person, asked }], reminder);
  return true;
}

/** Somebody who asked, what for, and where. */
export type Asker = { person: { id: string; email: string }; asked: Asked };

/** Mails a link to each of some people who have had none yet. */
export async function mailLinks(tx: Tx, askers: readonly Asker[], reminder = false): Promise<void> {
  const moment = now();
  const links = askers.map(({ person, asked }) => ({
    id: newId(),
    subscriberId: person.id,
    purpose: "SIGN_UP",
    consentVersion: CONSENT_VERSION,
    consentPage: asked.page,
    consentClient: asked.client,
    createdAt: moment,
    expiresAt: after(CONFIRMATION_LIFETIME, moment),
  }));
  await addRows(tx, "Confirmation", links);
  const messages = askers.map(({ person }, place) => ({
    to: { email: person.email },
    mailing: { kind: "confirm", confirmationId: links[place]?.id ?? "", reminder } as const,
    subscriberId: person.id,
  }));
  await enqueueEach(tx, messages);
}
