import { expect, test } from "vitest";
import { issues } from "./ezine/issues";
import { cardAddress, letterCard, shareCards } from "./share-cards";

test("each page and letter has one card, and a page without one shows that of the first page", () => {
  const paths = [...shareCards(), ...issues().map(letterCard)].map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  expect(cardAddress("/services")).toBe("/share-card/services");
  expect(cardAddress(issues()[0]?.path ?? "")).toMatch(/^\/ezine\/[a-z0-9-]+\/opengraph-image$/);
  expect(cardAddress("/search")).toBe("/share-card/home");
  expect(cardAddress("/")).toBe("/share-card/home");
});
