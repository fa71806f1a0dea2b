/** What a returned mail means for the person it was sent to. */
export const VERDICTS = [
  "dead",
  "temporary",
  "ours",
  "message",
  "complaint",
  "leave",
  "auto-reply",
  "none",
] as const;

/**
 * dead: the address does not exist. temporary: full, delayed, or not certain enough to say more.
 * ours: the refusal is about our server, domain or authentication. message: about this one message.
 */
export type Verdict = (typeof VERDICTS)[number];

/** What a reporting server says it did; only `failed` is worth counting against an address. */
export type Action = "failed" | "delayed" | "delivered";

/** One recipient of a report, judged on its own. */
export type Finding = {
  readonly recipient: string;
  readonly verdict: Verdict;
  readonly action: Action;
  readonly status?: string;
  readonly diagnostic?: string;
};

/** Candidate tokens, unverified, best first: of the report itself, then of the mail it returns. */
export type Tokens = {
  readonly report: readonly string[];
  readonly returned: readonly string[];
  /** Message-IDs of the mail that came back or was answered, unverified as well. */
  readonly messageIds: readonly string[];
};

/** What one incoming mail turned out to be. */
export type Return = {
  readonly verdict: Verdict;
  readonly suppress: boolean;
  /** The addresses the verdict is about; the other ones of a mixed report are in `findings`. */
  readonly recipients: readonly string[];
  readonly action?: Action;
  readonly status?: string;
  readonly diagnostic?: string;
  readonly tokens: Tokens;
  readonly findings: readonly Finding[];
};

/** Says whether a verdict ends mailing to the address; the other ones never do by themselves. */
export function suppresses(verdict: Verdict): boolean {
  return verdict === "dead" || verdict === "complaint" || verdict === "leave";
}
