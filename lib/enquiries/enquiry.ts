import { z } from "zod";
import { before, now } from "../clock";
import { db, inTransaction } from "../db/client";
import { newId } from "../ids";
import { MAX_MESSAGE_LENGTH, MAX_NAME_LENGTH } from "../lengths";
import { countOrRefuse, type LimitedOutcome, unlessLimited } from "../limits";
import { enqueue } from "../mail/outbox";
import { ownerMailbox } from "../mail/senders";
import { RETENTION } from "../retention";
import { domainOf } from "../subscribers/address";
import { addressField, lineField } from "../subscribers/fields";

const messageField = z
  .string()
  .transform((text) => text.normalize("NFC").trim())
  .refine((text) => text !== "", "Write your message.")
  .refine((text) => text.length <= MAX_MESSAGE_LENGTH, `Use at most ${MAX_MESSAGE_LENGTH} characters.`)
  .refine(
    (text) => text.isWellFormed() && !/[^\P{Cc}\n\t]|\uFFFD/u.test(text),
    "There is something in the text that cannot be mailed. Use plain text.",
  );

export const enquirySchema = z.object({
  name: lineField(MAX_NAME_LENGTH).refine((text) => text !== "", "Enter your name."),
  email: addressField,
  message: messageField,
});
export type Enquiry = z.output<typeof enquirySchema>;
export type EnquiryOutcome = { outcome: "kept" } | LimitedOutcome;

/** Keeps an enquiry, mails it to the owner, and tells its sender that it arrived, without repeating a word of it. */
export async function keepEnquiry(
  { name, email: address, message }: Enquiry,
  asked: { page: string; client: string },
  client: string,
): Promise<EnquiryOutcome> {
  return unlessLimited(async () => {
    await inTransaction(async (tx) => {
      const caller = { client, address: address.emailKey, domain: domainOf(address.emailKey) };
      await countOrRefuse(tx, "enquiry", caller);
      const enquiryId = newId();
      const { email, emailKey } = address;
      const { page } = asked;
      await tx.enquiry.create({
        data: { id: enquiryId, at: now(), name, email, emailKey, message, page, client: asked.client },
      });
      const owner = ownerMailbox();
      const toOwner = { email: owner.address, name: owner.name };
      await enqueue(tx, toOwner, { kind: "enquiry", name, email, message, page }, { enquiryId });
      await enqueue(tx, { email }, { kind: "enquiry-receipt" }, { enquiryId });
    });
    return { outcome: "kept" };
  });
}

/** Empties what says roughly where enquiries came from, once its time is over. */
export async function forgetEnquiryClients(): Promise<number> {
  const where = { client: { not: null }, at: { lt: before(RETENTION.client) } };
  const { count } = await db().enquiry.updateMany({ where, data: { client: null } });
  return count;
}
