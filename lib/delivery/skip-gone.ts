import { now } from "../clock";
import { db } from "../db/client";
import { keyedHashes } from "../tokens";
import type { Claimed } from "./claim";

/**
 * Passes over those of a worker's deliveries whose reader may not be written to any more. The others stay what they
 * are: a send that is paused and goes on in the same moment must not cost anybody their issue.
 */
export async function skipGone(workerId: string, claimed: readonly Claimed[]): Promise<void> {
  const hashesOf = ({ emailKey }: Claimed) => keyedHashes(emailKey).map(({ hash }) => hash);
  const fresh = [{ pausedUntil: null }, { pausedUntil: { lte: now() } }];
  const ids = claimed.map(({ subscriberId }) => subscriberId);
  const [active, suppressed] = await Promise.all([
    db().subscriber.findMany({
      where: { id: { in: ids }, status: "ACTIVE", OR: fresh },
      select: { id: true },
    }),
    db().suppression.findMany({ where: { hash: { in: claimed.flatMap(hashesOf) } }, select: { hash: true } }),
  ]);
  const staying = new Set(active.map(({ id }) => id));
  const unwanted = new Set(suppressed.map(({ hash }) => hash));
  const gone = claimed.filter(
    (item) => !staying.has(item.subscriberId) || hashesOf(item).some((hash) => unwanted.has(hash)),
  );
  await db().delivery.updateMany({
    where: { id: { in: gone.map(({ id }) => id) }, workerId, state: { in: ["QUEUED", "RETRY"] } },
    data: {
      state: "SKIPPED",
      workerId: null,
      nextAttemptAt: null,
      changedAt: now(),
      lastReply: "not on the list at hand-over",
    },
  });
}
