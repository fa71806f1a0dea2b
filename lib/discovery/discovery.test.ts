// @vitest-environment jsdom
import { expect, test } from "vitest";
import { content } from "@/lib/content/content";
import { contentOf, issueFile } from "@/lib/content/fixture";
import { siteAt } from "@/lib/site";
import { siteMap } from "@/lib/site-map";
import { findable } from "./addresses";
import { manifest } from "./manifest";
import { robots } from "./robots";
import { securityContact } from "./security-contact";
import { sitemap } from "./sitemap";

const ORIGIN = "https://harbor.example.com";

function listed(xml: string) {
  const document = new DOMParser().parseFromString(xml, "application/xml");
  expect(document.querySelector("parsererror")).toBeNull();
  expect(document.documentElement.namespaceURI).toBe("http://www.sitemaps.org/schemas/sitemap/0.9");
  return [...document.querySelectorAll("url")].map((url) => ({
    loc: url.querySelector("loc")?.textContent ?? "",
    lastmod: url.querySelector("lastmod")?.textContent ?? undefined,
  }));
}

test("the sitemap names every page once, as the site map for readers does, and no page of one reader", () => {
  const paths = listed(sitemap(findable(), { origin: ORIGIN })).map(({ loc }) => loc.replace(ORIGIN, ""));
  const { services, caseStudies, resources, issues } = content();
  for (const { path } of [...services, ...caseStudies, ...resources, ...issues])
    expect(paths).toContain(path);
  expect(new Set(paths).size).toBe(paths.length);
  const shown = siteMap().flatMap(({ links }) => links.map(({ href }) => href));
  const pages = shown.filter((href) => !/\.(xml|json)$/.test(href));
  expect(paths.toSorted()).toEqual([...pages, "/site-map"].toSorted());
  expect(
    paths.filter((path) => /confirm|unsubscribe|preferences|never|goodbye|done|text\//.test(path)),
  ).toEqual([]);
});

test("the sitemap tells the day of change only where it is known, and shelves change with their letters", () => {
  const dir = contentOf({
    "ezine/five.mdx": issueFile(6, 5, "A story.\n", "updated: 2009-01-02\n"),
    "ezine/six.mdx": issueFile(6, 6),
  });
  const days = new Map(listed(sitemap(findable(dir), { origin: ORIGIN })).map((it) => [it.loc, it.lastmod]));
  expect(days.get(`${ORIGIN}/ezine/five`)).toBe("2009-01-02");
  expect(days.get(`${ORIGIN}/ezine/six`)).toBe("2008-06-10");
  expect(days.get(`${ORIGIN}/ezine/topics/cash`)).toBe("2009-01-02");
  expect(days.has(`${ORIGIN}/ezine/topics/people`)).toBe(false);
  expect(days.get(`${ORIGIN}/`)).toBe("2009-01-02");
  expect(days.get(`${ORIGIN}/site-map`)).toBeUndefined();
});

test("a sitemap refuses more addresses than one may hold", () => {
  const pages = Array.from({ length: 50_001 }, (_, i) => ({ path: `/${i}`, changed: undefined }));
  expect(() => sitemap(pages, { origin: ORIGIN })).toThrow("50000");
});

test("robots may go everywhere and are told of the sitemap", () => {
  expect(robots({ origin: ORIGIN })).toBe(`User-agent: *\nAllow: /\n\nSitemap: ${ORIGIN}/sitemap.xml\n`);
});

test("the security contact has what RFC 9116 asks for and expires within a year", () => {
  const text = securityContact(siteAt(ORIGIN, contentOf()), new Date("2026-03-01T10:00:00.123Z"));
  expect(text.split("\n")).toEqual([
    "Contact: mailto:hello@harbor.example.com",
    `Contact: ${ORIGIN}/contact`,
    "Expires: 2027-02-24T10:00:00Z",
    "Preferred-Languages: en",
    `Canonical: ${ORIGIN}/.well-known/security.txt`,
    "",
  ]);
});

test("the manifest names the site and a sign that can be masked", () => {
  const { business } = content(contentOf());
  const read = JSON.parse(manifest(business));
  expect(read).toMatchObject({ name: "Harbor Advice", short_name: "Harbor", start_url: "/", lang: "en-US" });
  const purposes = read.icons.map((icon: { purpose: string }) => icon.purpose);
  expect(purposes).toContain("maskable");
});
