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

/** Ends the leases of workers of this machine whose process is gone, so that nobody waits for them to run out. */
async function forgetTheGone(): Promise<void> {
  const leases = await db().lease.findMany({ where: { name: { startsWith: "sending" } } });
  for (const { name, holder } of leases) if (isGone(holder)) await releaseLease(name, holder);
}

/** A worker's sign of life, given again and again; how long ago it was tells whether it may still offer anything. */
export class Presence {
  #last = Number.NEGATIVE_INFINITY;
  #lastByCalendar = 0;
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

  /** Gives the sign; the number of workers alive, or 0 where another one has to end first. */
  async beat(): Promise<number> {
    const moment = performance.now();
    const calendar = now().getTime();
    if (!this.certain) await forgetTheGone();
    const alone = providerOf(env().DATABASE_URL) === "sqlite";
    if (alone && !(await holdLease(ALONE, this.#holder))) return 0;
    if (!(await holdLease(PREFIX + this.#workerId, this.#holder))) return 0;
    this.#last = moment;
    this.#lastByCalendar = calendar;
    return db().lease.count({ where: { name: { startsWith: PREFIX }, until: { gt: now() } } });
  }

  async end(): Promise<void> {
    await releaseLease(PREFIX + this.#workerId, this.#holder);
    await releaseLease(ALONE, this.#holder);
  }
}
