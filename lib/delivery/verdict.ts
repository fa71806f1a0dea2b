import { after, before, DAY, HOUR, MINUTE, now } from "../clock";
import type { HandOver } from "../mail/hand-over";
import type { Claimed } from "./claim";
import type { Entry } from "./exchange";
import type { Refusal } from "./states";

/** What one attempt comes to: the ledger's line, and whether the whole send has to stop for the owner. */
export type Verdict = { entry: Entry; stop?: string };

/** Pauses after the first, second … "not now"; the last one for all that follow. */
export const PAUSES = [30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR];
/** For how long a reader's server is asked again. */
export const PATIENCE = 3 * DAY;

const DEAD =
  /\b5\.1\.(1|2|3|6|10)\b|\b5\.2\.1\b|user unknown|no such user|does not exist|unknown (user|recipient)/i;
const FULL = /\b5\.2\.2\b|\b4\.2\.2\b|mailbox (is )?full|over ?quota/i;
const OURS = /\b5\.7\.\d+\b|\b5\.0\.530\b|authenticat|blocked|blacklist|not allowed|denied|spf|dkim|dmarc/i;
const MESSAGE = /\b5\.6\.\d+\b|\b5\.3\.4\b|too large|size|content/i;

/** What a permanent refusal is about; in doubt it is about the message and never about the reader. */
export function refusalOf({ reply, phase, code }: { reply: string; phase: string; code: number }): Refusal {
  if (phase === "connect" || phase === "mail" || code === 530 || code === 535) return "ours";
  if (DEAD.test(reply)) return "dead";
  if (FULL.test(reply)) return "full";
  if (OURS.test(reply)) return "ours";
  if (MESSAGE.test(reply)) return "message";
  return phase === "rcpt" ? "dead" : "message";
}

function again({ id, attempts, firstTriedAt }: Claimed, reply: string, longest = Infinity): Entry {
  if (firstTriedAt && firstTriedAt < before(PATIENCE)) {
    return { id, state: "REFUSED", refusal: "temporary", reply: `given up after three days: ${reply}` };
  }
  const pause = PAUSES[Math.min(attempts, PAUSES.length - 1)] ?? HOUR;
  return { id, state: "RETRY", nextAttemptAt: after(Math.min(pause, longest), now()), reply };
}

/** What a hand-over means for the delivery and for the send. */
export function verdictOf(claimed: Claimed, result: HandOver): Verdict {
  const { id } = claimed;
  const { reply } = result;
  switch (result.state) {
    case "accepted":
      return { entry: { id, state: "SENT", reply } };
    case "skipped":
      return { entry: { id, state: "SKIPPED", reply } };
    case "uncertain":
      return { entry: { id, state: "UNCERTAIN", reply } };
    case "unreached":
      return { entry: again(claimed, reply, MINUTE) };
    case "later":
      return { entry: again(claimed, reply) };
    case "refused": {
      const refusal = refusalOf(result);
      // What is said about us will be said to every reader: this one waits with the others.
      if (refusal === "ours") return { entry: again(claimed, reply), stop: reply };
      return { entry: { id, state: "REFUSED", refusal, reply } };
    }
  }
}
