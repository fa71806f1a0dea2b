import { expect, test } from "vitest";
import { titledByOutcome } from "./refused-form";

const pageWith = (title: string, body: string) => `<head><title>${title}</title></head><body>${body}</body>`;
const PROBLEM =
  '<div class="form-problem" role="alert">Please look again at:</div><svg><title>A</title></svg>';

test("a form that was not taken says so in the title of the page, once", () => {
  expect(titledByOutcome(pageWith("Write to us", PROBLEM))).toBe(pageWith("Error: Write to us", PROBLEM));
  expect(titledByOutcome(pageWith("Error: Your sheet", PROBLEM))).toBe(
    pageWith("Error: Your sheet", PROBLEM),
  );
});

test("any other page keeps its title", () => {
  expect(titledByOutcome(pageWith("Write to us", "<p>Thank you</p>"))).toBe(
    pageWith("Write to us", "<p>Thank you</p>"),
  );
});
