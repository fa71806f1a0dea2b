const WINDOW = 200;
const SHARE = 0.05;

/** Watches how many of the latest messages were refused for good. */
export class Guard {
  readonly #recent: boolean[] = [];

  /** Takes in one more message; why the send must stop for the owner, where too many were refused. */
  objection(refused: boolean): string | undefined {
    this.#recent.push(refused);
    if (this.#recent.length > WINDOW) this.#recent.shift();
    const refusals = this.#recent.filter(Boolean).length;
    if (this.#recent.length < WINDOW || refusals <= WINDOW * SHARE) return undefined;
    return `${refusals} of the last ${WINDOW} messages were refused`;
  }
}
