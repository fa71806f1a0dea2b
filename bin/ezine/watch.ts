import { setTimeout as sleep } from "node:timers/promises";
import { SECOND } from "@/lib/clock";
import { type SendStatus, statusOf } from "@/lib/delivery/counts";
import { progress, progressDone } from "./verb";

const LOOK_EVERY = 2 * SECOND;
const OPEN = new Set(["PREPARING", "SCHEDULED", "SENDING"]);

/** Shows on one line of a terminal how a send gets on, until it is done or stopped. */
export async function watch(slug: string): Promise<void> {
  const started = performance.now();
  let first: number | undefined;
  for (;;) {
    const status = await statusOf(slug);
    if (!status || !OPEN.has(status.state)) break;
    first ??= status.counts.sent;
    progress(lineOf(status, (status.counts.sent - first) / ((performance.now() - started) / SECOND)));
    await sleep(LOOK_EVERY);
  }
  progressDone();
}

/** One line: sent, rate, remaining, refused, time left. */
export function lineOf({ state, counts }: Pick<SendStatus, "state" | "counts">, rate: number): string {
  const { queued, sending, retry, sent, refused } = counts;
  const remaining = queued + sending + retry;
  const minutes = rate > 0 ? Math.ceil(remaining / rate / 60) : undefined;
  const pace = rate > 0 ? `${rate.toFixed(1)} a second, ` : "";
  const left = minutes === undefined ? "" : `, about ${minutes} min left`;
  return `${state}: ${sent} sent, ${pace}${remaining} remaining, ${refused} refused${left}`;
}
