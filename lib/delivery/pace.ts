import { SECOND } from "../clock";

/** Lets so many messages a second pass, by a clock that nobody sets; what was not used is not saved up beyond a moment. */
export class Pace {
  #free = performance.now();
  #rate: number;

  constructor(rate: number) {
    this.#rate = rate;
  }

  set rate(rate: number) {
    this.#rate = rate;
  }

  /** How many of `wanted` may go now. */
  take(wanted: number): number {
    const moment = performance.now();
    const step = SECOND / this.#rate;
    this.#free = Math.max(this.#free, moment - Math.max(step, SECOND / 20));
    const count = Math.min(wanted, Math.floor((moment - this.#free) / step));
    this.#free += count * step;
    return count;
  }
}
