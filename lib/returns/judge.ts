import { readWords, type Words } from "./phrases/read-words";
import { statusClass, statusIn } from "./status";
import type { Verdict } from "./verdict";

/** Where in the SMTP dialogue a refusal was given. */
export type Phase = "connect" | "mail" | "rcpt" | "data";

/** What is known about one refusal. */
export type Refusal = {
  readonly status?: string | undefined;
  readonly text: string;
  readonly phase?: Phase | undefined;
};

/** `unclear` asks the caller to look for more words, and is a temporary failure when there are none. */
export type Judgement = {
  readonly verdict: Verdict | "unclear";
  /** The mailbox is there and has no room. */
  readonly full?: boolean;
  readonly status?: string;
  readonly code?: number;
};

/**
 * Classifies one refusal: by its enhanced status, then its basic code, then its words. The words may soften
 * what a code says, since relays make up 5.1.1 from any 550.
 */
export function judge({ status, text, phase }: Refusal): Judgement {
  const code = codeIn(text);
  const enhanced = specific(statusIn(text), status);
  const where = phase ?? phaseIn(text);
  const words = readWords(text);
  const full = words.full || /^[45]\.2\.2$/.test(enhanced ?? "");
  return { verdict: decide(enhanced, code, where, words), status: enhanced, code, full };
}

/** The basic reply code in a text: three digits that open it or follow what a reporting server puts before. */
export function codeIn(text: string): number | undefined {
  const match = /(?:^|[\s<:;"'([=])([2345][0-5]\d)(?=[ -]|\s?$|:\s)/.exec(text.slice(0, 4_000));
  return match ? Number(match[1]) : undefined;
}

function specific(said: string | undefined, reported: string | undefined): string | undefined {
  if (!said || !reported) return said ?? reported;
  return statusClass(said) === "open" && statusClass(reported) !== "open" ? reported : said;
}

function phaseIn(text: string): Phase | undefined {
  if (/refused to talk to me|in reply to (?:ehlo|helo|initial)|banner/i.test(text)) return "connect";
  const command =
    /in reply to (?:the )?(?:end of )?(mail from|rcpt to|data)|(?:after|following) (mail|rcpt|data)\b/i.exec(
      text,
    );
  const name = (command?.[1] ?? command?.[2] ?? "").toLowerCase();
  if (name.startsWith("mail")) return "mail";
  if (name.startsWith("rcpt")) return "rcpt";
  return name ? "data" : undefined;
}

function decide(
  status: string | undefined,
  code: number | undefined,
  phase: Phase | undefined,
  words: Words,
): Verdict | "unclear" {
  const kind = status ? statusClass(status) : "open";
  if (kind === "fine") return "none";
  // The server wants another login (RFC 4954), or its TLS first.
  if (code === 530 || code === 534 || code === 535 || code === 538) return "ours";
  if (status ? status.startsWith("4") : code !== undefined && code >= 400 && code < 500) return "temporary";
  if (phase === "connect" || phase === "mail") return words.message ? "message" : "ours";
  if (kind === "message") return "message";
  if (status?.startsWith("5.7.")) return policy(status, code, phase, words);
  if (kind === "dead") return addressGone(words);
  if (status === "5.2.2") return "temporary";
  return byWords(status, code, words);
}

/**
 * Many servers write 5.7.1 before whatever they refuse. Only where the code speaks of the mailbox and the words say
 * nothing but that there is none is it believed; an authentication failure (5.7.26) never is.
 */
function policy(status: string, code: number | undefined, phase: Phase | undefined, words: Words): Verdict {
  const plainlyGone = words.dead && !words.ours && !words.message && !words.full;
  const ofMailbox =
    phase !== "data" && /^5\.7\.[01]$/.test(status) && (code === 550 || code === 551 || code === 553);
  if (plainlyGone && ofMailbox && !words.refused && !words.passing) return "dead";
  if (words.full || plainlyGone) return "temporary";
  return words.message && !words.ours ? "message" : "ours";
}

function addressGone(words: Words): Verdict {
  if (words.dead) return "dead";
  if (words.full || words.passing) return "temporary";
  if (words.message) return "message";
  return words.ours && !words.weak && !words.refused ? "ours" : "dead";
}

function byWords(status: string | undefined, code: number | undefined, words: Words): Verdict | "unclear" {
  const kind = status ? statusClass(status) : "open";
  const permanent = status?.startsWith("5") === true || (code !== undefined && code >= 500);
  if (words.full) return "temporary";
  // What is said of us or the message counts against nobody, so it goes first where both are said.
  if (words.message) return "message";
  if (words.ours || kind === "ours") return "ours";
  if (words.dead) return words.refused || (words.passing && !permanent) ? "temporary" : "dead";
  if (words.passing) return "temporary";
  if (kind === "temporary") return kind;
  if (words.weak && permanent && !words.refused) return "dead";
  if (words.refused) return "ours";
  return "unclear";
}
