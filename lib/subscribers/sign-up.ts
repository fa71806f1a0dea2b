import { z } from "zod";
import { before, DAY, now } from "../clock";
import { addRows } from "../db/add-rows";
import { addOrFind, type Tx } from "../db/client";
import type { Subscriber } from "../db/generated/sqlite/client";
import { newId } from "../ids";
import { countEach, type LimitedOutcome } from "../limits";
import { enqueue } from "../mail/outbox";
import { inRounds } from "../rounds";
import { domainOf } from "./address";
import { ask, mailLinks } from "./ask";
import { type Asked, CONSENT_VERSION } from "./consent";
import { record, recordEach } from "./events";
import { addressField, nameField } from "./fields";
import { finalAmong } from "./suppression";

export const signUpSchema = z.object({ email: addressField, name: nameField });
export type SignUp = z.output<typeof signUpSchema>;
export type SignUpOutcome = { outcome: "accepted" } | LimitedOutcome;

/** Who is on the list already hears so at most once in this time. */
const ALREADY_WINDOW = 7 * DAY;

/** So many sign-ups share a transaction in a rush: what is durable costs as much for all of them as for one. */
const MOST_TOGETHER = 64;

type Wanted = SignUp & { asked: Asked; client: string };

/**
 * Takes a sign-up and mails what fits its address: a confirmation, a word that it is on the list already, or
 * nothing. The outcome is the same for every address, so that nobody learns who reads the e-zine.
 */
export function signUp(wanted: SignUp, asked: Asked, client: string): Promise<SignUpOutcome> {
  return together({ ...wanted, asked, client });
}

const together = inRounds((all: readonly Wanted[]) => addOrFind((tx) => signUpEach(tx, all)), MOST_TOGETHER);

async function signUpEach(tx: Tx, all: readonly Wanted[]): Promise<SignUpOutcome[]> {
  const callers = all.map(({ email: { emailKey }, client }) => {
    return { client, address: emailKey, domain: domainOf(emailKey) };
  });
  const refusals = await countEach(tx, "sign-up", callers);
  const admitted = all.filter((_, place) => !refusals[place]);
  if (admitted.length > 0) await answerEach(tx, admitted);
  return refusals.map((until) => (until ? { outcome: "limited", until } : { outcome: "accepted" }));
}

async function answerEach(tx: Tx, all: readonly Wanted[]): Promise<void> {
  const keys = all.map(({ email }) => email.emailKey);
  const never = await finalAmong(tx, keys);
  const found = await tx.subscriber.findMany({ where: { emailKey: { in: keys } } });
  const known = new Map(found.map((person) => [person.emailKey, person]));
  const strangers = new Map<string, Wanted>();
  for (const wanted of all) {
    const { emailKey } = wanted.email;
    const person = known.get(emailKey);
    if (never.has(emailKey)) continue;
    if (person) await answer(tx, person, wanted.asked);
    // Asked for twice in one round is one wish, and gets one mail.
    else if (!strangers.has(emailKey)) strangers.set(emailKey, wanted);
  }
  if (strangers.size > 0) await welcomeStrangers(tx, [...strangers.values()]);
}

async function answer(tx: Tx, known: Subscriber, asked: Asked): Promise<void> {
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

async function welcomeStrangers(tx: Tx, strangers: readonly Wanted[]): Promise<void> {
  const moment = now();
  const people = strangers.map(({ email: { email, emailKey }, name, asked }) => ({
    id: newId(),
    email,
    emailKey,
    name,
    status: "PENDING",
    source: asked.page,
    signedUpAt: moment,
    consentVersion: CONSENT_VERSION,
    consentPage: asked.page,
    consentAt: moment,
    consentClient: asked.client,
    revision: 1,
  }));
  await addRows(tx, "Subscriber", people);
  const happenings = people.map(({ id, source: page }) => {
    const detail = { page, consent: CONSENT_VERSION };
    return { subscriberId: id, kind: "signed-up", by: "visitor", detail } as const;
  });
  await recordEach(tx, happenings);
  const askers = people.map(({ id, email, source: page, consentClient: client }) => {
    return { person: { id, email }, asked: { page, client } };
  });
  await mailLinks(tx, askers);
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
