import { addressesIn, isRole } from "../addresses";
import type { Anatomy } from "../anatomy";
import { decodeWords } from "../decode";
import { field } from "../fields";
import { NOTICE_SUBJECTS, NOTICE_WORDS } from "../phrases/notice";
import { pattern } from "../phrases/pattern";
import { plain } from "../phrases/plain";

const SUBJECTS = pattern(NOTICE_SUBJECTS);
const WORDS = pattern(NOTICE_WORDS);
/** A refusal with its enhanced status says enough in any language. */
const CODED = /(?:^|[\s:"'(])5\d\d[ -]#?5\.\d{1,3}\.\d{1,3}\b|#5\.\d{1,3}\.\d{1,3}\b/;
const DAEMON =
  /mailer[-_ ]?daemon|post-?master|mdaemon|mail[-_ .]?(?:delivery|administrator|daemon|system|service)|delivery[-_ .]?(?:sub)?system|system administrator|\bimss\b|\blsmtp\b/i;

/** Says whether a mail without machine-readable parts is a delivery report all the same. */
export function isNotice({ fields, notice }: Anatomy): boolean {
  if (field(fields, "x-failed-recipients")) return true;
  const spoken = WORDS.test(plain(notice)) || (fromSystem(fields) && CODED.test(notice.slice(0, 8_000)));
  if (fromSystem(fields)) return spoken || SUBJECTS.test(subject(fields));
  if (fields.size === 0) return spoken;
  return spoken && SUBJECTS.test(subject(fields)) && !field(fields, "in-reply-to");
}

/**
 * Says whether a notice may end a subscription: a system wrote it, or nobody can answer it. A person who
 * writes that something was undeliverable never can.
 */
export function isTrusted({ fields }: Anatomy): boolean {
  if (fields.size === 0 || fromSystem(fields) || fields.has("x-failed-recipients")) return true;
  if (/^multipart\/report\b/i.test(field(fields, "content-type"))) return true;
  const path = fields.get("return-path")?.[0];
  return path !== undefined && /^<\s*>/.test(path);
}

/** Says whether a mail comes from a mail system: an empty sender, or a name only such systems use. */
export function fromSystem(fields: Anatomy["fields"]): boolean {
  const from = decodeWords(field(fields, "from"));
  if (fields.has("from") && (/^[^@]*<\s*>\s*$/.test(from) || from === "")) return true;
  return DAEMON.test(from) || addressesIn(from, 1).some(isRole);
}

function subject(fields: Anatomy["fields"]): string {
  return plain(decodeWords(field(fields, "subject")));
}
