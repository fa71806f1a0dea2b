import "./private-files";
import { constants, setPriority } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { writeMessage } from "@/emails/write";
import { MINUTE, SECOND } from "@/lib/clock";
import { closeDatabase } from "@/lib/db/client";
import { isAtHome } from "@/lib/delivery/home";
import { runSendingWorker } from "@/lib/delivery/worker";
import { env } from "@/lib/env/env";
import { newId } from "@/lib/ids";
import { holdLease, releaseLease } from "@/lib/lease";
import { describeError, log } from "@/lib/log";
import { postDue } from "@/lib/mail/post-due";
import { openPost } from "@/lib/mail/transport";
import { watchMailbox } from "@/lib/returns/mailbox/watch";
import { whenToldToStop } from "./when-told-to-stop";
import { doChores } from "./worker/chores";

const LOOK_EVERY = 400;
const BEAT_EVERY = 3 * SECOND;
const REST_AFTER_FAULT = 2 * SECOND;

const holder = newId();
const stop = whenToldToStop();

/** Runs something again and again, with a rest between, until told to stop; a fault is told and followed by a longer rest. */
async function repeatedly(name: string, rest: number, run: () => Promise<boolean>): Promise<void> {
  while (!stop.aborted) {
    let pause = rest;
    try {
      if (await run()) pause = 0;
    } catch (error) {
      log.error("worker-fault", { name, error: describeError(error) });
      pause = Math.max(rest, REST_AFTER_FAULT);
    }
    if (pause > 0) await sleep(pause, undefined, { signal: stop }).catch(() => {});
  }
}

async function watchReturns(): Promise<void> {
  const { BOUNCE_IMAP_URL: url } = env();
  if (url)
    await watchMailbox({ url, signal: stop, mayLook: () => holdLease("returns", holder, 10 * MINUTE) });
}

// A visitor waits for a page, nobody for a mail: on a machine that is short of time the site goes first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

const post = openPost();
let known = false;
log.info("worker-started");
await Promise.all([
  runSendingWorker({ signal: stop }),
  watchReturns(),
  repeatedly("heartbeat", BEAT_EVERY, async () => {
    await holdLease(`worker:${holder}`, holder);
    return false;
  }),
  repeatedly("outbox", LOOK_EVERY, async () => {
    // First of all a copy has to notice that it is one: what waits in it is the original's to post.
    if (!known) await isAtHome();
    known = true;
    return (await postDue(writeMessage, post)) > 0;
  }),
  repeatedly("chores", MINUTE, async () => {
    if (await holdLease("chores", holder, 2 * MINUTE)) await doChores();
    return false;
  }),
]);
post.close();
await releaseLease(`worker:${holder}`, holder).catch(() => {});
await releaseLease("chores", holder).catch(() => {});
await releaseLease("returns", holder).catch(() => {});
await closeDatabase();
log.info("worker-stopped");
process.disconnect?.();
