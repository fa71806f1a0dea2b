import { setTimeout as sleep } from "node:timers/promises";
import { SECOND } from "../clock";
import { env } from "../env/env";
import { newId } from "../ids";
import { describeError, log } from "../log";
import { composer } from "./compose";
import { configuredDkim } from "./configured-dkim";
import { finishSend, hold, nextSend } from "./control";
import { Dispatch } from "./dispatch";
import { type IssueLetter, issueLetter } from "./issue-letter";
import { Pace } from "./pace";
import { Presence } from "./presence";
import { recover, shortenPauses } from "./recover";

const UNREADABLE =
  "The message that was prepared can no longer be read. Cancel this send and send the issue again.";
const LOOK_EVERY = 500;
const BEAT_EVERY = 2 * SECOND;

/** Sends what is to be sent until told to stop, then finishes the messages in hand. With `once` it ends when nothing is due. */
export async function runSendingWorker({
  signal,
  once = false,
}: {
  signal: AbortSignal;
  once?: boolean;
}): Promise<void> {
  const workerId = newId();
  const presence = new Presence(workerId);
  const rate = env().SEND_RATE;
  const pace = new Pace(rate);
  const dkim = configuredDkim();
  async function beat(): Promise<boolean> {
    const workers = await presence.beat();
    pace.rate = rate / Math.max(1, workers);
    return workers > 0;
  }
  const beating = setInterval(() => {
    beat().catch((error) => log.warn("sending-heartbeat", { error: describeError(error) }));
  }, BEAT_EVERY);
  try {
    while (!signal.aborted) {
      try {
        const send = (await beat()) ? await nextOf(workerId) : undefined;
        const letter = send && letterOf(send.letter);
        if (send && !letter) await hold(send.issue, UNREADABLE);
        if (send && letter) {
          await new Dispatch({
            workerId,
            letter,
            compose: composer(letter, dkim),
            presence,
            pace,
            signal,
          }).run();
          await finishSend(send.issue);
        }
        if (once && presence.certain) return;
      } catch (error) {
        log.error("sending-fault", { error: describeError(error) });
      }
      await sleep(LOOK_EVERY, undefined, { signal }).catch(() => {});
    }
  } finally {
    clearInterval(beating);
    await presence.end().catch(() => {});
  }
}

/** The message as it was kept with the send; undefined where somebody has made it unreadable since. */
function letterOf(kept: string): IssueLetter | undefined {
  try {
    return issueLetter.parse(JSON.parse(kept));
  } catch (error) {
    log.error("letter-unreadable", { error: describeError(error) });
    return undefined;
  }
}

async function nextOf(workerId: string) {
  await recover(workerId);
  await shortenPauses();
  return nextSend();
}
