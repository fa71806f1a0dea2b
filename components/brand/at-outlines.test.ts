import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { AT, AT_SMALL } from "./at-outlines";

test("the icon of the tab is the small cut of the @, square and not cropped", () => {
  const icon = readFileSync("public/icon.svg", "utf8");
  expect(icon).toContain(`d="${AT_SMALL.path}"`);
  const [left, top, width, height] = /viewBox="([^"]+)"/.exec(icon)?.[1]?.split(" ").map(Number) ?? [];
  expect(width).toBe(height);
  expect(left).toBeLessThanOrEqual(0);
  expect(top).toBeLessThanOrEqual(0);
  expect(width).toBeGreaterThanOrEqual(AT_SMALL.height);
});

test("both cuts fill the box they name", () => {
  for (const { height, path, width } of [AT, AT_SMALL]) {
    const numbers = path.match(/\d+/g)?.map(Number) ?? [];
    expect(Math.max(...numbers.filter((_, i) => i % 2 === 0))).toBe(width);
    expect(Math.max(...numbers.filter((_, i) => i % 2 === 1))).toBe(height);
  }
});
