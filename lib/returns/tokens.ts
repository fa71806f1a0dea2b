import type { Anatomy } from "./anatomy";
import type { Fields } from "./fields";
import type { Tokens } from "./verdict";

const LIMIT = 20;
const IN_ADDRESS = /\+([0-9a-z]{20,64})(?=@|=)/gi;
const MESSAGE_ID = /<[^\s<>]{3,200}>/g;
const ANYWHERE = /(?<![0-9a-z])[0-9a-z]{20,64}(?![0-9a-z])/gi;

/** Where the report itself was sent to, the surest place first. */
const ENVELOPE = [
  "x-original-to",
  "delivered-to",
  "envelope-to",
  "x-envelope-to",
  "x-delivered-to",
  "to",
  "cc",
  "return-path",
];
const STATUS_FIELDS = /^(?:original-envelope-id|original-recipient|final-recipient)[ \t]*:(.{0,500})/gim;
const RETURNED = ["return-path", "list-unsubscribe", "message-id", "feedback-id", "references"];

/**
 * Finds candidate tokens in order of precedence and verifies none: whoever applies a verdict checks the MAC.
 * `envelope` is the address the mail transport says the report came in for.
 */
export function findTokens(anatomy: Anatomy, envelope = ""): Tokens {
  const { fields, deliveryStatus, returned } = anatomy;
  const report = [
    ...matches(IN_ADDRESS, [envelope, ...values(fields, ENVELOPE)]),
    ...matches(
      IN_ADDRESS,
      deliveryStatus.flatMap((text) => Array.from(text.matchAll(STATUS_FIELDS), (m) => m[1] ?? "")),
    ),
    ...matches(ANYWHERE, values(fields, ["subject", "in-reply-to", "references"])),
  ];
  const own = [...returned.keys()].filter((name) =>
    /^x-(?!spam|google|ms-|microsoft|forefront|gm-|received)/.test(name),
  );
  const found = matches(ANYWHERE, values(returned, [...RETURNED, ...own]));
  const messageIds = [...values(returned, ["message-id"]), ...values(fields, ["in-reply-to"])].flatMap(
    (value) => value.match(MESSAGE_ID) ?? [],
  );
  return { report: first(report), returned: first(found), messageIds: first(messageIds) };
}

/** Candidate tokens in free text, for a mailed unsubscribe that carries one in its body. */
export function tokensInText(text: string): string[] {
  return first(matches(ANYWHERE, [text.slice(0, 2_000)]));
}

function values(fields: Fields, names: readonly string[]): string[] {
  return names.flatMap((name) => (fields.get(name) ?? []).slice(0, 10).map((value) => value.slice(0, 2_000)));
}

function matches(pattern: RegExp, texts: readonly string[]): string[] {
  return texts.flatMap((text) =>
    Array.from(text.matchAll(pattern), (match) => (match[1] ?? match[0]).toLowerCase()),
  );
}

function first(tokens: readonly string[]): string[] {
  return [...new Set(tokens)].slice(0, LIMIT);
}
