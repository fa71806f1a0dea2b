import type { Tx } from "../db/client";
import type { Address } from "./address";
import { suppress } from "./suppression";

/**
 * Removes everything that names a subscriber and keeps a keyed hash, so that no import brings them back. The bytes
 * are gone from the files after `sweep`.
 */
export async function erase(tx: Tx, subscriberId: string): Promise<void> {
  const person = await tx.subscriber.findUniqueOrThrow({ where: { id: subscriberId } });
  await forgetAddress(tx, person);
  await tx.subscriber.delete({ where: { id: subscriberId } });
}

/** The same for an address that is known but not a subscriber's, such as an enquiry's. False where nothing names it. */
export async function forgetAddress(tx: Tx, { email, emailKey }: Address): Promise<boolean> {
  await suppress(tx, emailKey, "erased");
  const enquiries = await tx.enquiry.deleteMany({ where: { emailKey } });
  const links = await tx.confirmation.deleteMany({ where: { newEmailKey: emailKey } });
  const messages = await tx.outboxMessage.deleteMany({ where: { toEmail: { in: [email, emailKey] } } });
  return enquiries.count + links.count + messages.count > 0;
}
