import { z } from "zod";

const mailbox = z.object({ name: z.string(), address: z.string() });

/** An issue as mail, rendered once for all readers; what differs by reader stands in it as a placeholder. */
export const issueLetter = z.object({
  issue: z.string(),
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  from: mailbox,
  replyTo: mailbox,
  language: z.string(),
  siteUrl: z.string(),
  archivedAt: z.string(),
  list: z.object({ name: z.string(), id: z.string() }),
  /** Right-hand side of the Message-IDs: the sender's own domain. */
  domain: z.string(),
});

export type IssueLetter = z.infer<typeof issueLetter>;

/** Where a reader's own parts go; no two letters of a text of ours look like these. */
export const PLACEHOLDERS = {
  unsubscribe: "%%unsubscribe%%",
  preferences: "%%preferences%%",
  address: "%%address%%",
  greeting: "%%greeting%%",
} as const;

export type Placeholder = keyof typeof PLACEHOLDERS;
