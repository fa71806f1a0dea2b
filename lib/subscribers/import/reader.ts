import { networkPrefix } from "@/lib/client";
import { type AddressProblem, addressOf } from "../address";
import { type Columns, cellOf, type Field } from "./columns";
import { momentOf } from "./moments";
import type { CsvRecord } from "./record-reader";
import { standingOf, Unreadable, wrongDate } from "./standing";
import type { Standing } from "./states";
import { isBlank } from "./words";

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

/** Reads one record; where something in it cannot be understood the whole line is refused, with the reason. */
export function readerOf({ line, cells }: CsvRecord, columns: Columns): ReaderRow | Refused {
  const address = addressOf(cellOf(cells, columns, "email"));
  if (!address.ok) return { line, reason: ADDRESS_REFUSED[address.problem] };
  try {
    if (columns.saysStates) checkWidth(cells, columns);
    const { standing, goneAt, confirmedAt } = standingOf(cells, columns);
    return {
      line,
      email: address.email,
      emailKey: address.emailKey,
      name: nameOf(cells, columns),
      standing,
      goneAt,
      confirmedAt,
      signedUpAt: momentIn(cells, columns, "signedUpAt"),
      optedInAt: momentIn(cells, columns, "optedInAt"),
      client: networkPrefix(cellOf(cells, columns, "client").trim()) ?? null,
      // Our own words, in our own files alone.
      source: cellOf(cells, columns, "source") || null,
      consentVersion: cellOf(cells, columns, "consentVersion") || null,
      topics: cellOf(cells, columns, "topics") || null,
    };
  } catch (error) {
    if (error instanceof Unreadable) return { line, reason: error.message };
    throw error;
  }
}

/** A comma that nobody quoted shifts the cells behind it; then a state could be read off the wrong cell. */
function checkWidth(cells: string[], { width }: Columns): void {
  if (cells.length < width) throw new Unreadable(`has ${cells.length} cells where the header has ${width}`);
  if (cells.length > width && cells.slice(width).some((cell) => cell.trim() !== "")) {
    throw new Unreadable(`has ${cells.length} cells where the header has ${width}; is a comma not quoted?`);
  }
}

/**
 * A date that proves something. One that cannot be told is left out, except in our own files; one that cannot be
 * true proves nothing, and neither does the line it stands in.
 */
function momentIn(cells: string[], columns: Columns, field: Field): Date | null {
  const cell = cellOf(cells, columns, field);
  if (cell === "") return null;
  const reading = momentOf(cell);
  if (reading instanceof Date && reading.getTime() > 0) return reading;
  if (isBlank(cell)) return null;
  if (reading === "impossible") throw wrongDate(cell);
  if (columns.own) throw new Unreadable(`"${cell.slice(0, 40)}" is not a date`);
  return null;
}

function nameOf(cells: string[], columns: Columns): string | null {
  const first = cellOf(cells, columns, "name");
  if (columns.own) return oneLine(first, "the name", true);
  const whole = trimmed(first || cellOf(cells, columns, "firstName"));
  const last = trimmed(cellOf(cells, columns, "lastName"));
  return oneLine(whole && last ? `${whole} ${last}` : whole || last, "the name", false);
}

function trimmed(text: string): string {
  return text.replace(/^[ \u00a0]+|[ \u00a0]+$/g, "");
}

/** Text on one line: line breaks and other controls would reach the header of a mail one day. A tab cannot harm. */
function oneLine(text: string, what: string, own: boolean): string | null {
  if (text === "") return null;
  // What the database holds comes back as it was; the database itself refuses line breaks.
  if (own ? /[\r\n\0]/.test(text) : /[^\P{Cc}\t]|[\u2028\u2029]/u.test(text)) {
    throw new Unreadable(`${what} holds a line break or another control character`);
  }
  if (!own && text.includes("\uFFFD"))
    throw new Unreadable(
      `${what} holds letters that the file's encoding does not know; give it with --encoding`,
    );
  if (text.length > MAX_LENGTH) throw new Unreadable(`${what} is longer than ${MAX_LENGTH} characters`);
  return text;
}
