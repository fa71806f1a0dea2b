import { setImmediate, setTimeout as sleep } from "node:timers/promises";
import { now, SECOND } from "../clock";
import { db } from "../db/client";
import { env } from "../env/env";
import { describeError, log } from "../log";
import type { HandOver } from "../mail/hand-over";
import { addressOf, envelopeAddress } from "../subscribers/address";
import { keyedHashes } from "../tokens";
import { Allowance } from "./allowance";
import { type Claimed, claim, release } from "./claim";
import type { Composer } from "./compose";
import { hold } from "./control";
import { envelopeSender } from "./envelope-sender";
import { type Entry, exchange } from "./exchange";
import { Guard } from "./guard";
import type { IssueLetter } from "./issue-letter";
import { narrate } from "./narrate";
import type { Pace } from "./pace";
import type { Presence } from "./presence";
import { type Lane, lane } from "./relay";
import { LIMITS } from "./session";
import { skipGone } from "./skip-gone";
import { isAtDoor, verdictOf } from "./verdict";

const CLAIM_AT_ONCE = 100;
const REST = 20;

type Work = {
  workerId: string;
  letter: IssueLetter;
  compose: Composer;
  presence: Presence;
  pace: Pace;
  signal: AbortSignal;
};

/** Sends one issue for as long as it goes on: marks, hands over, records. What it leaves undone it gives back. */
export class Dispatch {
  readonly #work: Work;
  readonly #idle: Lane[];
  readonly #lanes: number;
  readonly #allowance: Allowance;
  #claimed: Claimed[] = [];
  #outcomes: Entry[] = [];
  readonly #guard = new Guard();
  #blockedUntil = 0;
  #failures = 0;
  #ending = false;
  #writing = 0;
  #wake: () => void = () => {};
  #held: Promise<void> = Promise.resolve();

  constructor(work: Work) {
    this.#work = work;
    this.#lanes = env().SEND_CONNECTIONS;
    this.#allowance = new Allowance(() => work.presence.workers);
    this.#idle = Array.from({ length: this.#lanes }, lane);
  }

  /** Ends when nothing is due, when the send is stopped, or when told to; never with a message in the air. */
  async run(): Promise<void> {
    const { workerId, letter, signal } = this.#work;
    try {
      while (!(this.#ending && this.#idle.length === this.#lanes && this.#outcomes.length === 0)) {
        if (signal.aborted) this.#ending = true;
        await this.#turn().catch(async (error) => {
          // Messages may be in the air: what becomes of them is kept until the ledger can be written again.
          log.error("ledger-unreachable", { error: describeError(error) });
          await sleep(SECOND);
        });
      }
      await this.#held;
    } finally {
      for (const open of this.#idle) open.close();
      await release(letter.issue, workerId);
      await this.#allowance.end();
    }
  }

  async #turn(): Promise<void> {
    const { workerId, letter, pace, presence } = this.#work;
    await this.#gather();
    if (!this.#ending && this.#claimed.length < this.#lanes) {
      this.#claimed.push(...(await claim(letter.issue, workerId, CLAIM_AT_ONCE)));
      if (this.#claimed.length === 0) this.#ending = true;
    }
    const free =
      this.#ending || performance.now() < this.#blockedUntil || !presence.certain ? 0 : this.#idle.length;
    const chosen = this.#claimed.splice(0, pace.take(Math.min(free, this.#claimed.length)));
    const { going, later, dayIsOver } = await this.#allowance.admit(chosen);
    if (dayIsOver) this.#ending = true;
    this.#outcomes.push(...later);
    const recorded = this.#outcomes.splice(0);
    const marks = going.map(
      ({ id, emailKey }): Entry => ({
        id,
        state: "SENDING",
        hashes: keyedHashes(emailKey).map(({ hash }) => hash),
      }),
    );
    if (recorded.length + marks.length === 0) return this.#rest();
    const start = performance.now();
    const marked = await exchange(workerId, [...recorded, ...marks]).catch((error) => {
      // Whether the marks were written is not known; nothing was offered, so that they may go again.
      const back = going.map(({ id }): Entry => ({ id, state: "RETRY", nextAttemptAt: now() }));
      this.#outcomes.push(...recorded, ...back);
      this.#allowance.unused(going.length);
      throw error;
    });
    this.#writing = Math.min(performance.now() - start, REST);
    this.#allowance.unused(going.length - marked.size);
    for (const item of going) if (marked.has(item.id)) void this.#offer(item);
    await this.#explain(going.filter(({ id }) => !marked.has(id)));
  }

