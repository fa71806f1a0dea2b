import { addressesIn, isRole } from "../addresses";
import type { Anatomy } from "../anatomy";
import { decodeWords } from "../decode";
import { type Fields, field } from "../fields";
import { type Judgement, judge } from "../judge";
import { pattern } from "../phrases/pattern";
import { plain } from "../phrases/plain";
import type { Action, Finding } from "../verdict";
import { type Reported, reportedRecipients } from "./recipients";

const OWN = [
  "to",
  "cc",
  "delivered-to",
  "x-original-to",
  "envelope-to",
  "return-path",
  "from",
  "sender",
  "reply-to",
];
const REPLY = /(?:^|[\s<"'([=:])[45][0-5]\d[ -]|#[45]\.\d{1,3}\.\d{1,3}|error code|reason:/i;
const STILL_TRYING = pattern([
  "delayed|delay\\)|not yet been delivered|has been postponed|will (?:continue|be retried|retry|keep)|still being retried|attempts will continue|warning (?:message )?only|delivery incomplete|attempts will|do not need to resend",
]);
/** Reports of success, which some servers also write for people. */
const ARRIVED = pattern([
  "success(?:fully|ful mail) (?:deliver|relay)|(?:has been|was) (?:successfully )?delivered to|successful(?:ly)? …deliver|delivery to these recipients or groups is complete|no delivery notification was sent",
]);

/** Reads a delivery report that is written for people: whom it is about and why, recipient by recipient. */
export function readNotice(anatomy: Anatomy): Finding[] {
  const subject = decodeWords(field(anatomy.fields, "subject"));
  const action: Action =
    STILL_TRYING.test(plain(`${subject}\n${anatomy.notice}`)) && !/permanent|given up/i.test(anatomy.notice)
      ? "delayed"
      : "failed";
  const arrived = action === "failed" && ARRIVED.test(plain(`${subject}\n${anatomy.notice}`));
  return whom(anatomy, subject).map(({ recipient, words }) => {
    const judged = hear([words, anatomy.notice, subject]);
    if (arrived && (judged.verdict === "unclear" || judged.verdict === "none"))
      return { recipient, verdict: "none", action: "delivered" };
    const verdict =
      action === "delayed" || judged.verdict === "unclear" || judged.verdict === "none"
        ? "temporary"
        : judged.verdict;
    const diagnostic = excerpt(words || anatomy.notice);
    return {
      recipient,
      verdict,
      action,
      ...(judged.status && { status: judged.status }),
      ...(diagnostic && { diagnostic }),
    };
  });
}

/** Judges the first wording that tells: a server's reply before the words around it, the nearest before the rest. */
export function hear(texts: readonly string[]): Judgement {
  const tries = texts
    .filter((text) => text.trim())
    .flatMap((text) => (REPLY.test(text) ? [excerpt(text), text] : [text]));
  let last: Judgement = { verdict: "unclear" };
  for (const text of tries) {
    last = judge({ text });
    if (last.verdict !== "unclear") return last;
  }
  return last;
}

function whom({ fields, notice, returned }: Anatomy, subject: string): Reported[] {
  const own = new Set(
    OWN.flatMap((name) => (fields.get(name) ?? []).flatMap((value) => addressesIn(value))).map((a) =>
      a.toLowerCase(),
    ),
  );
  const failed = addressesIn((fields.get("x-failed-recipients") ?? []).join(", "));
  const read = local(fields, notice) ?? reportedRecipients(notice, own);
  if (failed.length > 0) {
    return failed.map(
      (recipient) =>
        read.find((known) => known.recipient.toLowerCase() === recipient.toLowerCase()) ?? {
          recipient,
          words: "",
        },
    );
  }
  if (read.length > 0) return read;
  const named = addressesIn(subject).filter((address) => !own.has(address.toLowerCase()));
  if (named.length === 1) return named.map((recipient) => ({ recipient, words: "" }));
  return addressed(returned);
}

/** AOL lists screen names only; they live at the domain that reports them. */
function local(fields: Fields, notice: string): Reported[] | undefined {
  const domain = /@(aol\.[a-z.]{2,6})\b/i.exec(field(fields, "from"))?.[1];
  const names = domain
    ? Array.from(notice.matchAll(/^\t([a-z0-9._-]{2,40})\s*$/gim), (match) => match[1] ?? "")
    : [];
  return names.length > 0
    ? names.map((name) => ({ recipient: `${name}@${domain?.toLowerCase()}`, words: "" }))
    : undefined;
}

/** Last resort: whom the returned mail's own header says we wrote to, when that is one address. */
function addressed(returned: Fields): Reported[] {
  const found = addressesIn(field(returned, "to"), 2).filter((address) => !isRole(address));
  return found.length === 1 ? found.map((recipient) => ({ recipient, words: "" })) : [];
}

/** The server's reply as quoted in a notice, up to the end of its paragraph; else the notice's opening words. */
function excerpt(text: string): string {
  const start = text.slice(0, 8_000);
  const at = REPLY.exec(start)?.index ?? -1;
  if (at < 0) return flat(start).slice(0, 300);
  // A code in brackets stands behind its words, any other one before them.
  const behind = /^\s?[#[(]/.test(start.slice(at, at + 2));
  const [paragraph = ""] = start.slice(at + 1).split(/\n[ \t]*\r?\n/, 1);
  return flat(`${behind ? start.slice(Math.max(0, at - 160), at) : ""}${start[at]}${paragraph}`).slice(
    0,
    500,
  );
}

function flat(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
