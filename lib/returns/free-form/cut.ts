const MARKS =
  /^[^\p{L}\n]{0,60}(?:below (?:this|the next) line is a copy|this is a copy of (?:the|your) message|(?:a )?copy of (?:the|your)( original)? message|here is a copy of|(?:the )?(?:header of the )?original (?:e-?mail )?(?:message|mail|text)?[ -]?(?:headers?)?(?: as received is as)?\s{0,3}(?:follows|is following|attached|below|-{2,}|\()|original message(?: headers?)?\s{0,3}:?\s*$|original message\b.{0,40}(?:follow|below)|start of returned message|returned (?:mail|message)\b.{0,20}-|returned mail follows|returned message\s*$|unsent message (?:follows|below)|message (?:header|headers|text|body)s?(?: of the| for)?.{0,20}follow|header of the source mail|(?:the )?(?:first|header and top) \d{1,4} lines|message headers? follow|a summary of the undelivered message|attachment is a copy|included is a copy|your message reads|message copied below|non-delivered information|mensaje original|mensagem original|message d'origine|en-t[eê]tes? de message|ursprüngliche nachricht|original-?nachricht|kopie der nachricht|oorspronkelijke bericht|messaggio originale|oryginalna wiadomo|исходное сообщение|元のメッセージ|原始邮件|original mail info)/imu;

const HEADER_LINE =
  /^(?:>\s?)?(?:received|return-path|dkim-signature|domainkey-signature|message-id|mime-version|x-[a-z-]{2,40}|from|to|date|subject|content-type|delivered-to|sender|list-[a-z]+|arc-[a-z-]+|reply-to):\s/i;
const SURE = /^(?:>\s?)?(?:received|return-path|dkim-signature|message-id|arc-[a-z-]+):\s/i;

/** Separates what the reporter says from the mail it quotes, by a marker line or by the look of a header. */
export function cutReturned(text: string): { notice: string; tail: string } {
  const mark = MARKS.exec(text);
  const header = headerStart(text);
  const at = Math.min(mark && hasWords(text.slice(0, mark.index)) ? mark.index : text.length, header);
  return { notice: text.slice(0, at), tail: tailFrom(text, at, header) };
}

function tailFrom(text: string, at: number, header: number): string {
  if (header < text.length) return text.slice(header).replace(/^>[ \t]?/gm, "");
  const lines = text.slice(at).split("\n");
  const first = lines.findIndex((line) => HEADER_LINE.test(line));
  return first < 0 ? "" : lines.slice(first).join("\n");
}

function hasWords(text: string): boolean {
  return /\p{L}{2}/u.test(text);
}

/** Two header lines together, one of a kind that no notice writes by itself, open the returned mail. */
function headerStart(text: string): number {
  let at = 0;
  let run = 0;
  let start = 0;
  let sure = false;
  for (const line of text.split("\n", 2_000)) {
    if (HEADER_LINE.test(line)) {
      if (run === 0) start = at;
      run += 1;
      sure ||= SURE.test(line);
      if (run >= 2 && sure && hasWords(text.slice(0, start))) return start;
    } else if (!/^[ \t]\S/.test(line) || run === 0) {
      run = 0;
      sure = false;
    }
    at += line.length + 1;
  }
  return text.length;
}
