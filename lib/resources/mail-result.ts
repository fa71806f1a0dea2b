import { z } from "zod";
import { inTransaction } from "../db/client";
import { countOrRefuse, type LimitedOutcome, unlessLimited } from "../limits";
import { enqueue } from "../mail/outbox";
import { type Address, domainOf } from "../subscribers/address";
import { addressField } from "../subscribers/fields";
import { isFinal } from "../subscribers/suppression";
import type { ResultWords } from "./words/result-words";

export const mailResultSchema = z.object({ email: addressField });

/** The result of a worksheet, and whose sheet it is. */
export type Result = { title: string; path: string; words: ResultWords };
export type MailResultOutcome = { outcome: "accepted" } | LimitedOutcome;

/**
 * Mails a result once. The outcome is the same for an address that asked never to be written to, which gets nothing.
 */
export async function sendResult(
  { email, emailKey }: Address,
  { title, path, words }: Result,
  client: string,
): Promise<MailResultOutcome> {
  return unlessLimited(async () => {
    await inTransaction(async (tx) => {
      await countOrRefuse(tx, "mail-result", { client, address: emailKey, domain: domainOf(emailKey) });
      if (await isFinal(tx, emailKey)) return;
      await enqueue(tx, { email }, { kind: "worksheet", title, path, words });
    });
    return { outcome: "accepted" };
  });
}
