import type { Tx } from "./db/client";
import { log } from "./log";
import { enqueue } from "./mail/outbox";
import { ownerMailbox } from "./mail/senders";

/** Stops a send until the owner has looked, and tells the owner why, once; false where none is going on. */
export async function holdSend(tx: Tx, issue: string, reason: string): Promise<boolean> {
  const going = { issue, state: { in: ["SENDING", "SCHEDULED"] } };
  const { count } = await tx.send.updateMany({ where: going, data: { state: "HELD", reason } });
  if (count === 0) return false;
  log.warn("send-held", { issue });
  const { address: email, name } = ownerMailbox();
  const lines = [reason, `It goes on with: npm run ezine -- resume ${issue}`];
  await enqueue(tx, { email, name }, { kind: "alarm", subject: `The sending of ${issue} is held`, lines });
  return true;
}
