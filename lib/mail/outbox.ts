import { now } from "../clock";
import type { Tx } from "../db/client";
import { newId } from "../ids";
import type { Mailing } from "./mailing";
import { domainOfMailbox, transactionalSender } from "./senders";

type Belongs = { subscriberId?: string; enquiryId?: string };

/** Writes a single message into the outbox, in the transaction of what caused it; the worker posts it once that is committed. */
export async function enqueue(
  tx: Tx,
  to: { email: string; name?: string | null },
  mailing: Mailing,
  belongs: Belongs = {},
): Promise<void> {
  const id = newId();
  const { kind, ...data } = mailing;
  await tx.outboxMessage.create({
    data: {
      id,
      kind,
      toEmail: to.email,
      toName: to.name ?? null,
      data: JSON.stringify(data),
      messageId: `<${id}@${domainOfMailbox(transactionalSender())}>`,
      createdAt: now(),
      nextAttemptAt: now(),
      ...belongs,
    },
  });
}
