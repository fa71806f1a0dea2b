import { before, HOUR, now } from "../clock";
import { db, inTransaction } from "../db/client";
import { holdSend } from "../hold-send";
import { momentInWords } from "../moments";
import { capReached } from "./day-cap";
import { homeOfDatabase, isAtHome, settleHere } from "./home";

/** A schedule missed by more than this asks instead of firing. */
export const STALE = HOUR;

/** Why a send is held that this database brought with it from somewhere else. */
const ELSEWHERE =
  "This database is a copy, or was moved. If sending goes on from here, say: npm run ezine -- resume --here";

/** Stops a send until the owner has looked, and tells the owner why. */
export async function hold(issue: string, reason: string): Promise<void> {
  await inTransaction((tx) => holdSend(tx, issue, reason));
}

async function change(issue: string, from: string[], data: { state: string; reason: string | null }) {
  const { count } = await db().send.updateMany({ where: { issue, state: { in: from } }, data });
  return count > 0;
}

/** Pauses a send from the very next message on; false where none is under way. */
export function pauseSend(issue: string): Promise<boolean> {
  return change(issue, ["SENDING", "SCHEDULED"], { state: "PAUSED", reason: "paused by the owner" });
}

/** Cancels a send; what has gone out has gone out. False where none is open. */
export function cancelSend(issue: string): Promise<boolean> {
  const open = ["PREPARING", "SCHEDULED", "SENDING", "PAUSED", "HELD"];
  return change(issue, open, { state: "CANCELLED", reason: "cancelled by the owner" });
}

/** Lets a send go on. "elsewhere": the database is not where it was, and the owner has to say that this is the place. */
export async function resumeSend(
  issue: string,
  { here = false, uncertain = false } = {},
): Promise<"resumed" | "elsewhere" | "nothing-to-resume"> {
  const home = await homeOfDatabase();
  const atHome = await isAtHome();
  return inTransaction(async (tx) => {
    const send = await tx.send.findUnique({ where: { issue } });
    if (!send) return "nothing-to-resume";
    if (!here && (!atHome || send.home !== home)) return "elsewhere";
    const from = uncertain ? ["PAUSED", "HELD", "DONE", "SENDING"] : ["PAUSED", "HELD"];
    if (!from.includes(send.state)) return "nothing-to-resume";
    if (here) await settleHere(tx);
    if (uncertain) {
      const retry = { state: "RETRY", nextAttemptAt: now() };
      await tx.delivery.updateMany({ where: { issue, state: "UNCERTAIN" }, data: retry });
    }
    const state = send.startAt > now() ? "SCHEDULED" : "SENDING";
    const data = { state, reason: null, finishedAt: null, home };
    await tx.send.update({ where: { issue }, data });
    return "resumed";
  });
}

/**
 * Says that this is the place from which sending goes on. Every send that was held for that alone goes on with it;
 * the answer lists them with how many readers each still has.
 */
export async function resumeHere(): Promise<{ issue: string; waiting: number }[]> {
  return inTransaction(async (tx) => {
    const home = await settleHere(tx);
    const stopped = { state: "HELD", reason: ELSEWHERE };
    const open = [stopped, { state: { in: ["SCHEDULED", "SENDING"] }, home: { not: home } }];
    const sends = await tx.send.findMany({ where: { OR: open }, select: { issue: true, startAt: true } });
    const goesOn = [];
    for (const { issue, startAt } of sends) {
      const state = startAt > now() ? "SCHEDULED" : "SENDING";
      await tx.send.update({ where: { issue }, data: { state, reason: null, home } });
      const left = { issue, state: { in: ["QUEUED", "RETRY"] } };
      goesOn.push({ issue, waiting: await tx.delivery.count({ where: left }) });
    }
    await tx.send.updateMany({ where: { state: { in: ["PAUSED", "HELD"] } }, data: { home } });
    return goesOn;
  });
}

/** The next send that may go on here and now; one that may not is held, with the reason. */
export async function nextSend(): Promise<{ issue: string; letter: string } | undefined> {
  // One that has begun goes on, even where the clock has been put back since.
  const where = { OR: [{ state: "SENDING" }, { state: "SCHEDULED", startAt: { lte: now() } }] };
  const sends = await db().send.findMany({ where, orderBy: { startAt: "asc" } });
  if (sends.length === 0) return undefined;
  const [atHome, here] = [await isAtHome(), await homeOfDatabase()];
  for (const { issue, home, state, startAt, letter } of sends) {
    if (!atHome || home !== here) {
      await hold(issue, ELSEWHERE);
    } else if (state === "SCHEDULED" && startAt < before(STALE)) {
      await hold(
        issue,
        `It was to start ${momentInWords(startAt)}, when nothing was running; nobody has got it yet.`,
      );
    } else {
      if (state === "SCHEDULED")
        await db().send.updateMany({ where: { issue, state }, data: { state: "SENDING" } });
      const left = await leftOf(issue);
      if (left === "due" && !(await capReached())) return { issue, letter };
      if (left === "nothing") await finishSend(issue);
    }
  }
  return undefined;
}

/** What there is to hand over: what waits for its next attempt must not keep other issues waiting. */
async function leftOf(issue: string): Promise<"due" | "waiting" | "nothing"> {
  // The states stand in the text because the indexes on them are partial.
  const [row] = await db().$queryRaw<{ left: "due" | "waiting" | "nothing" }[]>`
    SELECT CASE
      WHEN EXISTS (SELECT 1 FROM "Delivery" WHERE "issue" = ${issue} AND "state" = 'QUEUED' AND "workerId" IS NULL)
        OR EXISTS (SELECT 1 FROM "Delivery" WHERE "issue" = ${issue} AND "state" = 'RETRY' AND "workerId" IS NULL
          AND "nextAttemptAt" <= ${now()}) THEN 'due'
      WHEN EXISTS (SELECT 1 FROM "Delivery" WHERE "issue" = ${issue} AND "state" = 'RETRY' AND "workerId" IS NULL)
        THEN 'waiting' ELSE 'nothing' END AS "left"`;
  return row?.left ?? "nothing";
}

/** Closes a send that has nothing left to do. */
export async function finishSend(issue: string): Promise<void> {
  const none = { none: { state: { in: ["QUEUED", "RETRY", "SENDING"] } } };
  const data = { state: "DONE", finishedAt: now() };
  await db().send.updateMany({ where: { issue, state: "SENDING", deliveries: none }, data });
}