  /**
   * Waits for more messages to come back, for no longer than writing down the last ones took: one durable write costs
   * the same for one of them as for all.
   */
  async #gather(): Promise<void> {
    if (this.#outcomes.length === 0) return;
    const until = performance.now() + this.#writing;
    await setImmediate();
    while (this.#idle.length < this.#lanes && performance.now() < until)
      await this.#rest(until - performance.now());
  }

  async #rest(longest = REST): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#wake = resolve;
    const waking = setTimeout(resolve, Math.max(0, longest));
    await promise;
    clearTimeout(waking);
  }

  /** Those that could not be marked: their reader left, the send was stopped, or another worker has them by now. */
  async #explain(refused: readonly Claimed[]): Promise<void> {
    if (refused.length === 0) return;
    const { workerId, letter } = this.#work;
    const goesOn = await db().send.count({ where: { issue: letter.issue, state: "SENDING" } });
    if (goesOn === 0) this.#ending = true;
    else await skipGone(workerId, refused);
  }

  async #offer(item: Claimed): Promise<void> {
    const lane = this.#idle.pop();
    if (!lane) throw new Error("a message was marked for a lane that is busy");
    this.#note(item, await this.#handOver(item, lane));
    this.#idle.push(lane);
    this.#wake();
  }

  async #handOver(item: Claimed, lane: Lane): Promise<HandOver> {
    const { letter, compose, presence } = this.#work;
    const read = addressOf(item.email, { anyLetters: true });
    if (!read.ok) return { state: "skipped", reply: `its address cannot be carried: ${read.problem}` };
    const raw = await compose({ ...item, email: read.email }).catch((error) => {
      log.error("delivery-not-composed", { id: item.id, error: describeError(error) });
      return undefined;
    });
    if (!raw) return { state: "skipped", reply: "no message could be made for this reader" };
    try {
      // A process that was frozen past its lease must not offer what others take for lost.
      if (!presence.certain) return { state: "unreached", reply: "the worker was asleep" };
      const envelope = { from: envelopeSender(letter, item.id), to: envelopeAddress(read) };
      return await lane.hand({ envelope, raw, fileName: `${letter.issue}-${item.id}.eml` }, item.id);
    } catch (error) {
      log.error("delivery-failed", { id: item.id, error: describeError(error) });
      return { state: "uncertain", reply: "it failed in the middle" };
    }
  }

  #note(item: Claimed, result: HandOver): void {
    const { entry, stop } = verdictOf(item, result);
    this.#outcomes.push(entry);
    narrate(item.id, result, entry.state);
    if (result.state !== "accepted" && result.state !== "uncertain") this.#allowance.unused(1);
    const atDoor = isAtDoor(result);
    this.#failures = atDoor ? this.#failures + 1 : 0;
    if (atDoor)
      this.#blockedUntil =
        performance.now() + Math.min(LIMITS.door * 2 ** (this.#failures - 1), 60 * LIMITS.door);
    if (result.state === "later" && !atDoor && entry.nextAttemptAt)
      this.#allowance.beginPause(item, entry.nextAttemptAt);
    const reason = stop ?? this.#guard.objection(entry.state === "REFUSED");
    if (reason) this.#stop(reason);
  }

  #stop(reason: string): void {
    if (this.#ending) return;
    this.#ending = true;
    this.#held = hold(this.#work.letter.issue, reason).catch((error) =>
      log.error("hold-failed", { error: describeError(error) }),
    );
  }
}
