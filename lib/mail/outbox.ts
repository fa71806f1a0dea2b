import { now } from "../clock";
import { addRows } from "../db/add-rows";
import type { Tx } from "../db/client";
import { newId } from "../ids";
import type { Mailing } from "./mailing";
import { domainOfMailbox, transactionalSender } from "./senders";

type Belongs = { subscriberId?: string; enquiryId?: string };
type Recipient = { email: string; name?: string | null };

function rowOf(to: Recipient, mailing: Mailing, belongs: Belongs) {
  const id = newId();
  const { kind, ...data } = mailing;
  return {
    id,
    kind,
    toEmail: to.email,
    toName: to.name ?? null,
    data: JSON.stringify(data),
    messageId: `<${id}@${domainOfMailbox(transactionalSender())}>`,
    createdAt: now(),
    nextAttemptAt: now(),
    ...belongs,
  };
}

/** Writes a single message into the outbox, in the transaction of what caused it; the worker posts it once that is committed. */
export async function enqueue(tx: Tx, to: Recipient, mailing: Mailing, belongs: Belongs = {}): Promise<void> {
  await addRows(tx, "OutboxMessage", [rowOf(to, mailing, belongs)]);
}

/** Writes one single message to each of several subscribers. */
export async function enqueueEach(
  tx: Tx,
  messages: readonly { to: Recipient; mailing: Mailing; subscriberId: string }[],
): Promise<void> {
  const rows = messages.map(({ to, mailing, subscriberId }) => rowOf(to, mailing, { subscriberId }));
  await addRows(tx, "OutboxMessage", rows);
}
