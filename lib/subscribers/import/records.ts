import { Readable } from "node:stream";
import { parse } from "csv-parse";
import { parse as parseNow } from "csv-parse/sync";
import { addressOf } from "../address";
import { type Columns, columnsOf, columnsWithoutHeader } from "./columns";
import { type ImportFile, textOf } from "./file";

export type CsvRecord = { line: number; cells: string[] };
export type Layout = { delimiter: string; columns: Columns; headed: boolean; skip: number };

const DELIMITERS = [",", ";", "\t", "|"];
/** A record longer than this is a quotation mark that nobody closed. */
const MAX_RECORD_CHARACTERS = 64 * 1024;
const SEPARATOR_LINE = /^\uFEFF?sep=(.)\r?\n/i;

const lenient = {
  bom: true,
  relax_column_count: true,
  relax_quotes: true,
  max_record_size: MAX_RECORD_CHARACTERS,
} as const;

/** Finds the delimiter and the columns of a file by its first records; undefined where none holds addresses. */
export function layoutOf(sample: string, delimiter?: string): Layout | undefined {
  const told = SEPARATOR_LINE.exec(sample);
  const skip = told ? told[0].length : 0;
  const candidates = delimiter ? [delimiter] : told?.[1] ? [told[1]] : DELIMITERS;
  const layouts = candidates.flatMap((candidate) => layoutWith(sample.slice(skip), candidate, skip));
  // A header that says more is the better reading: with the wrong delimiter it is one long word.
  return layouts.sort((a, b) => b.columns.width - a.columns.width)[0];
}

function layoutWith(sample: string, delimiter: string, skip: number): Layout[] {
  const first = firstRecord(sample, delimiter);
  if (!first) return [];
  const columns = columnsOf(first);
  if (columns) return [{ delimiter, columns, headed: true, skip }];
  const guessed = columnsWithoutHeader(first, (cell) => addressOf(cell).ok);
  return guessed ? [{ delimiter, columns: guessed, headed: false, skip }] : [];
}

function firstRecord(sample: string, delimiter: string): string[] | undefined {
  const whole = sample.slice(0, sample.lastIndexOf("\n") + 1 || sample.length);
  try {
    return parseNow(whole, { ...lenient, delimiter, to: 1, skip_empty_lines: true })[0];
  } catch {
    return undefined;
  }
}

/** The records of a file below its header with the number of the line each begins on; blank lines are left out. */
export async function* recordsOf(file: ImportFile, layout: Layout): AsyncGenerator<CsvRecord> {
  const parser = parse({ ...lenient, delimiter: layout.delimiter, info: true });
  const source = Readable.from(withoutStart(textOf(file), layout.skip)).on("error", (error) =>
    parser.destroy(error),
  );
  source.pipe(parser);
  let line = layout.skip > 0 ? 2 : 1;
  let header = layout.headed;
  for await (const { record, info } of parser) {
    const begins = line;
    line = info.lines + (layout.skip > 0 ? 1 : 0) + 1;
    if (record.every((cell: string) => cell.trim() === "")) continue;
    if (!header) yield { line: begins, cells: record };
    header = false;
  }
}

async function* withoutStart(texts: AsyncGenerator<string>, skip: number): AsyncGenerator<string> {
  let left = skip;
  for await (const text of texts) {
    if (text.length > left) yield text.slice(left);
    left = Math.max(0, left - text.length);
  }
}
