import { before, DAY, now } from "../clock";
import type { Tx } from "../db/client";
import { enqueue } from "../mail/outbox";
import { ownerMailbox } from "../mail/senders";
import type { Return } from "./verdict";

const FACT = "told-of-refusals";

/** Tells the owner that mail servers refuse us, at most once a day; says whether it did. */
export async function tellOwner(tx: Tx, { status, diagnostic }: Return): Promise<boolean> {
  // One statement, so that two processes do not tell the same thing at once.
  const told = await tx.$queryRaw<{ name: string }[]>`
    INSERT INTO "Fact" ("name", "value", "at") VALUES (${FACT}, ${status ?? ""}, ${now()})
    ON CONFLICT ("name") DO UPDATE SET "value" = excluded."value", "at" = excluded."at"
    WHERE "Fact"."at" <= ${before(DAY)} RETURNING "name"`;
  if (told.length === 0) return false;
  const { address: email, name } = ownerMailbox();
  const said = (diagnostic ?? "It did not say why.").replace(/\s+/g, " ").slice(0, 300);
  const lines = [
    "Mail came back because a server refuses mail from us. No reader was touched.",
    `It said: ${status ?? ""} ${said}`,
    "Look at the settings with: npm run ezine -- doctor",
  ];
  await enqueue(tx, { email, name }, { kind: "alarm", subject: "A mail server refuses our mail", lines });
  return true;
}
