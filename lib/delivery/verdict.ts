import { after, before, DAY, HOUR, MINUTE, now } from "../clock";
import { env } from "../env/env";
import type { HandOver, Phase } from "../mail/hand-over";
import { classifyReply } from "../returns/classify-reply";
import type { Claimed } from "./claim";
import type { Entry } from "./exchange";
import type { Refusal } from "./states";

/** What one attempt comes to: the ledger's line, and whether the whole send has to stop for the owner. */
export type Verdict = { entry: Entry; stop?: string };

/** Pauses after the first, second … "not now"; the last one for all that follow. */
export const PAUSES = [30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR];
/** For how long a reader's server is asked again. */
export const PATIENCE = 3 * DAY;

/** What a permanent refusal is about: what lib/returns says of it, as of any mailed bounce. */
export function refusalOf({ reply, phase, code }: { reply: string; phase: Phase; code: number }): Refusal {
  const { verdict, full } = classifyReply({ code, text: reply }, phase);
  if (verdict === "dead" || verdict === "ours" || verdict === "message") return verdict;
  return full ? "full" : "temporary";
}

function again({ id, attempts, firstTriedAt }: Claimed, reply: string, longest = Infinity): Entry {
  if (firstTriedAt && firstTriedAt < before(PATIENCE)) {
    return { id, state: "REFUSED", refusal: "temporary", reply: `given up after three days: ${reply}` };
  }
  const pause = PAUSES[Math.min(attempts, PAUSES.length - 1)] ?? HOUR;
  return { id, state: "RETRY", nextAttemptAt: after(Math.min(pause, longest), now()), reply };
}

/** Whether it was the mail server itself that could not take anything just now; 421 is its goodbye, at whatever point. */
export function isAtDoor(result: HandOver): boolean {
  if (result.state === "unreached") return true;
  return (
    result.state === "later" && (result.code === 421 || result.phase === "connect" || result.phase === "mail")
  );
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
      // Whoever chose to try again after a crash wants no less after a broken line.
      return {
        entry:
          env().SEND_UNCERTAIN === "retry"
            ? again(claimed, reply, MINUTE)
            : { id, state: "UNCERTAIN", reply },
      };
    case "unreached":
      return { entry: again(claimed, reply, MINUTE) };
    case "later":
      return { entry: again(claimed, reply, isAtDoor(result) ? MINUTE : undefined) };
    case "refused": {
      const refusal = refusalOf(result);
      // What is said about us, or about the message before it knows to whom, will be said to every reader: this one
      // waits with the others.
      if (refusal === "ours" || (refusal === "message" && result.phase === "mail"))
        return { entry: again(claimed, reply), stop: reply };
      return { entry: { id, state: "REFUSED", refusal, reply } };
    }
  }
}
