/** A header, status or answer without what differs between programs: case, accents, spaces and punctuation. */
export function plain(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

const NOTHING = new Set([
  "",
  "null",
  "none",
  "n",
  "na",
  "nan",
  "undefined",
  "never",
  "00000000",
  "00000000000000",
]);
const YES = new Set(["true", "yes", "y", "1", "t", "on", "ja", "oui", "si"]);
const NO = new Set(["false", "no", "0", "f", "off", "nein", "non"]);

/** The moments that programs write where they have none: of zeros, the beginning of years, of Unix. */
const NO_MOMENT = /^(0000-00-00|0001-01-01|1970-01-01[T ]00:00:00)/;

/** Whether a cell says nothing at all: empty, a dash, NULL, or a date that stands for none. */
export function isBlank(text: string): boolean {
  if (text === "" || NO_MOMENT.test(text)) return true;
  // A single "n" is a no, except where databases write \N for nothing.
  return plain(text) !== "n" ? NOTHING.has(plain(text)) : text.includes("\\");
}

/** Reads yes or no in the ways that programs write it; undefined for anything else. */
export function yesOrNo(text: string): boolean | undefined {
  const word = plain(text);
  if (YES.has(word)) return true;
  return NO.has(word) || word === "n" ? false : undefined;
}
