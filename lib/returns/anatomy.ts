import { partText } from "./decode";
import { type Fields, field, readFields } from "./fields";
import { cutReturned } from "./free-form/cut";
import { type Mail, type Part, readEntity } from "./mime";

/** What the parts of a report are for: words for people, fields for programs, the mail it returns. */
export type Anatomy = {
  readonly fields: Fields;
  /** What the reporter says in words, the returned mail cut off. */
  readonly notice: string;
  readonly deliveryStatus: readonly string[];
  readonly feedback: string | undefined;
  readonly disposition: string | undefined;
  /** The header of the mail that came back, from an attached part or from the tail of the text. */
  readonly returned: Fields;
};

const NOTICE_CHARACTERS = 48 * 1024;
const RETURNED =
  /^message\/(?:rfc822|global)$|^text\/(?:rfc822|global)-headers$|^message\/(?:rfc822|global)-headers$|^message\/partial$/;
const STATUS = /^message\/(?:global-)?delivery-status$/;
const DISPOSITION = /^message\/(?:global-)?disposition-notification$/;

/** Sorts the parts of a mail by what they are for; each part is decoded at most once. */
export function dissect(mail: Mail): Anatomy {
  const words: { type: string; text: string }[] = [];
  const deliveryStatus: string[] = [];
  let feedback: string | undefined;
  let disposition: string | undefined;
  let returned: Fields | undefined;
  let budget = 8;
  for (const part of mail.parts) {
    if (RETURNED.test(part.type)) {
      returned ??= attachedHeader(part);
      continue;
    }
    if (!isText(part.type) || budget === 0) continue;
    budget -= 1;
    const text = partText(part);
    if (STATUS.test(part.type)) deliveryStatus.push(text);
    else if (part.type === "message/feedback-report") feedback ??= text;
    else if (DISPOSITION.test(part.type)) disposition ??= text;
    else if (
      /^feedback-type:/im.test(text.slice(0, 2_000)) &&
      /^version:|^user-agent:/im.test(text.slice(0, 2_000))
    )
      feedback ??= text;
    else if (holdsStatus(text)) deliveryStatus.push(text);
    else if (!returned && !isCopy(part)) words.push({ type: part.type, text });
  }
  const { notice, tail } = cutReturned(chooseWords(words).slice(0, NOTICE_CHARACTERS));
  return {
    fields: mail.fields,
    notice,
    deliveryStatus,
    feedback,
    disposition,
    returned: returned ?? readEntity(tail).fields,
  };
}

function chooseWords(words: readonly { type: string; text: string }[]): string {
  const spoken = words.filter(({ text }) => text.trim() !== "");
  const plain = spoken.filter(({ type }) => type !== "text/html");
  return (plain.length > 0 ? plain : spoken).map(({ text }) => text).join("\n\n");
}

function isText(type: string): boolean {
  return type.startsWith("text/") || type.startsWith("message/") || type === "application/octet-stream";
}

function isCopy(part: Part): boolean {
  const named = `${field(part.fields, "content-description")} ${field(part.fields, "content-disposition")}`;
  return /undelivered|original (?:message|header)|returned|attachment/i.test(named);
}

/** Some servers label the fields text/plain, or send them with no label at all. */
function holdsStatus(text: string): boolean {
  const head = text.slice(0, 8_000);
  return /^final-recipient[ \t]*:/im.test(head) && /^(?:action|status)[ \t]*:/im.test(head);
}

function attachedHeader(part: Part): Fields {
  const encoded = /base64|quoted/i.test(field(part.fields, "content-transfer-encoding"));
  const text = encoded ? partText(part) : part.body.slice(0, 256 * 1024);
  const { fields } = readEntity(text);
  // Some reporters (AOL) put one more, empty, MIME header before the mail itself.
  return fields.has("from") || fields.has("received") ? fields : readFields(text.slice(0, 64 * 1024));
}
