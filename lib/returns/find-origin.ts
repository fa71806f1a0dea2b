import type { Tx } from "../db/client";
import { readToken } from "../tokens";
import type { Tokens } from "./verdict";

/** The mail of ours that came back, and whose it was. */
export type Origin = {
  readonly subscriberId: string;
  /** What tells this mail from the reader's others: the issue, or the single message. */
  readonly mail?: string;
  readonly sentAt?: Date;
  /** The confirmation that the mail asked for, where it was one. */
  readonly confirmationId?: string;
};

/**
 * Finds which mail of ours came back: by the token of its envelope, by its Message-ID, or by the reader's own link
 * in it. An address is never looked up, because anybody can write one.
 */
export async function findOrigin(
  tx: Tx,
  { report, returned, messageIds }: Tokens,
): Promise<Origin | undefined> {
  const candidates = [...report, ...returned];
  for (const token of candidates) {
    const id = readToken("verp", token);
    const origin = id && (await byDelivery(tx, { id }));
    if (origin) return origin;
  }
  for (const messageId of messageIds) {
    const origin =
      (await byOutbox(tx, messageId)) ?? (await byDelivery(tx, { id: idIn(messageId), messageId }));
    if (origin) return origin;
  }
  const ids = candidates.map((token) => readToken("unsubscribe", token));
  const subscriberId = ids.find((id) => id !== undefined);
  return subscriberId ? { subscriberId } : undefined;
}

/** Our Message-IDs are made of the row's id; only the id is indexed. */
function idIn(messageId: string): string {
  return messageId.slice(1, messageId.lastIndexOf("@"));
}

async function byDelivery(tx: Tx, where: { id: string; messageId?: string }): Promise<Origin | undefined> {
  const row = await tx.delivery.findFirst({ where });
  if (!row?.subscriberId) return undefined;
  const sentAt = row.changedAt ?? row.firstTriedAt;
  return { subscriberId: row.subscriberId, mail: row.issue, ...(sentAt && { sentAt }) };
}

async function byOutbox(tx: Tx, messageId: string): Promise<Origin | undefined> {
  const row = await tx.outboxMessage.findUnique({ where: { messageId } });
  if (!row?.subscriberId) return undefined;
  const { subscriberId, kind, createdAt } = row;
  const asks = kind === "confirm" || kind === "confirm-address";
  const confirmationId = asks ? confirmationOf(row.data) : undefined;
  return { subscriberId, mail: row.id, sentAt: createdAt, ...(confirmationId && { confirmationId }) };
}

function confirmationOf(data: string): string | undefined {
  return /"confirmationId":"([0-9a-z]+)"/.exec(data)?.[1];
}
