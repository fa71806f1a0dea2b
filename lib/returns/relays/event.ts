import { classifyReply } from "../classify-reply";
import { type Return, suppresses, type Verdict } from "../verdict";

/** What a relay tells of one mail; the verdict, where it says so itself, or the reply that it got. */
type Told = {
  readonly verdict?: Verdict;
  readonly recipient: string;
  readonly messageId: string;
  readonly reply?: { readonly code?: number; readonly enhanced?: string; readonly text?: string };
  /** It has not given up yet. */
  readonly delayed?: boolean;
};

/** What was signed, when, and what it says; the signature tells one message from its repetition. */
export type Message = {
  readonly sentAt: Date;
  readonly signature: string;
  readonly returns: readonly Return[];
};
export type Unread = "forged" | "unreadable";

/** A relay's event in the form of a returned mail, so that the same is done about it; it is found by our own Message-ID. */
export function returnOf({ verdict, recipient, messageId, reply = {}, delayed = false }: Told): Return {
  // At what point of the dialogue it was said is not told; "data" takes nothing for granted.
  const judged = classifyReply(reply, "data");
  const word = verdict ?? (delayed || judged.verdict === "none" ? "temporary" : judged.verdict);
  const action = delayed ? "delayed" : "failed";
  const status = reply.enhanced || judged.status;
  const about = { verdict: word, action, ...(status && { status }), diagnostic: judged.diagnostic } as const;
  return {
    ...about,
    suppress: suppresses(word),
    recipients: [recipient],
    findings: [{ ...about, recipient }],
    tokens: {
      report: [],
      returned: [],
      messageIds: messageId ? [`<${messageId.replace(/^<|>$/g, "")}>`] : [],
    },
  };
}

/** What a body holds as JSON, or undefined. */
export function jsonIn(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return undefined;
  }
}
