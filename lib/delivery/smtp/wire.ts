import { connect as connectPlainly, isIP, type Socket } from "node:net";
import { connect as connectSecurely } from "node:tls";
import { SECOND } from "@/lib/clock";
import { Replies, type Reply } from "./replies";

export type Server = {
  host: string;
  port: number;
  /** TLS from the first octet on. */
  secure: boolean;
  /** No message goes without TLS. */
  requireTLS: boolean;
  /** Whether a certificate that nobody vouches for will do, as on this very machine. */
  anyCertificate: boolean;
  /** What we call ourselves. */
  name: string;
  /** How long the connection, and then the greeting, may take. */
  patience: number;
  /** How long the other side may be silent once it has greeted. */
  silence: number;
};

/** How long the other side may take to say goodbye. */
const GOODBYE = 5 * SECOND;

const END = Buffer.from(".\r\n");
const LINE_END = Buffer.from("\r\n");

/** A message as it travels: a dot that begins a line doubled, a line end before the last dot (RFC 5321 §4.5.2). */
function asSent(message: Buffer): Buffer[] {
  const dotted = message[0] === 0x2e || message.includes("\r\n.");
  const text = dotted
    ? Buffer.from(message.toString("latin1").replace(/(^|\r\n)\./g, "$1.."), "latin1")
    : message;
  return text.subarray(-2).equals(LINE_END) ? [text, END] : [text, LINE_END, END];
}

/** One connection, by lines and whole answers. Once it is broken every answer says so; nothing here throws. */
export class Wire {
  readonly #server: Server;
  #socket: Socket;
  #replies = new Replies();
  #came: Reply[] = [];
  #waiting: ((reply: Reply) => void) | undefined;
  #broken: string | undefined;

  private constructor(server: Server) {
    this.#server = server;
    const { host, port } = server;
    this.#socket = server.secure
      ? connectSecurely({ host, port, ...this.#trust() })
      : connectPlainly({ host, port });
    this.#socket.once(server.secure ? "secureConnect" : "connect", () => this.hurry(server.patience));
    this.hurry(server.patience);
    this.#listen();
  }

  /** A connection that is being made; whether it comes about tells the first answer. */
  static open(server: Server): Wire {
    return new Wire(server);
  }

  get open(): boolean {
    return this.#broken === undefined;
  }

  /** Whether something was said that nobody has asked for: from there on no answer can be told from another's. */
  get outOfTurn(): boolean {
    return this.#came.length > 0 || this.#replies.pending;
  }

  /** Says something as it is: one command, or several where the other side takes them in one go. */
  say(commands: string): void {
    if (this.open) this.#socket.write(commands);
  }

  /** Sends a whole message with its end, in one go. */
  sendMessage(message: Buffer): void {
    if (!this.open) return;
    this.#socket.cork();
    for (const piece of asSent(message)) this.#socket.write(piece);
    this.#socket.uncork();
  }

  /** The next answer. */
  reply(): Promise<Reply> {
    const here = this.#came.shift();
    if (here) return Promise.resolve(here);
    if (this.#broken !== undefined) return Promise.resolve({ code: 0, text: this.#broken });
    return new Promise((resolve) => {
      this.#waiting = resolve;
    });
  }

  /** From now on the other side may be silent for so long. */
  hurry(silence: number): void {
    this.#socket.setTimeout(silence);
  }

  /** Goes over to TLS on the same connection; what was said in the clear before counts for nothing. */
  async secure(): Promise<void> {
    if (this.outOfTurn) return this.drop("it spoke before TLS did");
    const plain = this.#socket;
    plain.removeAllListeners();
    plain.on("error", () => {});
    const secured = connectSecurely({ socket: plain, ...this.#trust() });
    this.#socket = secured;
    this.hurry(this.#server.patience);
    this.#listen();
    await new Promise<void>((resolve) => {
      secured.once("secureConnect", resolve);
      secured.once("close", () => resolve());
    });
  }

  /** Ends it at once; whoever waits for an answer is told this, and nothing that was said before counts any more. */
  drop(reason: string): void {
    this.#came = [];
    this.#break(reason);
  }

  /** Ends it the way that is proper between two messages. */
  quit(): void {
    if (!this.open) return;
    this.#broken = "it was ended";
    this.#socket
      .end("QUIT\r\n")
      .resume()
      .setTimeout(GOODBYE, () => this.#socket.destroy());
  }

  #break(reason: string): void {
    if (!this.open) return;
    this.#broken = reason;
    this.#socket.destroy();
    this.#waiting?.({ code: 0, text: reason });
    this.#waiting = undefined;
  }

  #trust() {
    const { host, anyCertificate } = this.#server;
    return {
      rejectUnauthorized: !anyCertificate,
      ...(isIP(host) ? {} : { servername: host }),
    };
  }

  #listen(): void {
    const socket = this.#socket;
    socket.setNoDelay().setKeepAlive(true);
    socket.setEncoding("utf8");
    socket.on("data", (piece: string) => this.#take(piece));
    socket.on("timeout", () => this.drop("the server fell silent"));
    // What it said before is still to be heard.
    socket.on("error", (error) => this.#break(error.message));
    socket.on("close", () => this.#break("the server closed the line"));
  }

  #take(piece: string): void {
    for (const reply of this.#replies.add(piece)) {
      const answer = this.#waiting;
      this.#waiting = undefined;
      if (answer) answer(reply);
      else this.#came.push(reply);
    }
  }
}
