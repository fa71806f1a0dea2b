import { forgetCopies } from "@/lib/copies/kept-copies";
import { db } from "@/lib/db/client";
import { isAtHome } from "@/lib/delivery/home";
import { forgetEnquiryClients } from "@/lib/enquiries/enquiry";
import { forgetLeases } from "@/lib/lease";
import { forgetOldCounters } from "@/lib/limits";
import { log } from "@/lib/log";
import { forgetBodies } from "@/lib/mail/chores";
import { applyRefusals } from "@/lib/returns/refusals";
import { endRefusedSignUps } from "@/lib/returns/refused-confirmations";
import { forgetClients, forgetPending, remindPending } from "@/lib/subscribers/chores";

const CHORES: [name: string, run: () => Promise<number>][] = [
  ["apply-refusals", applyRefusals],
  ["end-refused-sign-ups", endRefusedSignUps],
  // A copy of the site must not write to people who never came to it.
  ["remind-pending", async () => ((await isAtHome()) ? remindPending() : 0)],
  ["forget-pending", forgetPending],
  ["forget-clients", forgetClients],
  ["forget-enquiry-clients", forgetEnquiryClients],
  ["forget-bodies", forgetBodies],
  ["forget-copies", forgetCopies],
  ["forget-counters", () => forgetOldCounters(db())],
  ["forget-leases", forgetLeases],
];

/** Does what time alone brings about; each chore is safe to do twice. */
export async function doChores(): Promise<void> {
  for (const [name, run] of CHORES) {
    const count = await run();
    if (count > 0) log.info("chore", { name, count });
  }
}
