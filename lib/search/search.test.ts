import { expect, test } from "vitest";
import { contentOf, issueFile } from "@/lib/content/fixture";
import { MAX_QUERY_LENGTH, queryFrom } from "./query";
import { search } from "./search";

const CASH = `---
title: Cash first
summary: What letter one is about.
volume: 6
issue: 3
date: 2008-03-10
topics: [cash]
---
A story.
`;

function site() {
  return contentOf({
    "ezine/cash-first.mdx": CASH,
    "ezine/cafe.mdx": issueFile(
      6,
      1,
      "## At noon\n\nAt the *Café* Zoë we wrote [the budget](/ezine/cash-first) twice.\n",
    ),
    "ezine/body.mdx": issueFile(6, 2, `${"Nothing yet. ".repeat(60)}Then cash ran out in **February**.\n`),
    "ezine/people.mdx": issueFile(6, 4, "A bookkeeper took over.\n").replace("[cash]", "[people]"),
  });
}

const found = async (q: string) => (await search(queryFrom(q), site())).found;
const paths = async (q: string) => (await found(q)).map((it) => it.path);
const markedIn = (pieces: readonly { text: string; marked: boolean }[]) =>
  pieces.filter((it) => it.marked).map((it) => it.text);

test("a word in a title counts for more than in a body", async () => {
  const cash = await paths("cash");
  expect(cash[0]).toBe("/ezine/cash-first");
  expect(cash).toContain("/ezine/body");
});

test("accents, case and plurals do not matter", async () => {
  expect(await paths("CAFE zoe")).toEqual(["/ezine/cafe"]);
  expect(await paths("budgets")).toEqual(["/ezine/cafe"]);
});

test("a beginning finds the word, and a typo is forgiven", async () => {
  expect(await paths("bookk")).toEqual(["/ezine/people"]);
  expect(await paths("bokkeeper")).toEqual(["/ezine/people"]);
});

test("all words count, and any of them where no page has them all", async () => {
  expect(await paths("cash February")).toEqual(["/ezine/body"]);
  expect((await paths("bookkeeper February")).toSorted()).toEqual(["/ezine/body", "/ezine/people"]);
});

test("the excerpt shows the place, without Markdown, with the words marked as they are written", async () => {
  const [body] = await found("february");
  const excerpt = body?.excerpt ?? [];
  expect(markedIn(excerpt)).toEqual(["February"]);
  const text = excerpt.map((piece) => piece.text).join("");
  expect(text).toMatch(/^… .*Then cash ran out in February\.$/);
  expect(text.length).toBeLessThan(300);
  const [cafe] = await found("budget cafe");
  expect(cafe?.excerpt.map((piece) => piece.text).join("")).toBe(
    "At noon · At the Café Zoë we wrote the budget twice.",
  );
  expect(markedIn(cafe?.excerpt ?? [])).toEqual(["Café", "budget"]);
});

test("a letter says its number, and a title has its marks too", async () => {
  const [first] = await found("first");
  expect(first).toMatchObject({ kind: "Letter", note: "Vol 6 · Issue 3" });
  expect(markedIn(first?.title ?? [])).toEqual(["first"]);
});

test("what is hit beside the body is found, and the summary stands for it", async () => {
  const series = "series: Of fences\npart: 1\n";
  const dir = contentOf({ "ezine/fences.mdx": issueFile(6, 1, "A story.\n", series) });
  const [first] = (await search(queryFrom("fences"), dir)).found;
  expect(first?.excerpt).toEqual([{ text: "What letter 6.1 is about.", marked: false }]);
});

test("nothing found offers the words that look alike", async () => {
  expect(await search(queryFrom("lettuce"), site())).toEqual({ found: [], total: 0, nearest: ["letter"] });
  expect(await search(queryFrom("xyzzy"), site())).toEqual({ found: [], total: 0, nearest: [] });
});

test.each([
  ["nothing", "", ""],
  ["control characters", " \u0000\u001b[x \u202e ", "[x"],
  ["half a character", "\ud800 a", "a"],
  ["markup", "<script>alert(x)</script>", "<script>alert(x)</script>"],
  ["names that objects have", "constructor __proto__ toString", "constructor __proto__ toString"],
  ["twenty thousand stars", "*".repeat(20_000), "*".repeat(MAX_QUERY_LENGTH)],
])("%s in a query does no harm", async (_, given, text) => {
  const query = queryFrom(given);
  expect(query.text).toBe(text);
  expect((await search(query, site())).found).toEqual([]);
});

test("words that are everywhere are not looked for, and a query is one, however often it is given", () => {
  expect(queryFrom("the cash and the cash").words).toEqual(["cash"]);
  expect(queryFrom(["one", "two"]).text).toBe("one");
  expect(queryFrom(undefined)).toEqual({ text: "", words: [] });
});
