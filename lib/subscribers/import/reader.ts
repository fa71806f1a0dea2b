import { type AddressProblem, addressOf } from "../address";
import { rearmed } from "../csv";
import type { Columns, Field } from "./columns";
import { momentOf } from "./moments";
import type { CsvRecord } from "./records";
import { type Said, type Standing, saidBy, strongest } from "./states";
import { isBlank, yesOrNo } from "./words";

const ADDRESS_REFUSED: Record<AddressProblem, string> = {
  empty: "has no address",
  "not-an-address": "the address is not one",
  "too-long": "the address is longer than mail can carry",
  "unknown-domain": "the part of the address after the @ is not a domain",
  "not-carried": "the address has letters before the @ that our mail cannot carry",
  quoted: "the address has quotation marks or brackets, which our mail cannot carry",
};
/** What the database takes for a name. */
const MAX_LENGTH = 200;

/** A line of a file that names somebody, understood. */
export type ReaderRow = {
  line: number;
  email: string;
  emailKey: string;
  name: string | null;
  standing: Standing;
  signedUpAt: Date | null;
  optedInAt: Date | null;
  confirmedAt: Date | null;
  goneAt: Date | null;
  client: string | null;
  source: string | null;
  consentVersion: string | null;
  topics: string | null;
};
export type Refused = { line: number; reason: string };

class Unreadable extends Error {}

/** Reads one record; where something in it cannot be understood the whole line is refused, with the reason. */
export function readerOf({ line, cells }: CsvRecord, columns: Columns): ReaderRow | Refused {
  const text = (field: Field) => {
    const index = columns.at[field];
    const cell = index === undefined ? "" : (cells[index] ?? "");
    return columns.own ? rearmed(cell) : cell.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, "");
  };
  const address = addressOf(text("email"));
  if (!address.ok) return { line, reason: ADDRESS_REFUSED[address.problem] };
  try {
    if (saysStates(columns)) checkWidth(cells, columns);
    const { standing, goneAt } = standingOf(text, columns);
    return {
      line,
      email: address.email,
      emailKey: address.emailKey,
      name: nameOf(text, columns),
      standing,
      goneAt,
      signedUpAt: moment(text("signedUpAt"), columns.own) ?? null,
      optedInAt: moment(text("optedInAt"), false) ?? null,
      confirmedAt: moment(text("confirmed"), columns.own) ?? null,
      client: oneLine(text("client"), "the client address"),
      // Our own words, in our own files alone.
      source: text("source") || null,
      consentVersion: text("consentVersion") || null,
      topics: text("topics") || null,
    };
  } catch (error) {
    if (error instanceof Unreadable) return { line, reason: error.message };
    throw error;
  }
}

function saysStates({ at }: Columns): boolean {
  return [at.status, at.subscribed, at.confirmed, at.unsubscribed, at.bounced, at.complained].some(
    (index) => index !== undefined,
  );
}

/** A comma that nobody quoted shifts the cells behind it; then a state could be read off the wrong cell. */
function checkWidth(cells: string[], { width }: Columns): void {
  if (cells.length < width) throw new Unreadable(`has ${cells.length} cells where the header has ${width}`);
  if (cells.slice(width).some((cell) => cell.trim() !== "")) {
    throw new Unreadable(`has ${cells.length} cells where the header has ${width}; is a comma not quoted?`);
  }
}

function standingOf(
  text: (field: Field) => string,
  columns: Columns,
): { standing: Standing; goneAt: Date | null } {
  const said: Said[] = columns.everybody ? [columns.everybody] : [];
  const word = text("status");
  if (!isBlank(word)) {
    const meant = saidBy(word);
    if (!meant) throw new Unreadable(`the status "${word.slice(0, 40)}" is not a word known here`);
    said.push(meant);
  }
  const subscribed = answer(text("subscribed"));
  if (subscribed.yes === false) said.push("UNSUBSCRIBED");
  const confirmed = answer(text("confirmed"));
  if (confirmed.yes === false) said.push("PENDING");
  const unsubscribed = answer(text("unsubscribed"));
  const own = columns.own;
  if (unsubscribed.yes && !own) said.push("UNSUBSCRIBED");
  const bounced = answer(text("bounced"));
  if (bounced.yes) said.push("BOUNCED");
  const complained = answer(text("complained"));
  if (complained.yes) said.push("COMPLAINED");
  if (answer(text("deleted")).yes) throw new Unreadable("is marked as deleted in the program it comes from");
  const standing = strongest(said) ?? "ACTIVE";
  if (standing === "elsewhere")
    throw new Unreadable(`was not a reader there either (status "${word.slice(0, 40)}")`);
  const goneAt = {
    PENDING: null,
    ACTIVE: null,
    UNSUBSCRIBED: unsubscribed,
    BOUNCED: bounced,
    COMPLAINED: complained,
  };
  return { standing, goneAt: goneAt[standing]?.at ?? unsubscribed.at ?? null };
}

const NO_ANSWER = {};
/** Longer cells than a yes or no in any language are dates, if anything. */
const LONGEST_WORD = 7;

/** A cell that is yes, no, a date (which is a yes with its time) or nothing. */
function answer(cell: string): { yes?: boolean; at?: Date } {
  if (cell === "") return NO_ANSWER;
  const early = cell.length > LONGEST_WORD ? momentOf(cell) : undefined;
  if (early) return { yes: true, at: early };
  const word = yesOrNo(cell);
  if (word !== undefined) return { yes: word };
  if (isBlank(cell)) return {};
  const at = momentOf(cell);
  if (!at) throw new Unreadable(`"${cell.slice(0, 40)}" is neither a date nor yes or no`);
  return { yes: true, at };
}

/** A date that only proves something; one that cannot be read is left out, except in our own files. */
function moment(cell: string, strict: boolean): Date | undefined {
  if (cell === "") return undefined;
  const at = momentOf(cell);
  if (strict && !at && !isBlank(cell)) throw new Unreadable(`"${cell.slice(0, 40)}" is not a date`);
  return at;
}

function nameOf(text: (field: Field) => string, columns: Columns): string | null {
  const parts = columns.own
    ? [text("name")]
    : [text("name") || text("firstName"), text("lastName")].map((part) =>
        part.replace(/^[ \u00a0]+|[ \u00a0]+$/g, ""),
      );
  return oneLine(parts.filter(Boolean).join(" "), "the name", columns.own);
}

/** Text on one line: line breaks and other controls would reach the header of a mail one day. A tab cannot harm. */
function oneLine(text: string, what: string, own = false): string | null {
  if (text === "") return null;
  // What the database holds comes back as it was; the database itself refuses line breaks.
  if (own ? /[\r\n\0]/.test(text) : /[^\P{Cc}\t]|[\u2028\u2029]/u.test(text)) {
    throw new Unreadable(`${what} holds a line break or another control character`);
  }
  if (text.length > MAX_LENGTH) throw new Unreadable(`${what} is longer than ${MAX_LENGTH} characters`);
  return text;
}
