import { MINUTE, SECOND } from "../clock";
import type { HandOver, Posted } from "../mail/hand-over";
import { type Line, openLine } from "./smtp/hello";
import type { Credentials } from "./smtp/login";
import { offer } from "./smtp/offer";
import type { Server } from "./smtp/wire";

/** How long the other side may be silent before the line counts as broken. */
export const SILENCE = 60 * SECOND;

/** How long one message may take in all, for a server that never falls silent and never comes to an end. */
const LONGEST = 5 * MINUTE;

/** One conversation with the SMTP server, message after message; opened by the first one, opened anew after a break. */
export class Session {
  #line: Line | undefined;
  readonly #server: Server;
  readonly #credentials: Credentials | undefined;
  readonly #longest: number;

  constructor(server: Server, credentials: Credentials | undefined, longest = LONGEST) {
    this.#server = server;
    this.#credentials = credentials;
    this.#longest = longest;
  }

  /** Hands over one message and tells what became of it. "uncertain" only once it was offered. */
  async hand(message: Posted, envid: string): Promise<HandOver> {
    if (!this.#line?.wire.open) {
      const opening = await openLine(this.#server, this.#credentials);
      if (!opening.ok) return opening.why;
      this.#line = opening;
    }
    const { wire } = this.#line;
    const tooLong = setTimeout(() => wire.drop("the server took too long"), this.#longest);
    const result = await offer(this.#line, message, envid);
    clearTimeout(tooLong);
    // 421 is the server's goodbye; after a refusal in the middle of a session a clean one costs little.
    if (result.state !== "accepted" && result.state !== "skipped") wire.drop("it was given up");
    return result;
  }

  close(): void {
    this.#line?.wire.quit();
    this.#line = undefined;
  }
}
