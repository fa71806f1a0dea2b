const LONGEST = 500;

/** A server's words fit to be kept in any database: one line of whole characters, without controls, and not too long. */
export function keptReply(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .slice(0, LONGEST)
    .toWellFormed();
}
