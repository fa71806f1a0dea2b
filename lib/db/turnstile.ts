/** Lets one through at a time, in the order of arrival. */
export class Turnstile {
  #last: Promise<void> = Promise.resolve();

  /** Waits for its turn; the answer is called to let the next one in. Calling it twice does nothing more. */
  async enter(): Promise<() => void> {
    const before = this.#last;
    let leave: () => void = () => {};
    this.#last = new Promise((resolve) => {
      leave = resolve;
    });
    await before;
    return leave;
  }

  /** Runs something within one turn. */
  async pass<T>(run: () => Promise<T>): Promise<T> {
    const leave = await this.enter();
    try {
      return await run();
    } finally {
      leave();
    }
  }
}
