import { expect, test } from "vitest";
import { content } from "./content/content";
import { siteMap } from "./site-map";

test("the site map names every page once, and every letter", () => {
  const hrefs = siteMap().flatMap(({ links }) => links.map(({ href }) => href));
  const { caseStudies, issues, pages, resources, services } = content();
  const entries = [...caseStudies, ...issues, ...pages, ...resources, ...services];
  expect(hrefs).toEqual(expect.arrayContaining(entries.map(({ path }) => path)));
  expect(new Set(hrefs).size).toBe(hrefs.length);
});
