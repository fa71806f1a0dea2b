export type Phase = "connect" | "mail" | "rcpt" | "data";

/** A finished message and its envelope. */
export type Posted = {
  envelope: { from: string; to: string };
  /** RFC 5322 text with CRLF line ends. */
  raw: Buffer;
  /** Where the message is kept when no SMTP server is set; the same message has the same name. */
  fileName: string;
};

/** What became of handing over one message, as told by the other side. */
export type HandOver =
  | { state: "accepted"; reply: string }
  /** 5xx: it will not be taken, ever. */
  | { state: "refused"; code: number; reply: string; phase: Phase }
  /** 4xx: not now. */
  | { state: "later"; code: number; reply: string; phase: Phase }
  /** No conversation took place: nothing was offered. */
  | { state: "unreached"; reply: string }
  /** The line broke after the message was offered: it may have been taken. */
  | { state: "uncertain"; reply: string }
  /** Not offered to anybody, because SEND_ONLY_TO does not list the address. */
  | { state: "skipped"; reply: string };
