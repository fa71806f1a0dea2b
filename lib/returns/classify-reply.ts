import { judge, type Phase } from "./judge";
import { suppresses, type Verdict } from "./verdict";

/** An SMTP reply as mailers hand it over: one text, or its pieces. */
export type Reply = string | { readonly code?: number; readonly enhanced?: string; readonly text?: string };

/** What an SMTP reply means for the person who was being written to. */
export type ReplyVerdict = {
  readonly verdict: Verdict;
  readonly suppress: boolean;
  /** Temporary because the mailbox has no room. */
  readonly full: boolean;
  readonly status?: string;
  readonly diagnostic: string;
};

/**
 * Judges a reply given while sending by the same rules as a mailed bounce. At connect and MAIL FROM a refusal
 * is never about the reader; a 4xx is always temporary.
 */
export function classifyReply(reply: Reply, phase: Phase): ReplyVerdict {
  const diagnostic = (typeof reply === "string" ? reply : wording(reply)).trim().slice(0, 1_000);
  if (/^\W{0,3}2\d\d\b/.test(diagnostic))
    return { verdict: "none", suppress: false, full: false, diagnostic };
  const { verdict, status, full } = judge({ text: diagnostic, phase });
  const word = verdict === "unclear" ? "temporary" : verdict;
  return {
    verdict: word,
    suppress: suppresses(word),
    full: word === "temporary" && full === true,
    status,
    diagnostic,
  };
}

function wording({ code, enhanced, text = "" }: Exclude<Reply, string>): string {
  const opening = /^\s*[2345]\d\d\b/.test(text) ? "" : `${code ?? ""} `;
  const status = enhanced && !text.includes(enhanced) ? `${enhanced} ` : "";
  return opening ? `${opening}${status}${text}` : text.replace(/^\s*([2345]\d\d[ -]?)/, `$1${status}`);
}
