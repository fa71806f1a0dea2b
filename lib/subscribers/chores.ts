import { before, DAY, now } from "../clock";
import { db, inTransaction } from "../db/client";
import { RETENTION } from "../retention";
import { ask } from "./ask";
import { record } from "./events";

/** After how long a sign-up that nobody confirmed is reminded, once. */
export const REMIND_AFTER = DAY;
const AT_ONCE = 100;

/** Reminds each sign-up of more than a day that was not confirmed, once; tells how many it reminded. */
export async function remindPending(): Promise<number> {
  const due = await db().subscriber.findMany({
    where: { status: "PENDING", remindedAt: null, signedUpAt: { lt: before(REMIND_AFTER) } },
    orderBy: { signedUpAt: "asc" },
    take: AT_ONCE,
    select: { id: true },
  });
  let reminded = 0;
  for (const { id } of due) {
    reminded += await inTransaction(async (tx) => {
      // Asked again inside: another worker, or the person, may have been quicker.
      const { count } = await tx.subscriber.updateMany({
        where: { id, status: "PENDING", remindedAt: null },
        data: { remindedAt: now(), revision: { increment: 1 } },
      });
      if (count === 0) return 0;
      const person = await tx.subscriber.findUniqueOrThrow({ where: { id } });
      const asked = { page: person.consentPage ?? "", client: person.consentClient ?? "" };
      if (!(await ask(tx, person, asked, true))) return 0;
      await record(tx, id, "reminded", "worker");
      return 1;
    });
  }
  return reminded;
}

/** Removes sign-ups that nobody confirmed in time, with all that belongs to them; tells how many. */
export async function forgetPending(): Promise<number> {
  const where = { status: "PENDING", signedUpAt: { lt: before(RETENTION.pending) } };
  const { count } = await db().subscriber.deleteMany({ where });
  return count;
}

/** Empties what says roughly where sign-ups came from, once its time is over. */
export async function forgetClients(): Promise<number> {
  const limit = before(RETENTION.client);
  return inTransaction(async (tx) => {
    const people = await tx.subscriber.updateMany({
      // Of some who were imported it is not known when they agreed, only when they signed up.
      where: {
        consentClient: { not: null },
        OR: [{ consentAt: { lt: limit } }, { consentAt: null, signedUpAt: { lt: limit } }],
      },
      data: { consentClient: null, revision: { increment: 1 } },
    });
    const links = await tx.confirmation.updateMany({
      where: { consentClient: { not: null }, createdAt: { lt: limit } },
      data: { consentClient: null },
    });
    return people.count + links.count;
  });
}
