const WIDTH = 75;
const SOFT_BREAK = "=\r\n";

function hex(byte: number): string {
  return `=${byte.toString(16).toUpperCase().padStart(2, "0")}`;
}

/** Whether a byte may stand for itself; a space only between two other letters, so that no relay can change it. */
function isPlain(byte: number, before: number | undefined, next: number | undefined): boolean {
  if (byte === 0x20) return before !== 0x20 && next !== undefined && next !== 0x0a && next !== 0x0d;
  return byte > 0x20 && byte < 0x7f && byte !== 0x3d;
}

/**
 * Text as quoted-printable (RFC 2045 §6.7) in lines of at most 76 octets. A dot that begins a line is encoded, and
 * no two spaces stand side by side: neither SMTP nor DKIM's relaxed form then has anything left to change.
 */
export function quotedPrintable(text: string): string {
  const bytes = Buffer.from(text.replace(/\r\n?|\n/g, "\n").normalize("NFC"));
  let out = "";
  let column = 0;
  for (const [place, byte] of bytes.entries()) {
    if (byte === 0x0a) {
      out += "\r\n";
      column = 0;
      continue;
    }
    const plain = isPlain(byte, bytes[place - 1], bytes[place + 1]);
    const width = plain ? 1 : 3;
    if (column + width > WIDTH) {
      out += SOFT_BREAK;
      column = 0;
    }
    out += plain && !(byte === 0x2e && column === 0) ? String.fromCharCode(byte) : hex(byte);
    column += column === 0 && byte === 0x2e ? 3 : width;
  }
  return out;
}

/** A piece of a body that stands on lines of its own, softly broken off before what follows. */
export function quotedPrintablePiece(text: string): string {
  return text === "" ? "" : `${quotedPrintable(text)}${SOFT_BREAK}`;
}
