import { z } from "zod";
import { before, DAY, now } from "../clock";
import { addOrFind, type Tx } from "../db/client";
import { newId } from "../ids";
import { countOrRefuse, type LimitedOutcome, unlessLimited } from "../limits";
import { enqueue } from "../mail/outbox";
import { type Address, domainOf } from "./address";
import { ask, mailLink } from "./ask";
import { type Asked, CONSENT_VERSION } from "./consent";
import { record } from "./events";
import { addressField, nameField } from "./fields";
import { isFinal } from "./suppression";

export const signUpSchema = z.object({ email: addressField, name: nameField });
export type SignUp = z.output<typeof signUpSchema>;
export type SignUpOutcome = { outcome: "accepted" } | LimitedOutcome;

/** Who is on the list already hears so at most once in this time. */
const ALREADY_WINDOW = 7 * DAY;

/**
 * Takes a sign-up and mails what fits its address: a confirmation, a word that it is on the list already, or
 * nothing. The outcome is the same for every address, so that nobody learns who reads the e-zine.
 */
export async function signUp(wanted: SignUp, asked: Asked, client: string): Promise<SignUpOutcome> {
  const { email: address, name } = wanted;
  return unlessLimited(async () => {
    await addOrFind(async (tx) => {
      const caller = { client, address: address.emailKey, domain: domainOf(address.emailKey) };
      await countOrRefuse(tx, "sign-up", caller);
      if (await isFinal(tx, address.emailKey)) return;
      await answer(tx, address, name, asked);
    });
    return { outcome: "accepted" };
  });
}

async function answer(tx: Tx, address: Address, name: string | null, asked: Asked): Promise<void> {
  const known = await tx.subscriber.findUnique({ where: { emailKey: address.emailKey } });
  if (!known) return welcomeStranger(tx, address, name, asked);
  switch (known.status) {
    case "COMPLAINED":
      return;
    case "ACTIVE":
      return tellAlready(tx, known);
    default:
      if (await ask(tx, known, asked))
        await record(tx, known.id, "asked-again", "visitor", { page: asked.page });
  }
}

async function welcomeStranger(tx: Tx, address: Address, name: string | null, asked: Asked): Promise<void> {
  const moment = now();
  const person = await tx.subscriber.create({
    data: {
      id: newId(),
      email: address.email,
      emailKey: address.emailKey,
      name,
      status: "PENDING",
      source: asked.page,
      signedUpAt: moment,
      consentVersion: CONSENT_VERSION,
      consentPage: asked.page,
      consentAt: moment,
      consentClient: asked.client,
      revision: 1,
    },
  });
  await record(tx, person.id, "signed-up", "visitor", { page: asked.page, consent: CONSENT_VERSION });
  await mailLink(tx, person, asked);
}

async function tellAlready(tx: Tx, person: { id: string; email: string }): Promise<void> {
  const recent = await tx.outboxMessage.findFirst({
    where: { subscriberId: person.id, kind: "already-subscribed", createdAt: { gt: before(ALREADY_WINDOW) } },
    select: { id: true },
  });
  if (recent) return;
  const mailing = { kind: "already-subscribed", subscriberId: person.id } as const;
  await enqueue(tx, { email: person.email }, mailing, { subscriberId: person.id });
}
