import { expect, test } from "vitest";
import { BrokenFile, MAX_RECORD_CHARACTERS, RecordReader } from "./record-reader";

/** All records of a text that comes in pieces of some length. */
function recordsIn(text: string, length = text.length, delimiter = ",", newline: "\n" | "\r" = "\n") {
  const reader = new RecordReader(delimiter, newline, 1);
  const pieces = text.match(new RegExp(`[^]{1,${Math.max(length, 1)}}`, "g")) ?? [];
  return [...pieces.flatMap((piece) => reader.push(piece)), ...reader.end()];
}

const ODD =
  'email,name\r\n"a,b","say ""hi"""\r\n\r\nx, "y, z"\r\n"two\r\nlines",6" pipe\r\n"Bob" Smith,"tail\r"\n,\nlast,"end"';
const READ = [
  { line: 1, cells: ["email", "name"] },
  { line: 2, cells: ["a,b", 'say "hi"'] },
  { line: 4, cells: ["x", "y, z"] },
  { line: 5, cells: ["two\r\nlines", '6" pipe'] },
  { line: 7, cells: ["Bob Smith", "tail\r"] },
  { line: 9, cells: ["last", "end"] },
];

test("records are cut the same wherever the pieces of the text end, with the line each begins on", () => {
  for (let length = 1; length <= ODD.length; length++)
    expect(recordsIn(ODD, length), `${length}`).toEqual(READ);
});

test("lines may end as they did on old machines, and cells at any sign", () => {
  expect(recordsIn("a;b\rc;d", 2, ";", "\r").map(({ cells }) => cells)).toEqual([
    ["a", "b"],
    ["c", "d"],
  ]);
});

function broken(text: string, length?: number): BrokenFile {
  try {
    recordsIn(text, length);
  } catch (error) {
    if (error instanceof BrokenFile) return error;
    throw error;
  }
  throw new Error("it was taken");
}

test("a quotation mark that nobody closes is told with the line it stands on, near the end and far from it", () => {
  const rest = "c@example.com,C\n".repeat(10_000);
  for (const text of ['a,b\n"c,d\ne,f\n', `a,b\n"c,d\n${rest}`]) {
    const { line, message } = broken(text, 4096);
    expect([line, message]).toEqual([2, "a quotation mark is opened there and never closed"]);
  }
});

test("a line of ten megabytes is told with its number, and not gathered in memory first", () => {
  const long = "x".repeat(1000);
  const reader = new RecordReader(",", "\n", 1);
  reader.push("a,b\nc,d\n");
  let pushed = 0;
  const push = () => {
    for (; pushed < 10_000; pushed++) reader.push(long);
  };
  expect(push).toThrow(/longer than 64 KB/);
  expect(pushed * long.length).toBeLessThan(MAX_RECORD_CHARACTERS + 2 * long.length);
  expect(broken(`a,b\n${"x".repeat(MAX_RECORD_CHARACTERS + 1)}\n`).line).toBe(2);
});
