import { expect, test } from "vitest";
import { cardAddress, letterCards, shareCards } from "./share-cards";

test("each page and letter has one card, and a page without one shows that of the first page", () => {
  const paths = [...shareCards(), ...letterCards()].map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  expect(cardAddress("/services")).toBe("/share-card/services");
  expect(cardAddress(letterCards()[0]?.path ?? "")).toMatch(/^\/ezine\/[a-z0-9-]+\/opengraph-image$/);
  expect(cardAddress("/search")).toBe("/share-card/home");
  expect(cardAddress("/")).toBe("/share-card/home");
});
