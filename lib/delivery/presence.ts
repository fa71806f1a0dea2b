import { hostname } from "node:os";
import { now } from "../clock";
import { providerOf } from "../db/address";
import { db } from "../db/client";
import { env } from "../env/env";
import { holdLease, LEASE_TIME, releaseLease } from "../lease";

const PREFIX = "sending:";
/** On SQLite one worker sends: this is what it holds. */
const ALONE = "sending-alone";
const here = `${hostname()}/${process.pid}`;

function isGone(holder: string): boolean {
  const [host, pid] = holder.split("/");
  if (host !== hostname() || Number(pid) === process.pid) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ESRCH";
  }
}

/** A worker's sign of life, given again and again; how long ago it was tells whether it may still offer anything. */
export class Presence {
  #last = Number.NEGATIVE_INFINITY;
  #lastByCalendar = 0;
  /** The latest sign of each other worker, and since when it is the latest. */
  readonly #signs = new Map<string, { sign: string; since: number }>();
  #workers = 1;
  readonly #workerId: string;
  readonly #holder: string;

  constructor(workerId: string) {
    this.#workerId = workerId;
    this.#holder = `${here}/${workerId}`;
  }

  /** Whether the lease certainly stands: by a clock that nobody sets, and by the one that goes on while a machine sleeps. */
  get certain(): boolean {
    const elapsed = Math.max(performance.now() - this.#last, now().getTime() - this.#lastByCalendar);
    return elapsed < LEASE_TIME * 0.7;
  }

  /** How many workers were alive at the last sign, this one among them. */
  get workers(): number {
    return this.#workers;
  }

  /** Gives the sign; the number of workers alive, or 0 where another one has to end first. */
  async beat(): Promise<number> {
    const moment = performance.now();
    const calendar = now().getTime();
    const others = await this.#othersAlive();
    const alone = providerOf(env().DATABASE_URL) === "sqlite";
    if (alone && (others.includes(ALONE) || !(await holdLease(ALONE, this.#holder)))) return 0;
    if (!(await holdLease(PREFIX + this.#workerId, this.#holder))) return 0;
    this.#last = moment;
    this.#lastByCalendar = calendar;
    this.#workers = 1 + others.filter((name) => name !== ALONE).length;
    return this.#workers;
  }

  /**
   * What other workers hold. One whose process is gone, or who gave no sign for as long as a lease lasts, holds
   * nothing more. That time is measured here and by a clock that nobody sets: machines need not agree on the hour,
   * and one whose clock jumps takes nobody for dead.
   */
  async #othersAlive(): Promise<string[]> {
    const before = performance.now();
    const where = { name: { startsWith: "sending" }, NOT: { holder: this.#holder } };
    const alive: string[] = [];
    for (const { name, holder, heartbeatAt } of await db().lease.findMany({ where })) {
      const sign = `${holder} ${heartbeatAt.getTime()}`;
      const known = this.#signs.get(name);
      const isSilent = known?.sign === sign && before - known.since > LEASE_TIME;
      if (known?.sign !== sign) this.#signs.set(name, { sign, since: performance.now() });
      if (isGone(holder) || isSilent) await db().lease.deleteMany({ where: { name, holder, heartbeatAt } });
      else alive.push(name);
    }
    return alive;
  }

  async end(): Promise<void> {
    await releaseLease(PREFIX + this.#workerId, this.#holder);
    await releaseLease(ALONE, this.#holder);
  }
}

/** Whether any worker has given a sign of life of late. */
export async function isSomebodySending(): Promise<boolean> {
  return (await db().lease.count({ where: { name: { startsWith: PREFIX }, until: { gt: now() } } })) > 0;
}
