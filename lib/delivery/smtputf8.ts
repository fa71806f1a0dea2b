import type { HandOver } from "../mail/hand-over";

/** Whether an address has letters that SMTP carries only where the server offers SMTPUTF8 (RFC 6531). */
export function needsSmtpUtf8(address: string): boolean {
  return /[^ -~]/.test(address);
}

/** What becomes of such an address at any other server. */
export const NOT_OFFERED: HandOver = {
  state: "skipped",
  reply: "letters of its address need SMTPUTF8, which the mail server does not offer",
};

/** An address as a request for delivery reports names it, in letters of ASCII whatever its own are (RFC 3461, RFC 6533). */
export function originalRecipient(address: string): string {
  if (!needsSmtpUtf8(address)) return `rfc822;${address}`;
  const letters = address.replace(/[^ -~]|[\\+=]/gu, (letter) => {
    return `\\x{${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
  });
  return `utf-8;${letters}`;
}
