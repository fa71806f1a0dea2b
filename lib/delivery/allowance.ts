import { now } from "../clock";
import { env } from "../env/env";
import { domainOf } from "../subscribers/address";
import type { Claimed } from "./claim";
import { DayCap } from "./day-cap";
import { DomainRate } from "./domain-rate";
import type { Entry } from "./exchange";

/** Which messages may go now, which ones later and when, and whether there were too many for this day. */
export type Admitted = { going: Claimed[]; later: Entry[]; dayIsOver: boolean };

/** Who may be handed over just now, beyond the pace: as their servers ask for patience, and as the owner's limits say. */
export class Allowance {
  readonly #patience = new Map<string, number>();
  readonly #cap = env().SEND_PER_DAY.length > 0 ? new DayCap() : undefined;
  readonly #rate: DomainRate | undefined;

  constructor(workers: () => number) {
    this.#rate = env().SEND_DOMAIN_RATE.size > 0 ? new DomainRate(workers) : undefined;
  }

  async admit(items: readonly Claimed[]): Promise<Admitted> {
    const later: Entry[] = [];
    const wait = ({ id }: Claimed, nextAttemptAt: Date, reply: string) =>
      later.push({ id, state: "RETRY", nextAttemptAt, reply });
    const able = items.filter((item) => {
      const until = this.#patience.get(domainOf(item.emailKey)) ?? 0;
      if (until > now().getTime()) wait(item, new Date(until), "its server asked for patience");
      return until <= now().getTime();
    });
    const times = (await this.#rate?.ask(able.map(({ emailKey }) => domainOf(emailKey)))) ?? [];
    const free = able.filter((item, place) => {
      const time = times[place];
      if (time) wait(item, time, "waits its turn: SEND_DOMAIN_RATE");
      return time === undefined;
    });
    const count = this.#cap && free.length > 0 ? await this.#cap.take(free.length) : free.length;
    return { going: free.slice(0, count), later, dayIsOver: count < free.length };
  }

  /** A domain that said "not now" is left alone until its pause is over. */
  beginPause({ emailKey }: Claimed, until: Date): void {
    this.#patience.set(domainOf(emailKey), until.getTime());
  }

  /** Takes note of messages that were let go and that no server took. */
  unused(count: number): void {
    this.#cap?.giveBack(count);
  }

  async end(): Promise<void> {
    await this.#cap?.end();
  }
}
