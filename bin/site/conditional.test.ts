import { expect, test } from "vitest";
import { isKnown, rangeOf } from "./conditional";

test.each([
  ["the tag itself", '"abc"'],
  ["its weak form", 'W/"abc"'],
  ["the tag of its brotli form", '"abc-br"'],
  ["a list with the tag in it", '"x", W/"abc" , "y"'],
  ["a star", " * "],
])("a client that names %s has the content", (_what, header) => {
  expect(isKnown(header, '"abc"')).toBe(true);
});

test.each([
  ["nothing", undefined],
  ["another tag", '"abd"'],
  ["a tag without quotes", "abc"],
  ["half a tag", '"abc'],
  ["a list of nonsense", ',,"",W/'],
  ["four thousand commas", ",".repeat(4001)],
])("a client that names %s gets the content", (_what, header) => {
  expect(isKnown(header, '"abc"')).toBe(false);
});

test.each([
  ["the first ten bytes", "bytes=0-9", { start: 0, end: 9 }],
  ["everything from a byte on", "bytes=90-", { start: 90, end: 99 }],
  ["the last five", "bytes=-5", { start: 95, end: 99 }],
  ["more than there is", "bytes=90-500", { start: 90, end: 99 }],
  ["more from the end than there is", "bytes=-500", { start: 0, end: 99 }],
  ["what begins behind the end", "bytes=100-", "unsatisfiable"],
  ["the last no bytes", "bytes=-0", "unsatisfiable"],
  ["two ranges", "bytes=0-1,3-4", undefined],
  ["a range the wrong way round", "bytes=9-1", undefined],
  ["another unit", "lines=1-2", undefined],
  ["nonsense", "bytes=a-b", undefined],
  ["a number without end", `bytes=0-${"9".repeat(100)}`, undefined],
])("of a hundred bytes, %s is what RFC 9110 says", (_what, header, range) => {
  expect(rangeOf(header, 100)).toEqual(range);
});
