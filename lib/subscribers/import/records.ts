import { addressOf } from "../address";
import { type Columns, columnsOf, columnsWithoutHeader } from "./columns";
import { type ImportFile, textOf } from "./file";
import { BrokenFile, type CsvRecord, RecordReader } from "./record-reader";

export type Layout = {
  delimiter: string;
  newline: "\n" | "\r";
  columns: Columns;
  headed: boolean;
  /** Characters before the first record. */
  skip: number;
};

const DELIMITERS = [",", ";", "\t", "|"];
const SEPARATOR_LINE = /^\uFEFF?sep=(.)\r?\n/i;

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
  // Programs of long ago end a line with a return alone.
  const newline = sample.includes("\r") && !sample.includes("\n") ? "\r" : "\n";
  const first = firstRecord(sample, delimiter, newline);
  if (!first) return [];
  const found = { delimiter, newline, skip } as const;
  const columns = columnsOf(first);
  if (columns) return [{ ...found, columns, headed: true }];
  const guessed = columnsWithoutHeader(first, (cell) => addressOf(cell).ok);
  return guessed ? [{ ...found, columns: guessed, headed: false }] : [];
}

function firstRecord(sample: string, delimiter: string, newline: "\n" | "\r"): string[] | undefined {
  const whole = sample.slice(0, sample.lastIndexOf(newline) + 1 || sample.length);
  const reader = new RecordReader(delimiter, newline, 1);
  try {
    return (reader.push(whole)[0] ?? reader.end()[0])?.cells;
  } catch (error) {
    if (error instanceof BrokenFile) return undefined;
    throw error;
  }
}

/** The records of a file below its header, some at a time; blank lines are left out. Throws `BrokenFile`. */
export async function* recordsOf(file: ImportFile, layout: Layout): AsyncGenerator<CsvRecord[]> {
  const reader = new RecordReader(layout.delimiter, layout.newline, layout.skip > 0 ? 2 : 1);
  let header = layout.headed;
  const belowHeader = (records: CsvRecord[]) => {
    const rest = header ? records.slice(1) : records;
    header &&= records.length === 0;
    return rest;
  };
  let skip = layout.skip;
  for await (const text of textOf(file)) {
    yield belowHeader(reader.push(text.slice(skip)));
    skip = Math.max(0, skip - text.length);
  }
  yield belowHeader(reader.end());
}

/** The records of a file in groups of `size`, without the first `done`, which are dealt with. */
export async function* batchesOf(
  file: ImportFile,
  layout: Layout,
  size: number,
  done: number,
): AsyncGenerator<CsvRecord[]> {
  let waiting: CsvRecord[] = [];
  let skip = done;
  for await (const records of recordsOf(file, layout)) {
    waiting = waiting.concat(records.slice(skip));
    skip = Math.max(0, skip - records.length);
    while (waiting.length >= size) {
      yield waiting.slice(0, size);
      waiting = waiting.slice(size);
    }
  }
  if (waiting.length > 0) yield waiting;
}
