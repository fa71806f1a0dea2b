import { now } from "../clock";
import type { Tx } from "../db/client";
import { holdSend } from "../hold-send";
import type { Origin } from "./find-origin";
import { readWords } from "./phrases/read-words";
import type { Return } from "./verdict";

const FACT = "held-for-refusals";
/** Authentication (RFC 7372 and its neighbours), and what large providers say of a whole sender: every reader's server will say it. */
const OF_EVERY_MAIL = /^5\.7\.(?:2\d|509|515|516|7\d\d)$/;
/** Old servers say everything in 5.7.1; the words tell. */
const GENERAL = /^5\.7\.[01]$/;
/** One reader's own restriction is no reason to keep an issue from the rest. */
const OF_ONE_READER =
  /restrict|members? only|not ?authenticated ?for|only (?:accepts?|receives?)|from the sender'?s/i;

/** Says whether a refusal is about all that we send, so that the next mails would only do more harm. */
export function stopsSending({ verdict, action, status = "", diagnostic = "" }: Return): boolean {
  if (verdict !== "ours" || action !== "failed") return false;
  if (OF_EVERY_MAIL.test(status)) return true;
  return GENERAL.test(status) && readWords(diagnostic).ours && !OF_ONE_READER.test(diagnostic);
}

/**
 * Holds the send that a refused mail belongs to, while it is going on. What went out before an earlier hold does not
 * hold it again: the owner has seen that and said that it goes on.
 */
export async function stopSending(tx: Tx, { mail, sentAt }: Origin, result: Return): Promise<boolean> {
  if (!mail || !sentAt || !stopsSending(result)) return false;
  if ((await tx.send.count({ where: { issue: mail, state: "SENDING" } })) === 0) return false;
  const news = await tx.$queryRaw<{ name: string }[]>`
    INSERT INTO "Fact" ("name", "value", "at") VALUES (${FACT}, ${mail}, ${now()})
    ON CONFLICT ("name") DO UPDATE SET "value" = excluded."value", "at" = excluded."at"
    WHERE "Fact"."at" < ${sentAt} RETURNING "name"`;
  if (news.length === 0) return false;
  const said = (result.diagnostic ?? "").replace(/\s+/g, " ").slice(0, 300);
  return holdSend(tx, mail, `Mail came back because a server refuses mail from us: ${result.status} ${said}`);
}
