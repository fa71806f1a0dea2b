import { setTimeout as sleep } from "node:timers/promises";
import { now, SECOND } from "@/lib/clock";
import { type SendStatus, statusOf } from "@/lib/delivery/counts";
import { isSomebodySending } from "@/lib/delivery/presence";
import { momentInWords } from "@/lib/moments";
import { progressLine } from "./progress-line";
import { progress, progressDone, say } from "./verb";

const LOOK_EVERY = 2 * SECOND;
/** The rate is that of the last so many looks, half a minute. */
const LOOKS = 15;
const OPEN = new Set(["PREPARING", "SCHEDULED", "SENDING"]);

/**
 * Shows how a send gets on until it is done or stopped: on one line of a terminal, or as a line of JSON each time that
 * it has moved. False where the owner stopped watching; the sending itself goes on.
 */
export async function watch(slug: string, json = false): Promise<boolean> {
  const stopped = new AbortController();
  const stop = () => stopped.abort();
  // For good: what is left to say after the first Ctrl-C must not be lost to a second one.
  process.on("SIGINT", stop);
  const looks: { at: number; sent: number }[] = [];
  let shown = "";
  try {
    while (!stopped.signal.aborted) {
      const status = await statusOf(slug);
      if (!status || !OPEN.has(status.state)) return true;
      looks.push({ at: performance.now(), sent: status.counts.sent });
      if (looks.length > LOOKS) looks.shift();
      const line = JSON.stringify(status);
      if (json && line !== shown) say(line);
      shown = line;
      progress(progressLine(status, rateOf(looks), await noteOn(status), process.stderr.columns));
      await sleep(LOOK_EVERY, undefined, { signal: stopped.signal }).catch(() => {});
    }
    return false;
  } finally {
    progressDone();
  }
}

function rateOf(looks: readonly { at: number; sent: number }[]): number {
  const [first, last] = [looks[0], looks.at(-1)];
  if (!first || !last || last.at === first.at) return 0;
  return ((last.sent - first.sent) * SECOND) / (last.at - first.at);
}

async function noteOn({ state, reason, startAt }: SendStatus): Promise<string> {
  if (state === "SCHEDULED" && startAt > now()) {
    const seconds = Math.ceil((startAt.getTime() - now().getTime()) / SECOND);
    return seconds > 120 ? `starts ${momentInWords(startAt)}` : `starts in ${seconds} s`;
  }
  return reason ?? ((await isSomebodySending()) ? "" : "nobody is sending: npm start does");
}
