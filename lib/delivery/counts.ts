import { db } from "../db/client";
import { momentInWords } from "../moments";
import { capReached } from "./day-cap";
import { DELIVERY_STATES, type DeliveryState } from "./states";

export type SendStatus = {
  slug: string;
  state: string;
  reason: string | null;
  startAt: Date;
  finishedAt: Date | null;
  counts: Record<Lowercase<DeliveryState>, number>;
};

/** How a send stands: its state and how many deliveries are in each; undefined where there never was one. */
export async function statusOf(slug: string): Promise<SendStatus | undefined> {
  const send = await db().send.findUnique({
    where: { issue: slug },
    select: { state: true, reason: true, startAt: true, finishedAt: true },
  });
  if (!send) return undefined;
  const rows = await db().delivery.groupBy({ by: ["state"], where: { issue: slug }, _count: true });
  const found = new Map(rows.map((row) => [row.state, row._count]));
  const of = (state: DeliveryState) => found.get(state) ?? 0;
  const [queued, sending, sent, retry, refused, skipped, uncertain] = DELIVERY_STATES.map(of);
  const counts = { queued, sending, sent, retry, refused, skipped, uncertain };
  const waits = send.state === "SENDING" && of("QUEUED") + of("RETRY") > 0 ? await capReached() : undefined;
  const reason = waits
    ? `the ${waits.cap} of this day have gone out (SEND_PER_DAY); it goes on ${momentInWords(waits.until)}`
    : send.reason;
  const whole = Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, count ?? 0]));
  return {
    slug,
    ...send,
    reason,
    counts: { queued: 0, sending: 0, sent: 0, retry: 0, refused: 0, skipped: 0, uncertain: 0, ...whole },
  };
}
