import SMTPConnection from "nodemailer/lib/smtp-connection";

type Taken = (error: SMTPConnection.SMTPError | null, reply?: string) => void;

const DOT = 0x2e;
const END = Buffer.from(".\r\n");
const LINE_END = Buffer.from("\r\n");

/** A message as it travels: a dot that begins a line doubled, a line end before the last dot (RFC 5321 §4.5.2). */
function asSent(message: Buffer): Buffer[] {
  const dotted = message[0] === DOT || message.includes("\r\n.");
  const text = dotted
    ? Buffer.from(message.toString("latin1").replace(/(^|\r\n)\./g, "$1.."), "latin1")
    : message;
  return text.subarray(-2).equals(LINE_END) ? [text, END] : [text, LINE_END, END];
}

/**
 * nodemailer's connection, but for how the text of a message leaves: whole and in one write. Its own stream looks at
 * every octet and hands on small pieces, which cost more than everything else of a message together. The names with an
 * underscore are its inside; a test notices when they change.
 */
export class Line extends SMTPConnection {
  declare _responseActions: ((reply: string) => void)[];
  declare _supportedExtensions: string[];
  declare _actionSMTPStream: (reply: string, taken: Taken) => void;

  /** Whether anything of the latest message's text has left this machine. */
  offered = false;

  /** nodemailer sends an address with letters beyond ASCII to any server; here is what this one said it can do. */
  get offersSmtpUtf8(): boolean {
    return this._supportedExtensions.includes("SMTPUTF8");
  }

  override send(...[envelope, message, done]: Parameters<SMTPConnection["send"]>): void {
    this.offered = false;
    super.send(envelope, message, done);
  }

  /** Called once the server has asked for the text; nodemailer writes to what it is given, then ends it. */
  _createSendStream(taken: Taken) {
    this._responseActions.push((reply) => this._actionSMTPStream(reply, taken));
    return {
      outByteCount: 0,
      write: (message: Buffer) => {
        const socket = this._socket;
        if (!socket || socket.destroyed) return;
        this.offered = true;
        socket.cork();
        for (const piece of asSent(message)) socket.write(piece);
        socket.uncork();
      },
      end() {},
    };
  }
}
