import { addressesIn } from "./addresses";
import type { Anatomy } from "./anatomy";
import { decodeWords } from "./decode";
import { field } from "./fields";
import { COURTESY, LEAVE, LEAVE_REQUESTS, LEAVE_UNSPACED } from "./phrases/leave";
import { pattern } from "./phrases/pattern";
import { plain } from "./phrases/plain";

const { before, after } = COURTESY;
const BARE = new RegExp(`^${before}(?:${pattern(LEAVE).source})${after}(?: ?[:=+ -] ?[0-9a-z]{20,64})?$`);
const REQUEST = new RegExp(`^${before}(?:${pattern(LEAVE_REQUESTS).source})`);
const UNSPACED = new RegExp(`^[^。！？!?]{0,24}(?:${LEAVE_UNSPACED})[^？?]{0,16}$`);
/** Whoever asks how to leave has not asked to leave; "could you …?" has. */
const POLITE = /^(?:(?:hi|hello|dear \S{1,30}),? )?(?:can|could|would|will) you |^pouvez-vous /;
const QUESTION = /方法|教えて|ますか|ですか|怎么|怎樣|如何|어떻게|방법/;
const ADDRESSED =
  /\b(?:unsubscribe|leave|optout|opt-out|remove|signoff|list-unsubscribe)(?:\+[^@\s<>]{0,100})?@/i;
const SHORT = 400;
const LINE = 160;

/**
 * Says whether a person asks by mail to be taken off the list, and who: by the address written to, by the
 * subject, or by the only thing an answer says above what it quotes. Mail that merely mentions it does not count.
 */
export function readLeave({ fields, notice }: Anatomy): string[] | undefined {
  if (["list-id", "list-unsubscribe", "list-post"].some((name) => fields.has(name))) return undefined;
  const to = ["to", "delivered-to", "x-original-to", "envelope-to"]
    .map((name) => field(fields, name))
    .join(" ");
  const subject = tidy(
    decodeWords(field(fields, "subject")).replace(
      /^(?:\s{0,5}(?:re|fwd?|aw|wg|sv|tr|rv|antw)\s{0,3}:)+/i,
      "",
    ),
  );
  if (ADDRESSED.test(to) || asksIn(subject) || asks(notice)) {
    const from = field(fields, "from") || field(fields, "reply-to") || field(fields, "return-path");
    return addressesIn(decodeWords(from), 1);
  }
  return undefined;
}

function asks(notice: string): boolean {
  const own = ownWords(notice);
  if (own.length > SHORT) return false;
  const lines = own.split("\n").map(tidy).filter(Boolean);
  return lines.length <= 8 && lines.slice(0, 3).some(asksIn);
}

function asksIn(line: string): boolean {
  if (line.length > LINE || (line.includes("?") && !POLITE.test(line)) || QUESTION.test(line)) return false;
  return BARE.test(line) || REQUEST.test(line) || UNSPACED.test(line);
}

/** What the writer added: above quotes, signatures and the line that introduces a quote. */
function ownWords(notice: string): string {
  const text = notice.replace(/\r/g, "").slice(0, 20_000);
  const end =
    /^(?:>|--\s?$|_{5,}|-{3,} ?\p{L}|\s{0,4}(?:on|am|le|el|op|il|em|den|dnia) .{4,200}(?:wrote|schrieb|écrit|escribió|schreef|scritto|escreveu|skrev|pisze|napisał)\b.{0,40}:|(?:from|von|de|van|da|od) ?:.{0,200}@|sent from my|gesendet von)/imu.exec(
      text,
    );
  return (end ? text.slice(0, end.index) : text).trim();
}

function tidy(text: string): string {
  return plain(text)
    .replace(/^[\s"'*_.,!<>[\]()-]+|[\s"'*_.,!<>[\]();:-]+$/g, "")
    .trim();
}
