import type SMTPConnection from "nodemailer/lib/smtp-connection";
import { MINUTE, SECOND } from "../clock";
import type { HandOver, Posted } from "../mail/hand-over";
import { keptReply } from "../mail/kept-reply";
import { handOverOf } from "../mail/smtp";
import { Line } from "./line";
import { NOT_OFFERED, needsSmtpUtf8, originalRecipient } from "./smtputf8";

/** How long a server is waited for. */
export const LIMITS = {
  /** Until the line stands and the server has said its first word. */
  greeting: 15 * SECOND,
  /** How long it may be silent before the line counts as broken. */
  silence: 60 * SECOND,
  /** After the first time that it would have nothing to do with us; doubled each time. */
  door: SECOND,
  /** For a login or a message in all, where it never falls silent and never comes to an end. */
  longest: 5 * MINUTE,
};

const TOO_LONG = "the server took too long";

/** One conversation with the SMTP server, message after message; opened by the first one, opened anew after a break. */
export class Session {
  #line: Line | undefined;
  #open = false;
  readonly #options: SMTPConnection.Options;
  readonly #auth: SMTPConnection.AuthenticationType | undefined;

  constructor(options: SMTPConnection.Options, auth: SMTPConnection.AuthenticationType | undefined) {
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
    const use8BitMime = needsSmtpUtf8(envelope.to);
    if (use8BitMime && !line.offersSmtpUtf8) return NOT_OFFERED;
    const dsn = { ret: "HDRS", envid, notify: ["FAILURE"], orcpt: originalRecipient(envelope.to) };
    return new Promise((resolve) => {
      const tooLong = setTimeout(() => {
        const { reply } = this.#afterFailure(new Error(TOO_LONG));
        resolve({ state: line.offered ? "uncertain" : "unreached", reply });
      }, LIMITS.longest);
      const carried = { from: envelope.from, to: [envelope.to], size: raw.length, dsn, use8BitMime };
      line.send(carried, raw, (error, info) => {
        clearTimeout(tooLong);
        if (!error) return resolve({ state: "accepted", reply: keptReply(String(info.response)) });
        const failure = this.#afterFailure(error);
        // Short of a clear no, all that counts is whether the message has left this machine.
        if (failure.state === "refused" || failure.state === "later") return resolve(failure);
        resolve({ state: line.offered ? "uncertain" : "unreached", reply: failure.reply });
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
    const line = new Line(this.#options);
    this.#line = line;
    return new Promise((resolve) => {
      const tooLong = setTimeout(() => fail(new Error(TOO_LONG)), LIMITS.longest);
      const fail = (error: SMTPConnection.SMTPError) => {
        clearTimeout(tooLong);
        this.#open = false;
        if (this.#line === line) this.#line = undefined;
        line.close();
        const { responseCode: code, response } = error;
        const words = keptReply(response ?? error.message);
        const reply = error.code === "ETLS" ? `no TLS: ${words}` : words;
        if (code === undefined || code < 400 || code >= 600) resolve({ state: "unreached", reply });
        else resolve({ state: code >= 500 ? "refused" : "later", code, reply, phase: "connect" });
      };
      line.on("error", fail);
      line.on("end", () => {
        if (this.#line === line) this.#open = false;
      });
      const ready = () => {
        clearTimeout(tooLong);
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
