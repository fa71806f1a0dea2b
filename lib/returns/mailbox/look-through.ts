import type { ImapFlow } from "imapflow";
import { describeError, log } from "@/lib/log";
import { applyReturn } from "../apply";
import { classifyReturn } from "../classify";
import { mailboxName, placeIn, rememberPlace } from "./place";

/** Where mail goes that was understood and was about mail of ours. */
export const HANDLED = "Handled";
/** No report says anything after this; a mail with a film in it is not fetched for its first lines. */
export const FETCHED_BYTES = 1024 * 1024;
/** So many mails are dealt with before the place is remembered and the lease renewed. */
export const AT_ONCE = 50;

/**
 * Looks at the mails of the open inbox that were not looked at before, does what each asks for, and moves those of ours
 * to "Handled". Others stay for a person to read. Ends early, at the end of a batch, when `mayGoOn` says so.
 */
export async function lookThrough(
  client: ImapFlow,
  url: string,
  mayGoOn: () => Promise<boolean>,
): Promise<number> {
  const { mailbox: open } = client;
  if (!open) throw new Error("the inbox is not open");
  const mailbox = mailboxName(url, open.uidValidity);
  const from = await placeIn(mailbox);
  const found = (await client.search({ uid: `${from}:*` }, { uid: true })) || [];
  // "5:*" also finds the last mail where its UID is lower than five.
  const uids = found.filter((uid) => uid >= from).sort((a, b) => a - b);
  let handled = 0;
  for (let start = 0; start < uids.length; start += AT_ONCE) {
    const batch = uids.slice(start, start + AT_ONCE);
    const ours: number[] = [];
    for (const uid of batch) if (await handle(client, uid)) ours.push(uid);
    handled += await putAway(client, ours);
    await rememberPlace({ mailbox, next: (batch.at(-1) ?? from) + 1 });
    if (!(await mayGoOn())) break;
  }
  return handled;
}

async function handle(client: ImapFlow, uid: number): Promise<boolean> {
  const mail = await client.fetchOne(String(uid), { source: { maxLength: FETCHED_BYTES } }, { uid: true });
  const source = mail ? mail.source : undefined;
  if (!source) return false;
  const result = classifyReturn(source);
  if (result.verdict === "none") return false;
  try {
    return (await applyReturn(result)) !== "nobody";
  } catch (error) {
    // One mail that trips us up must not keep all later ones from being read; it stays where a person sees it.
    log.error("return-failed", { uid, error: describeError(error) });
    return false;
  }
}

/** Moves mails in one command; where the server cannot, copies them and strikes out these, and never another's. */
async function putAway(client: ImapFlow, uids: readonly number[]): Promise<number> {
  if (uids.length === 0) return 0;
  const range = uids.join(",");
  if (client.capabilities.has("MOVE") || client.capabilities.has("UIDPLUS")) {
    const moved = await client.messageMove(range, HANDLED, { uid: true });
    // A line that broke is taken up again, and these mails with it; a server that will not move them keeps them.
    if (!moved && !client.usable) throw new Error("the line was dropped");
    if (!moved) log.warn("returns-not-moved", { count: uids.length });
    return uids.length;
  }
  // A plain EXPUNGE would also remove what somebody else has struck out.
  if (await client.messageCopy(range, HANDLED, { uid: true }))
    await client.messageFlagsAdd(range, ["\\Deleted"], { uid: true });
  return uids.length;
}
