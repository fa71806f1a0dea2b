import MailComposer from "nodemailer/lib/mail-composer";
import { now } from "../clock";
import type { Message } from "./message";

/** RFC 5322 text of a message with both bodies and CRLF line ends, dated now. Every value goes in as a value, never as a header line. */
export async function compose(message: Message, messageId: string): Promise<Buffer> {
  const composer = new MailComposer({
    from: message.from,
    to: message.to,
    replyTo: message.replyTo,
    subject: message.subject,
    text: message.text,
    html: message.html,
    messageId,
    date: now(),
    headers: { "Content-Language": "en-US", ...message.headers },
    textEncoding: "quoted-printable",
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: "windows",
  });
  return composer.compile().build();
}
