import { expect, test } from "vitest";
import { csvLine, disarmed, rearmed } from "./csv";

const CELLS = [
  "=1+1",
  "+1",
  "-1",
  "@SUM(1)",
  "\ttab",
  "\rreturn",
  "\nline",
  "＝1",
  "＋1",
  "－1",
  "＠1",
  "'=1",
  "''@",
  "a;=1",
  "a,-1",
  'a"=1',
  "a|@b",
  "'",
  "plain",
  "O'Hara",
  "\t=",
  "1-2",
];

test("no cell begins a formula, whichever sign a program takes for the delimiter", () => {
  for (const cell of CELLS) expect(disarmed(cell)).not.toMatch(/(^|[;,|"\t\r\n])[=+\-@＝＋－＠]/);
});

test("a cell comes back as it was", () => {
  for (const cell of CELLS) expect(rearmed(disarmed(cell))).toBe(cell);
});

test("a cell with a quotation mark, a delimiter or a line break is quoted, its quotation marks doubled", () => {
  expect(csvLine(['say "hi"', "a,b", "a\nb", null, "plain"])).toBe('"say ""hi""","a,b","a\nb",,plain\r\n');
});
