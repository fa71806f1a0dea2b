import { expect, test } from "vitest";
import { content } from "@/lib/content/content";
import { contentOf, issueFile } from "@/lib/content/fixture";
import { absoluteUrl, siteAt } from "@/lib/site";
import { issueTree } from "./issue-tree";
import { COLUMNS, issueText, textOfTree } from "./plain-text";

const ORIGIN = "https://harbor.example.com";
const LONG = "one two three four five six seven eight nine ten ".repeat(4).trim();

function read(body: string, more = "") {
  const dir = contentOf({ "ezine/five.mdx": issueFile(6, 5, body, more) });
  const [issue] = content(dir).issues;
  if (!issue) throw new Error("the letter was not read");
  return { issue, site: siteAt(ORIGIN, dir) };
}

function bodyOf(markdown: string): string {
  const { issue, site } = read(markdown);
  return textOfTree(issueTree(issue), absoluteUrl(issue.path, site));
}

test("no line of any letter is wider than 72 columns unless it is an address", () => {
  const wide = content().issues.flatMap((issue) =>
    issueText(issue, siteAt(ORIGIN))
      .split("\n")
      .filter((line) => line.length > COLUMNS && !/^(\[\d+\]|\s*)\s*https:\S+$/.test(line)),
  );
  expect(wide).toEqual([]);
});

test("a letter has its masthead, its epigraph, its words, its links by number, and how to cite it", () => {
  const { issue, site } = read(
    "See [the map](/ezine#map), [again](/ezine#map) and *not* <https://example.com/a>.\n",
    "epigraph: { text: Good fences., attribution: Robert Frost }\n",
  );
  expect(issueText(issue, site)).toBe(`HARBOR LETTER
Vol 6 · Issue 5 · Harbor Advice

Letter 6.5
==========

    Good fences.

    — Robert Frost

See the map [1], again [1] and _not_ https://example.com/a.


[1] ${ORIGIN}/ezine#map

${"-".repeat(COLUMNS)}

To cite this letter: Harbor Advice, “Letter 6.5,” Harbor Letter 6, no. 5
    (May 10, 2008), ${ORIGIN}/ezine/five
`);
});

test("lists hang, numbers and all, and lists in lists hang deeper", () => {
  expect(
    bodyOf(`9. ${LONG}\n10. short\n    - inner\n`),
  ).toBe(` 9. one two three four five six seven eight nine ten one two three four
    five six seven eight nine ten one two three four five six seven
    eight nine ten one two three four five six seven eight nine ten
10. short
      - inner`);
});

test("headings are underlined, a broken line stays broken, code keeps its shape", () => {
  expect(bodyOf("First\\\nsecond\n\n## Then\n\n```\na  b\n```\n")).toBe(
    "First\nsecond\n\n\nThen\n----\n\n    a  b",
  );
});

test("a table stands in columns where it fits and runs on where it does not", () => {
  expect(bodyOf("| Week | Cash |\n| --- | --- |\n| 1 | 4,000 |\n")).toBe(
    "Week   Cash\n------------\n1      4,000",
  );
  const wide = bodyOf(`| A | B |\n| --- | --- |\n| ${LONG} | x |\n`);
  expect(wide.split("\n").every((line) => line.length <= COLUMNS)).toBe(true);
  expect(wide).toContain("ten | x");
});
