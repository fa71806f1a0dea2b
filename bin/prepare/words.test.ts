import { expect, test } from "vitest";
import { contentOf, issueFile } from "@/lib/content/fixture";
import { Refusal } from "./refusal";
import { checkWords, checkWordsAside } from "./words";

test("the words of this site are sound", () => {
  expect(() => checkWords()).not.toThrow();
});

test("a dead link is refused before anything is built, with its file and line", () => {
  const dir = contentOf({ "ezine/one.mdx": issueFile(6, 5, "See [it](/gone).\n") });
  expect(() => checkWords(dir)).toThrow(Refusal);
  expect(() => checkWords(dir)).toThrow("content/ezine/one.mdx: line 9: a page that exists, /gone does not");
});

test("a heading that breaks its schema is refused in the same words", () => {
  const dir = contentOf({ "ezine/one.mdx": issueFile(6, 5).replace("volume: 6", "volume: six") });
  expect(() => checkWords(dir)).toThrow(Refusal);
  expect(() => checkWords(dir)).toThrow("content/ezine/one.mdx: volume: wants a number");
});

test("what a process of its own finds wrong is refused in the same words", () => {
  const dir = contentOf({ "ezine/one.mdx": issueFile(6, 5, "See [it](/gone).\n") });
  expect(() => checkWordsAside(dir)).toThrow(Refusal);
  expect(() => checkWordsAside(dir)).toThrow(
    "content/ezine/one.mdx: line 9: a page that exists, /gone does not",
  );
}, 60_000);
