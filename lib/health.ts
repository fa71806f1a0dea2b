import { before, MINUTE, now, SECOND } from "./clock";
import { providerOf } from "./db/address";
import { db } from "./db/client";
import { migrationState } from "./db/migrations";
import { env } from "./env/env";
import { lastHeartbeat } from "./lease";
import { describeError, log } from "./log";

type Check = { ok: boolean; detail: string };
export type Readiness = { ready: boolean; checks: Record<string, Check> };

/** A worker that has been silent for longer is taken for dead. */
const SILENT = 30 * SECOND;
/** A message that has been due for longer means that mail is not getting out. */
const STUCK = 15 * MINUTE;

async function migrationCheck(): Promise<Check> {
  const { state } = await migrationState(db(), providerOf(env().DATABASE_URL));
  return { ok: state === "current", detail: state };
}

async function workerCheck(): Promise<Check> {
  const beat = await lastHeartbeat("worker:");
  if (!beat) return { ok: false, detail: "no worker has started" };
  const silent = now().getTime() - beat.getTime();
  return { ok: silent < SILENT, detail: `last sign of life ${Math.round(silent / SECOND)} s ago` };
}

async function outboxCheck(): Promise<Check> {
  const oldest = await db().outboxMessage.findFirst({
    where: { state: { in: ["QUEUED", "RETRY", "SENDING"] } },
    orderBy: { createdAt: "asc" },
    select: { createdAt: true },
  });
  if (!oldest) return { ok: true, detail: "empty" };
  const age = Math.round((now().getTime() - oldest.createdAt.getTime()) / SECOND);
  return { ok: oldest.createdAt > before(STUCK), detail: `oldest message ${age} s old` };
}

async function checked(name: string, check: () => Promise<Check>): Promise<[string, Check]> {
  try {
    return [name, await check()];
  } catch (error) {
    log.warn("not-ready", { check: name, error: describeError(error) });
    return [name, { ok: false, detail: "did not answer" }];
  }
}

/** Asks everything this process depends on; a full outbox is told but does not make it unready, for the site still works. */
export async function readiness(): Promise<Readiness> {
  const checks = Object.fromEntries(
    await Promise.all([
      checked("database", async () => {
        await db().$queryRaw`SELECT 1`;
        return { ok: true, detail: "answers" };
      }),
      checked("migrations", migrationCheck),
      checked("worker", workerCheck),
      checked("outbox", outboxCheck),
    ]),
  );
  return { ready: ["database", "migrations", "worker"].every((name) => checks[name]?.ok), checks };
}
