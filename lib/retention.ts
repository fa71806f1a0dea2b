import { DAY } from "./clock";

/** For how many days what is kept; the daily chores go by these, and the privacy page tells them. */
export const RETENTION_DAYS = {
  /** A sign-up that nobody confirmed. */
  pending: 30,
  /** Where roughly a sign-up or enquiry came from. */
  client: 90,
  /** What a single message said, after it was sent. */
  bodies: 30,
  /** A copy that a restore made of what was there before it. */
  copies: 30,
} as const;

export const RETENTION = {
  pending: RETENTION_DAYS.pending * DAY,
  client: RETENTION_DAYS.client * DAY,
  bodies: RETENTION_DAYS.bodies * DAY,
  copies: RETENTION_DAYS.copies * DAY,
} as const;
