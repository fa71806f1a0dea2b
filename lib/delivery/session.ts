import { Readable } from "node:stream";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { MINUTE, SECOND } from "../clock";
import type { HandOver, Posted } from "../mail/hand-over";
import { handOverOf } from "../mail/smtp";

/** How long the other side may be silent before the line counts as broken. */
export const SILENCE = 60 * SECOND;

/** How long one message may take in all, for a server that never falls silent and never comes to an end. */
const LONGEST = 5 * MINUTE;

/** One conversation with the SMTP server, message after message; opened by the first one, opened anew after a break. */
export class Session {
  #line: SMTPConnection | undefined;
  #open = false;
  readonly #options: SMTPConnection.Options;
  readonly #auth: SMTPConnection.AuthenticationType | undefined;

  readonly #longest: number;

  constructor(
    options: SMTPConnection.Options,
    auth: SMTPConnection.AuthenticationType | undefined,
    longest = LONGEST,
  ) {
    this.#longest = longest;
    this.#options = options;
    this.#auth = auth;
  }

  /** Hands over one message and tells what became of it. "uncertain" only once the whole of it was offered. */
  async hand({ envelope, raw }: Posted, envid: string): Promise<HandOver> {
    if (!this.#open || !this.#line) {
      const failure = await this.#connect();
      if (failure) return failure;
    }
    const line = this.#line;
    if (!line) return { state: "unreached", reply: "the server closed the line" };
    const dsn = { ret: "HDRS", envid, notify: ["FAILURE"], orcpt: `rfc822;${envelope.to}` };
    let offered = false;
    // Read from only once the server has asked for the message: until then nothing of it has left this machine.
    const body = new Readable({
      read() {
        offered = true;
        this.push(raw);
        this.push(null);
      },
    });
    return new Promise((resolve) => {
      const tooLong = setTimeout(() => {
        const failure = this.#afterFailure(new Error("the server took too long"));
        resolve({ state: offered ? "uncertain" : "unreached", reply: failure.reply });
      }, this.#longest);
      line.send({ from: envelope.from, to: [envelope.to], size: raw.length, dsn }, body, (error, info) => {
        clearTimeout(tooLong);
        if (!error) return resolve({ state: "accepted", reply: String(info.response).slice(0, 500) });
        const failure = this.#afterFailure(error);
        const nothingLeft = failure.state === "uncertain" && !offered;
        resolve(nothingLeft ? { state: "unreached", reply: failure.reply } : failure);
      });
    });
  }

  close(): void {
    this.#open = false;
    this.#line?.quit();
    this.#line = undefined;
  }

  #afterFailure(error: SMTPConnection.SMTPError): HandOver {
    const result = handOverOf(error);
    // 421 is the server's goodbye; after a refusal in the middle of a session a clean one costs little.
    this.#open = false;
    this.#line?.close();
    this.#line = undefined;
    return result;
  }

  #connect(): Promise<HandOver | undefined> {
    const line = new SMTPConnection(this.#options);
    this.#line = line;
    return new Promise((resolve) => {
      const fail = (error: SMTPConnection.SMTPError) => {
        this.#open = false;
        if (this.#line === line) this.#line = undefined;
        line.close();
        const { responseCode: code, response } = error;
        const reply = (response ?? error.message).replace(/\s+/g, " ").slice(0, 500);
        if (code === undefined || code < 400) resolve({ state: "unreached", reply });
        else resolve({ state: code >= 500 ? "refused" : "later", code, reply, phase: "connect" });
      };
      line.on("error", fail);
      line.on("end", () => {
        if (this.#line === line) this.#open = false;
      });
      const ready = () => {
        this.#open = true;
        resolve(undefined);
      };
      line.connect((error) => {
        if (error) return fail(error);
        if (!this.#auth) return ready();
        line.login(this.#auth, (refused) => (refused ? fail(refused) : ready()));
      });
    });
  }
}
