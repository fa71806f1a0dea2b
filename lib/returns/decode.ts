import { field } from "./fields";
import { htmlText } from "./html-text";
import { type Part, parameter } from "./mime";

const CHARACTERS = 128 * 1024;

/** The readable text of a part, its encoding, character set and markup undone; long ones are cut. */
export function partText(part: Part): string {
  const text = bytesText(partBytes(part), parameter(field(part.fields, "content-type"), "charset"));
  return part.type === "text/html" || /^\s{0,200}<(?:!doctype|html)\b/i.test(text) ? htmlText(text) : text;
}

/** Undoes RFC 2047 encoded words in a header field. */
export function decodeWords(value: string): string {
  return unlabelled(value.slice(0, 4_000))
    .replace(/\?=\s{1,20}=\?/g, "?==?")
    .replace(
      /=\?([\w.:-]{1,40})(?:\*[\w-]{0,20})?\?([bq])\?([^?\r\n]{0,1000})\?=/gi,
      (_, charset, kind, word) =>
        bytesText(
          /b/i.test(kind) ? Buffer.from(word, "base64") : quotedPrintable(word.replaceAll("_", " ")),
          charset,
        ),
    );
}

/** Headers may be plain UTF-8 (RFC 6532); fields hold one character a byte. */
function unlabelled(value: string): string {
  if (!/[\u0080-\u00ff]/.test(value)) return value;
  return tryDecode(Buffer.from(value, "latin1"), "utf-8", true) ?? value;
}

function partBytes(part: Part): Buffer {
  const encoding = field(part.fields, "content-transfer-encoding").toLowerCase();
  const body = part.body.slice(0, CHARACTERS);
  if (encoding.startsWith("base64")) return Buffer.from(body, "base64");
  if (encoding.startsWith("quoted-printable")) return quotedPrintable(body);
  return Buffer.from(body, "latin1");
}

function quotedPrintable(text: string): Buffer {
  const plain = text
    .replace(/=[ \t]{0,20}\r?\n/g, "")
    .replace(/=([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(plain, "latin1");
}

function bytesText(bytes: Buffer, charset: string): string {
  const named = charset.toLowerCase();
  const shifted = bytes.subarray(0, 4_096).includes("\x1b$") ? "iso-2022-jp" : "";
  const asked = named && !/^(?:us-)?ascii$|^utf-?8$|^unknown/.test(named) ? named : "";
  return (
    tryDecode(bytes, asked || shifted, false) ??
    tryDecode(bytes, "utf-8", true) ??
    tryDecode(bytes, "windows-1252", false) ??
    bytes.toString("latin1")
  );
}

function tryDecode(bytes: Buffer, charset: string, fatal: boolean): string | undefined {
  if (!charset) return undefined;
  try {
    return new TextDecoder(charset, { fatal }).decode(bytes);
  } catch {
    // An unknown name or, when fatal, bytes that are not this character set: the caller tries the next.
    return undefined;
  }
}
