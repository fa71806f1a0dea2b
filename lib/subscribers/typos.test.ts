import { expect, test } from "vitest";
import { addressOf } from "./address";
import { likelyMeant } from "./typos";

function meant(text: string): string | undefined {
  const read = addressOf(text);
  if (!read.ok) throw new Error(`${text} is no address`);
  return likelyMeant(read);
}

test.each([
  ["Ada@gmial.com", "Ada@gmail.com"],
  ["ada@gmal.com", "ada@gmail.com"],
  ["ada@gmaill.com", "ada@gmail.com"],
  ["ada@gmail.co", "ada@gmail.com"],
  ["ada@hotmial.com", "ada@hotmail.com"],
  ["ada@yaho.com", "ada@yahoo.com"],
  ["ada@outlok.com", "ada@outlook.com"],
])("%s probably meant %s", (typed, wanted) => {
  expect(meant(typed)).toBe(wanted);
});

test.each([
  "ada@gmail.com",
  "ada@example.com",
  "ada@mail.com",
  "ada@gmx.com",
  "ada@ymail.com",
  "ada@mac.com",
])("nobody is asked about %s", (typed) => {
  expect(meant(typed)).toBeUndefined();
});
