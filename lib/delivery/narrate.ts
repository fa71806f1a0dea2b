import { log } from "../log";
import type { HandOver } from "../mail/hand-over";
import type { DeliveryState } from "./states";

/** Servers like to repeat the address, and now and then the name, of whom they refuse: codes alone are kept of an answer. */
function withoutPeople(reply: string): string {
  const codes = /^[245]\d\d(?:[ -][245]\.\d{1,3}\.\d{1,3})?/.exec(reply)?.[0];
  return codes ?? reply.replace(/\S*@\S*/g, "<address>").slice(0, 120);
}

/** Tells the log of a message that was not simply taken: which, where it stopped, and what it became. */
export function narrate(id: string, result: HandOver, becomes: DeliveryState): void {
  if (result.state === "accepted") return;
  const phase = "phase" in result ? result.phase : undefined;
  log.warn(`delivery-${result.state}`, { id, phase, becomes, reply: withoutPeople(result.reply) });
}
