import { expect, test } from "vitest";
import { publicPath } from "./sources";

test("the plain text of a letter is published beside the letter, and everything else where it was built", () => {
  expect(publicPath("/ezine/text/follow-up")).toBe("/ezine/follow-up.txt");
  expect(publicPath("/ezine/text")).toBe("/ezine/text");
  expect(publicPath("/ezine/follow-up")).toBe("/ezine/follow-up");
  expect(publicPath("/share-card/ezine/text/x")).toBe("/share-card/ezine/text/x");
});
