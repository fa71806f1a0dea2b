import { isAscii, isUtf8 } from "node:buffer";

const NEWLINE = 0x0a;
/** A line is looked at in parts of this size at most. */
const MAX_PART = 1024 ** 2;

/** A file that cannot be read as text with any certainty; the message says why and what to do. */
export class NotText extends Error {}

/**
 * Finds out whether a file without a mark is UTF-8, by its lines: a file in an old encoding has none with accents that
 * happen to be UTF-8, and one of UTF-8 with a broken line among many good ones is neither.
 */
export class LineEncodings {
  #rest: Buffer = Buffer.alloc(0);
  #line = 1;
  #firstBroken = 0;
  #broken = 0;
  #good = 0;

  push(chunk: Buffer): void {
    const end = chunk.lastIndexOf(NEWLINE) + 1;
    const tooLong = this.#rest.length + chunk.length > MAX_PART;
    if (end === 0 && !tooLong) {
      this.#rest = Buffer.concat([this.#rest, chunk]);
      return;
    }
    const cut = end || chunk.length;
    this.#look(Buffer.concat([this.#rest, chunk.subarray(0, cut)]));
    this.#rest = Buffer.from(chunk.subarray(cut));
  }

  /** The name of the encoding. Throws `NotText` for a file that is UTF-8 in most of its lines with accents, yet not in all. */
  verdict(): "utf-8" | "windows-1252" {
    this.#look(this.#rest);
    this.#rest = Buffer.alloc(0);
    if (this.#broken === 0) return "utf-8";
    if (this.#good <= this.#broken) return "windows-1252";
    throw new NotText(
      `It is UTF-8 but for line ${this.#firstBroken}${this.#broken > 1 ? ` and ${this.#broken - 1} more` : ""}; mend that, or say how to read it with --encoding.`,
    );
  }

  #look(part: Buffer): void {
    if (isAscii(part)) {
      this.#line += newlines(part);
      return;
    }
    for (let at = 0; at < part.length; this.#line++) {
      const newline = part.indexOf(NEWLINE, at);
      const end = newline === -1 ? part.length : newline;
      const line = part.subarray(at, end);
      if (!isAscii(line)) this.#count(isUtf8(line));
      at = end + 1;
      if (newline === -1) break;
    }
  }

  #count(isGood: boolean): void {
    if (isGood) this.#good++;
    else {
      this.#firstBroken ||= this.#line;
      this.#broken++;
    }
  }
}

function newlines(part: Buffer): number {
  let count = 0;
  for (let at = part.indexOf(NEWLINE); at !== -1; at = part.indexOf(NEWLINE, at + 1)) count++;
  return count;
}
