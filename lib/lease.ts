import { after, DAY, MINUTE, now, SECOND } from "./clock";
import { db } from "./db/client";

/** How long a lease holds without a sign of life; a dead process's work is taken up after this. */
export const LEASE_TIME = 10 * SECOND;

/**
 * Takes or renews a lease by name; false while somebody else holds it. One statement, so that two cannot both get it.
 * One that seems to last for days was taken by a clock that has been put back, and binds nobody.
 */
export async function holdLease(name: string, holder: string, time = LEASE_TIME): Promise<boolean> {
  const moment = now();
  const until = after(time, moment);
  const rows = await db().$queryRaw<{ holder: string }[]>`
    INSERT INTO "Lease" ("name", "holder", "acquiredAt", "heartbeatAt", "until")
    VALUES (${name}, ${holder}, ${moment}, ${moment}, ${until})
    ON CONFLICT ("name") DO UPDATE SET
      "holder" = ${holder}, "heartbeatAt" = ${moment}, "until" = ${until},
      "acquiredAt" = CASE WHEN "Lease"."holder" = ${holder} THEN "Lease"."acquiredAt" ELSE ${moment} END
    WHERE "Lease"."holder" = ${holder} OR "Lease"."until" <= ${moment} OR "Lease"."until" > ${after(DAY, moment)}
    RETURNING "holder"`;
  return rows.length > 0;
}

/** Gives a lease up, so that the next holder need not wait. */
export async function releaseLease(name: string, holder: string): Promise<void> {
  await db().lease.deleteMany({ where: { name, holder } });
}

/** When a process that names itself with this prefix last gave a sign of life. */
export async function lastHeartbeat(prefix: string): Promise<Date | undefined> {
  const lease = await db().lease.findFirst({
    where: { name: { startsWith: prefix } },
    orderBy: { heartbeatAt: "desc" },
    select: { heartbeatAt: true },
  });
  return lease?.heartbeatAt;
}

/** Forgets leases of processes long gone. Those of senders are theirs to judge, and by another clock. */
export async function forgetLeases(): Promise<number> {
  const old = { until: { lt: after(-10 * MINUTE) }, NOT: { name: { startsWith: "sending" } } };
  const { count } = await db().lease.deleteMany({ where: old });
  return count;
}
