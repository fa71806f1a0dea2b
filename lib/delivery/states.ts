export const SEND_STATES = [
  "PREPARING",
  "SCHEDULED",
  "SENDING",
  "PAUSED",
  "HELD",
  "CANCELLED",
  "DONE",
] as const;
export type SendState = (typeof SEND_STATES)[number];

export const DELIVERY_STATES = [
  "QUEUED",
  "SENDING",
  "SENT",
  "RETRY",
  "REFUSED",
  "SKIPPED",
  "UNCERTAIN",
] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** What a refusal was about: the address, its mailbox, the moment, ourselves, or what the message says. */
export type Refusal = "dead" | "full" | "temporary" | "ours" | "message";
