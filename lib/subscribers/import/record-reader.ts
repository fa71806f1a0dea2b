/** A record of a file: its cells, and the number of the line it begins on. */
export type CsvRecord = { line: number; cells: string[] };

/** A record longer than this is no reader's; most often it is a quotation mark that nobody closed. */
export const MAX_RECORD_CHARACTERS = 64 * 1024;

/** From this line on a file cannot be cut into records; the message says why. */
export class BrokenFile extends Error {
  constructor(
    readonly line: number,
    why: string,
  ) {
    super(why);
  }
}

/**
 * Cuts the text of a CSV file into records as it comes, the way the world writes them: a cell may be quoted, with
 * marks doubled inside; a mark within a cell is part of it, and so is what follows a closed one. Throws `BrokenFile`.
 */
export class RecordReader {
  readonly #delimiter: string;
  readonly #newline: string;
  #rest = "";
  #line: number;

  constructor(delimiter: string, newline: "\n" | "\r", line: number) {
    this.#delimiter = delimiter;
    this.#newline = newline;
    this.#line = line;
  }

  /** The records that are whole with this piece of text; blank ones are left out. */
  push(piece: string): CsvRecord[] {
    return this.#read(this.#rest + piece, false);
  }

  /** The record that the end of the file makes whole, if there is one. */
  end(): CsvRecord[] {
    return this.#read(this.#rest, true);
  }

  #read(text: string, isEnd: boolean): CsvRecord[] {
    const records: CsvRecord[] = [];
    let at = 0;
    let quote = text.indexOf('"');
    while (at < text.length) {
      if (quote !== -1 && quote < at) quote = text.indexOf('"', at);
      const newline = text.indexOf(this.#newline, at);
      const end = newline === -1 ? text.length : newline;
      const isPlain = quote === -1 || quote > end;
      const found = isPlain
        ? newline === -1 && !isEnd
          ? undefined
          : { cells: this.#plain(text, at, end), end }
        : this.#quoted(text, at, isEnd);
      if (!found) break;
      const line = this.#line;
      if (found.end - at > MAX_RECORD_CHARACTERS) throw this.#tooLong(isPlain);
      this.#line += isPlain ? 1 : newlinesIn(text.slice(at, found.end), this.#newline) + 1;
      at = found.end + 1;
      if (found.cells.some((cell) => cell.trim() !== "")) records.push({ line, cells: found.cells });
    }
    // A slice of its own: the rest must not keep all the text in memory that it comes from.
    this.#rest = text.slice(at);
    if (isEnd && this.#rest !== "") throw this.#neverClosed();
    if (this.#rest.length > MAX_RECORD_CHARACTERS) throw this.#tooLong(!this.#rest.includes('"'));
    return records;
  }

  #plain(text: string, at: number, end: number): string[] {
    const whole = text.slice(at, text.endsWith("\r", end) && end > at ? end - 1 : end);
    return whole.split(this.#delimiter);
  }

  /** A record with quotation marks in it; undefined where its end has not come yet. */
  #quoted(text: string, start: number, isEnd: boolean): { cells: string[]; end: number } | undefined {
    const cells: string[] = [];
    for (let at = start; ; ) {
      const cell = this.#cell(text, at);
      if (!cell || (cell.end === text.length && !isEnd)) return undefined;
      cells.push(cell.value);
      if (cell.end === text.length || text[cell.end] === this.#newline) return { cells, end: cell.end };
      at = cell.end + 1;
    }
  }

  /** One cell from `start` on and where it ends; undefined where its quotation mark is still open. */
  #cell(text: string, start: number): { value: string; end: number } | undefined {
    let at = start;
    while (text[at] === " " && this.#delimiter !== " ") at++;
    let value = "";
    if (text[at] !== '"') at = start;
    else {
      for (at++; ; ) {
        const mark = text.indexOf('"', at);
        if (mark === -1) return undefined;
        value += text.slice(at, mark);
        at = mark + 1;
        if (text[at] !== '"') break;
        value += '"';
        at++;
      }
    }
    const newline = text.indexOf(this.#newline, at);
    const left = text.slice(at, newline === -1 ? text.length : newline);
    const width = left.indexOf(this.#delimiter);
    if (width !== -1) return { value: value + left.slice(0, width), end: at + width };
    return { value: value + left.replace(/\r$/, ""), end: at + left.length };
  }

  #neverClosed(): BrokenFile {
    return new BrokenFile(this.#line, "a quotation mark is opened there and never closed");
  }

  #tooLong(isPlain: boolean): BrokenFile {
    const long = `it is longer than ${MAX_RECORD_CHARACTERS / 1024} KB`;
    return isPlain
      ? new BrokenFile(this.#line, `${long}, which no line about a reader is`)
      : this.#neverClosed();
  }
}

function newlinesIn(text: string, newline: string): number {
  return text.split(newline).length - 1;
}
