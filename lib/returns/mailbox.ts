import { setTimeout as sleep } from "node:timers/promises";
import { ImapFlow } from "imapflow";
import { HOUR, MINUTE, SECOND } from "../clock";
import { describeError, log } from "../log";
import { applyReturn } from "./apply";
import { classifyReturn } from "./classify";
import { MAX_MAIL_BYTES } from "./read-mails";

export const HANDLED = "Handled";

/**
 * Looks through the inbox of an IMAP account once: does what each mail asks for and moves it to "Handled". Mail that
 * is no return of ours stays for a person to read. Tells how many it moved, and up to which UID it has looked.
 */
export async function emptyMailbox(url: string, from = 1): Promise<{ handled: number; next: number }> {
  const client = connection(url);
  // Without a listener a connection that breaks between two commands would end the process.
  client.on("error", (error: Error) => log.warn("returns-connection", { error: describeError(error) }));
  await client.connect();
  try {
    await client.mailboxCreate(HANDLED);
    const lock = await client.getMailboxLock("INBOX");
    try {
      return await lookThrough(client, from);
    } finally {
      lock.release();
    }
  } finally {
    await client.logout().catch(() => client.close());
  }
}

/** Empties the mailbox again and again until told to stop; a failure is logged and followed by ever longer rests. */
export async function watchMailbox(
  url: string,
  signal: AbortSignal,
  mayLook: () => Promise<boolean>,
): Promise<void> {
  let failures = 0;
  let next = 1;
  while (!signal.aborted) {
    try {
      if (await mayLook()) {
        const outcome = await emptyMailbox(url, next);
        if (outcome.handled > 0) log.info("returns", { handled: outcome.handled });
        next = outcome.next;
      }
      failures = 0;
    } catch (error) {
      failures++;
      // What the failed round had looked at is looked at again: applying it twice changes nothing.
      log.error("returns-failed", { failures, error: describeError(error) });
    }
    await sleep(Math.min(MINUTE * 2 ** failures, HOUR), undefined, { signal }).catch(() => {});
  }
}

function connection(url: string): ImapFlow {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === "imaps:";
  return new ImapFlow({
    host: hostname,
    port: Number(port) || (secure ? 993 : 143),
    secure,
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: 30 * SECOND,
    socketTimeout: 2 * MINUTE,
  });
}

async function lookThrough(client: ImapFlow, from: number): Promise<{ handled: number; next: number }> {
  const found = (await client.search({ uid: `${from}:*` }, { uid: true })) || [];
  // "5:*" also finds the last mail where its UID is lower than five.
  const uids = found.filter((uid) => uid >= from).sort((a, b) => a - b);
  let handled = 0;
  for (const uid of uids) {
    const mail = await client.fetchOne(String(uid), { source: { maxLength: MAX_MAIL_BYTES } }, { uid: true });
    const source = mail ? mail.source : undefined;
    if (!source) continue;
    const result = classifyReturn(source);
    if (result.verdict === "none" || (await applyReturn(result)) === "nobody") continue;
    await client.messageMove(String(uid), HANDLED, { uid: true });
    handled++;
  }
  return { handled, next: (uids.at(-1) ?? from - 1) + 1 };
}
