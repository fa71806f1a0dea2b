/** What an enhanced status code says by itself; `open` leaves it to the words beside it. */
export type StatusClass = "dead" | "temporary" | "ours" | "message" | "fine" | "open";

/** The codes of RFC 3463, its registry (RFC 5248) and RFC 7505 that differ from the rest of their group. */
const SINGLE: Readonly<Record<string, StatusClass>> = {
  "1.1": "dead",
  "1.2": "dead",
  "1.3": "dead",
  "1.5": "fine",
  "1.6": "dead",
  "1.7": "ours",
  "1.8": "ours",
  "1.9": "message",
  "1.10": "dead",
  "2.0": "open",
  "2.1": "dead",
  "2.3": "message",
  "3.0": "open",
  "3.3": "message",
  "3.4": "message",
  "3.5": "open",
  "4.0": "open",
  "4.1": "open",
  "4.4": "open",
  "5.0": "open",
  "5.1": "open",
  "4.310": "dead",
};

/** The groups: addressing, mailbox, mail system, network, protocol, content, policy. */
const GROUP: Readonly<Record<string, StatusClass>> = {
  "0": "open",
  "1": "open",
  "2": "temporary",
  "3": "temporary",
  "4": "temporary",
  "5": "ours",
  "6": "message",
  "7": "ours",
};

/** Classifies an enhanced status code such as `5.1.1`. */
export function statusClass(status: string): StatusClass {
  const [kind, group = "", detail = ""] = status.split(".");
  if (kind === "2") return "fine";
  if (kind === "4") return "temporary";
  return SINGLE[`${group}.${detail}`] ?? GROUP[group] ?? "open";
}

/** The first enhanced status code in a text, unless it is a piece of a version or an IP address. */
export function statusIn(text: string): string | undefined {
  return /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d]|\.\d)/.exec(text)?.[1];
}
