import { after, DAY, HOUR, MINUTE, now, SECOND } from "../clock";
import { db } from "../db/client";
import type { DueMessage } from "./due";
import type { HandOver } from "./hand-over";

/** How long to wait after the first, second … attempt that came to nothing; the last one for all that follow. */
export const PAUSES = [
  5 * SECOND,
  15 * SECOND,
  30 * SECOND,
  MINUTE,
  2 * MINUTE,
  5 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  4 * HOUR,
];

/** After how long a message that nobody takes is given up. */
export const GIVE_UP_AFTER = 3 * DAY;

/** While no server answers at all, the longest pause: it costs nobody anything to ask again. */
const LONGEST_UNREACHED = 2 * MINUTE;

function pauseAfter(attempts: number): number {
  return PAUSES[Math.min(attempts, PAUSES.length) - 1] ?? SECOND;
}

type Outcome = {
  state: "SENT" | "RETRY" | "REFUSED" | "SKIPPED";
  nextAttemptAt?: Date;
  sentAt?: Date;
  lastReply: string;
};

function waitOf(
  { attempts, createdAt }: Pick<DueMessage, "attempts" | "createdAt">,
  lastReply: string,
  longest: number,
): Outcome {
  if (now().getTime() - createdAt.getTime() > GIVE_UP_AFTER) {
    return { state: "REFUSED", lastReply: `given up after three days: ${lastReply}` };
  }
  return { state: "RETRY", nextAttemptAt: after(Math.min(pauseAfter(attempts), longest)), lastReply };
}

/** What a message becomes after an attempt. */
export function outcomeOf(message: Pick<DueMessage, "attempts" | "createdAt">, result: HandOver): Outcome {
  const lastReply = result.reply;
  switch (result.state) {
    case "accepted":
      return { state: "SENT", sentAt: now(), lastReply };
    case "refused":
      // Before the recipient is named, a refusal is about us, not about the message: it may be mended.
      if (result.phase === "rcpt" || result.phase === "data") return { state: "REFUSED", lastReply };
      return waitOf(message, lastReply, Number.POSITIVE_INFINITY);
    case "skipped":
      return { state: "SKIPPED", lastReply };
    case "unreached":
      return waitOf(message, lastReply, LONGEST_UNREACHED);
    default:
      return waitOf(message, lastReply, Number.POSITIVE_INFINITY);
  }
}

/** A message and what became of it. */
export type Done = { message: DueMessage; outcome: Outcome };

/** Writes down what became of messages, in one transaction. */
export async function recordOutcomes(all: readonly Done[]): Promise<void> {
  const updates = all.map(({ message, outcome }) =>
    db().outboxMessage.updateMany({
      where: { id: message.id, state: "SENDING" },
      data: { ...outcome, leaseUntil: null },
    }),
  );
  await db().$transaction(updates);
}
