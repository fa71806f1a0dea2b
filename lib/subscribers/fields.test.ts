import { expect, test } from "vitest";
import { nameField, pageField } from "./fields";

test.each([
  ["Ada", "Ada"],
  ["  Grace Hopper ", "Grace Hopper"],
  ["Zoe\u0301", "Zoé"],
  ['O’Neill, "Peggy" (Ltd.)', 'O’Neill, "Peggy" (Ltd.)'],
  ["عائشة", "عائشة"],
  ["", null],
])("the name %j is taken as %j", (text, name) => {
  expect(nameField.parse(text)).toBe(name);
});

test.each([
  ["two lines", "Ada\nBcc: all@example.com"],
  ["a NUL", "Ada\u0000"],
  ["half a character", "Ada\ud800"],
  ["letters that turn the line around", "Ada \u202etxt.exe"],
  ["an address of the web", "You won https://prize.example.com"],
  ["an address of the web without its scheme", "www.prize.example.com"],
  ["more than a hundred characters", "a".repeat(101)],
])("a name with %s is refused", (_what, text) => {
  expect(nameField.safeParse(text).success).toBe(false);
});

test.each(["https://evil.example.com", "//evil.example.com", "/../etc", ""])(
  "a form that says it stands on %j counts as the page of the sign-up",
  (page) => expect(pageField.parse(page)).toBe("/ezine/subscribe"),
);
