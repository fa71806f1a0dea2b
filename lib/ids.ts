import { randomBytes } from "node:crypto";

/** Digits and lower-case letters without i, l, o and u: survives wrapping, reading aloud and case folding. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

export const ID_LENGTH = 16;

/** Bytes in base32, five bits a letter, the last one padded with zeros. */
export function base32(bytes: Uint8Array): string {
  let text = "";
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(value >>> bits) & 31];
    }
  }
  return bits > 0 ? text + ALPHABET[(value << (5 - bits)) & 31] : text;
}

const ID_BYTES = 10;
let pool = Buffer.alloc(0);

/** A new random name for a row: 16 letters and digits, 80 bits. */
export function newId(): string {
  // Asking for random bytes costs far more than the bytes: an import needs a million names.
  if (pool.length < ID_BYTES) pool = randomBytes(100 * ID_BYTES);
  const bytes = pool.subarray(0, ID_BYTES);
  pool = pool.subarray(ID_BYTES);
  return base32(bytes);
}
