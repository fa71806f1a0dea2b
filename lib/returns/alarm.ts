import { before, DAY, now } from "../clock";
import type { Tx } from "../db/client";
import { enqueue } from "../mail/outbox";
import { ownerMailbox } from "../mail/senders";
import type { Return } from "./verdict";

const FACT = "told-of-refusals";

/** Tells the owner that mail servers refuse us, at most once a day; says whether it did. */
export async function tellOwner(tx: Tx, result: Return): Promise<boolean> {
  if (!(await isNews(tx, result))) return false;
  const { status, diagnostic } = result;
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

/** Notes that the owner is told now; false where that was done today. One statement, so that two processes do not both tell. */
export async function isNews(tx: Tx, { status }: Return): Promise<boolean> {
  const told = await tx.$queryRaw<{ name: string }[]>`
    INSERT INTO "Fact" ("name", "value", "at") VALUES (${FACT}, ${status ?? ""}, ${now()})
    ON CONFLICT ("name") DO UPDATE SET "value" = excluded."value", "at" = excluded."at"
    WHERE "Fact"."at" <= ${before(DAY)} RETURNING "name"`;
  return told.length > 0;
}
