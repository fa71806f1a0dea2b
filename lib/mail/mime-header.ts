import type { Mailbox } from "./senders";

const WIDTH = 76;
/** Octets of text in one encoded word: base64 of 42 is 56, which with its frame stays under 75 letters. */
const WORD_OCTETS = 42;

/** Controls, line breaks and the marks that turn text around are no part of a name or a subject. */
function cleaned(text: string): string {
  return text
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .toWellFormed()
    .normalize("NFC");
}

function encodedWords(text: string): string[] {
  const words: string[] = [];
  let word = "";
  for (const character of text) {
    if (Buffer.byteLength(word + character) > WORD_OCTETS) {
      words.push(word);
      word = "";
    }
    word += character;
  }
  return [...words, word].map((part) => `=?UTF-8?B?${Buffer.from(part).toString("base64")}?=`);
}

/** Unstructured text for a header: as it is in ASCII, else as encoded words (RFC 2047). */
export function headerText(text: string): string {
  const clean = cleaned(text);
  return /^[ -~]*$/.test(clean) && !clean.includes("=?") ? clean : encodedWords(clean).join(" ");
}

/** A name for an address header: bare, quoted or encoded as its letters ask for. */
export function headerPhrase(name: string): string {
  const clean = cleaned(name);
  if (/^[A-Za-z0-9 !#$%&'*+/=?^_`{|}~-]*$/.test(clean) && !clean.includes("=?")) return clean;
  if (/^[ -~]*$/.test(clean) && !clean.includes("=?")) return `"${clean.replace(/["\\]/g, "\\$&")}"`;
  return encodedWords(clean).join(" ");
}

/** An address with its name, as From, To and Reply-To have it. */
export function headerMailbox({ name, address }: Mailbox): string {
  const phrase = headerPhrase(name);
  return phrase ? `${phrase} <${address}>` : address;
}

/** One header field, folded at its spaces, with its line end. Throws on a line break in the value: such a value was never cleaned. */
export function headerField(name: string, value: string): string {
  if (/[\r\n\0]/.test(value)) throw new Error(`the value of ${name} has a line break in it`);
  let out = `${name}:`;
  let column = out.length;
  for (const word of value.split(" ").filter(Boolean)) {
    const folds = column + 1 + word.length > WIDTH && column > name.length + 1;
    out += folds ? `\r\n ${word}` : ` ${word}`;
    column = folds ? 1 + word.length : column + 1 + word.length;
  }
  return `${out}\r\n`;
}

/** The moment as a Date header has it. */
export function headerDate(moment: Date): string {
  return moment.toUTCString().replace("GMT", "+0000");
}
