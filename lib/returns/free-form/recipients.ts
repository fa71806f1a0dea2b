import { addressesIn, isRole, narrow } from "../addresses";

/** An address a notice reports about, and the words that stand with it. */
export type Reported = { readonly recipient: string; readonly words: string };

const LINES = 600;
const OPENS =
  /^[\s>*•|–-]{0,40}["'(<[]{0,3}(?:smtp:|rfc822;|mailto:|to:)?\s?([^\s<>()[\]"',;:|]{1,64}@[^\s<>()[\]"',;:|=]{2,255})["')>\]]{0,3}(?=$|[\s:;,(<[\]])/i;
const NAMED = /^[\s>*•-]{0,40}"[^"]{1,80}"\s{1,4}<([^\s<>]{1,64}@[^\s<>]{2,255})>/;
const LABELLED =
  /^[^\p{L}]{0,20}([\p{L}\p{N}][^:@\n]{1,60}?)\s{0,4}[:=]\s{0,8}[<"'[(]{0,3}(?:smtp:|rfc822;|mailto:)?([^\s<>()[\]"',;:|]{1,64}@[^\s<>()[\]"',;:|]{2,255})/iu;
const NOT_A_RECIPIENT =
  /^(?:to|an|a|para|till|do|til|cc|aan)$|from|sender|contact|postmaster|reply|question|cc\b|subject|return-path|message-id|received|sent by|reference|support|help|host|server|^x-|^id\b|reporting|in-reply|by$|von|absender|expediteur|remitente|https?|mail from/i;
const SENTENCE =
  /(?:deliver\w{0,4}|undeliverable|message|mail|sent|send|reach(?:ed)?|addressed|recipient|user|mailbox|account|address|rcpt to:?|smtp=|for|to)[^@\n]{0,60}?[\s<"'(:=[]([^\s<>()[\]"',;:|=]{1,64}@[^\s<>()[\]"',;:|]{2,255})/gi;
const ASIDE =
  /(?:generated|expanded) from|sent by\s*$|message from|mail from|please (?:contact|send|reply|e-?mail)|contact(?:ing)?|for (?:further )?(?:assistance|help|reset)|report errors|questions|sender/i;

/**
 * Finds whom a notice is about: addresses that open a line or follow a label, else those in a sentence about
 * delivery, else the only one there is. Addresses in `own` (the report's own header) are never meant.
 */
export function reportedRecipients(notice: string, own: ReadonlySet<string>): Reported[] {
  const lines = narrow(notice)
    .replace(/\r/g, "")
    .split("\n", LINES)
    .map((line) => line.slice(0, 400));
  const wanted = (address: string) => !own.has(address.toLowerCase()) && !isRole(address);
  const listed = lines.flatMap((line, index) => {
    const address = listedAddress(line, lines[index - 1] ?? "");
    return address && wanted(address) ? [{ address, index }] : [];
  });
  if (listed.length > 0) return segments(listed, lines);
  for (const line of lines) {
    const told = toldIn(line).filter(wanted);
    // The first sentence that tells is enough: later ones may name helpers and namesakes.
    if (told.length > 0) return unique(told).map((recipient) => ({ recipient, words: "" }));
  }
  const left = addressesIn(notice.slice(0, 20_000)).filter(wanted);
  return left.length === 1 ? left.map((recipient) => ({ recipient, words: "" })) : [];
}

function toldIn(line: string): string[] {
  if (/^\s*>>>\s*mail/i.test(line)) return [];
  return Array.from(line.matchAll(SENTENCE))
    .filter((match) => !ASIDE.test(line.slice(0, match.index + match[0].length)))
    .flatMap((match) => addressesIn(match[1] ?? "", 1));
}

function listedAddress(line: string, before: string): string | undefined {
  if (!line.includes("@") || ASIDE.test(before)) return undefined;
  const opening = NAMED.exec(line)?.[1] ?? OPENS.exec(line)?.[1];
  if (opening) return addressesIn(opening, 1)[0];
  const [, label = "", address] = LABELLED.exec(line) ?? [];
  return address && !NOT_A_RECIPIENT.test(label) && !ASIDE.test(label)
    ? addressesIn(address, 1)[0]
    : undefined;
}

const EXPANDED = /\(expanded from:\s{0,5}<?([^\s<>()]{1,64}@[^\s<>()]{1,255}?)>?\)/i;

/** sendmail names the address that it was sent to beneath the one that it became. */
function segments(
  listed: readonly { address: string; index: number }[],
  lines: readonly string[],
): Reported[] {
  const found = new Map<string, Reported>();
  listed.forEach(({ address, index }, position) => {
    const words = lines.slice(index, listed[position + 1]?.index ?? index + 40).join("\n");
    const known = found.get(address.toLowerCase());
    found.set(address.toLowerCase(), {
      recipient: known?.recipient ?? address,
      words: `${known?.words ?? ""}\n${words}`,
    });
  });
  for (const { words } of [...found.values()]) {
    const alias = addressesIn(EXPANDED.exec(words)?.[1] ?? "", 1)[0];
    if (alias && !found.has(alias.toLowerCase())) found.set(alias.toLowerCase(), { recipient: alias, words });
  }
  return [...found.values()].slice(0, 200);
}

function unique(addresses: readonly string[]): string[] {
  return [...new Map(addresses.map((address) => [address.toLowerCase(), address])).values()];
}
