import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

export type Received = { from: string; to: string[]; raw: string };
export type SmtpSink = {
  url: string;
  port: number;
  /** What was taken, in the order of its 250. */
  received: Received[];
  close: () => Promise<void>;
};

type Behaviour = Pick<
  SMTPServerOptions,
  | "onConnect"
  | "onMailFrom"
  | "onRcptTo"
  | "onAuth"
  | "authOptional"
  | "allowInsecureAuth"
  | "disabledCommands"
  | "hideSMTPUTF8"
> & {
  /** Called with each message before it is taken; an error with a responseCode refuses it. */
  onMessage?: (message: Received) => Promise<void> | void;
};

/** A real SMTP server on loopback that takes everything, or behaves as told. */
export async function smtpSink({ onMessage, ...behaviour }: Behaviour = {}, port = 0): Promise<SmtpSink> {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    ...behaviour,
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom ? mailFrom.address : "";
        const message = {
          from,
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString(),
        };
        try {
          await onMessage?.(message);
          received.push(message);
          callback();
        } catch (error) {
          callback(error instanceof Error ? error : new Error("refused"));
        }
      });
    },
  });
  // Clients that hang up in mid-sentence are part of what is tried.
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const { port: bound } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${bound}`,
    port: bound,
    received,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A refusal as an SMTP server gives it. */
export function refusal(code: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode: code });
}
