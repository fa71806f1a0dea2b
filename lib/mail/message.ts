import type { Mailbox } from "./senders";

/** A part of a letter, the same for the HTML and the text of it. */
export type Block =
  | { kind: "text"; text: string }
  | { kind: "button"; label: string; url: string }
  | { kind: "link"; before: string; url: string }
  | { kind: "list"; items: string[] }
  | { kind: "quote"; text: string }
  | { kind: "fact"; label: string; value: string };

/** What a single message says, before it has an envelope. */
export type Letter = {
  subject: string;
  /** The line that mail programs show beside the subject. */
  preheader: string;
  heading: string;
  blocks: Block[];
  /** Why this came, in small print at the foot. */
  reason: string;
};

/** A letter ready to be composed: to whom, from whom, with which headers. */
export type Message = Letter & {
  from: Mailbox;
  to: Mailbox;
  replyTo?: Mailbox;
  headers: Record<string, string>;
  html: string;
  text: string;
};
