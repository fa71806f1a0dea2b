import { SITE_URL } from "../setup/addresses";
import { crawl, type Visited } from "../setup/crawl";
import { attributeOf, tagsOf } from "../setup/markup";
import { expect, test } from "../setup/test";

// One worker walks the site once.
test.describe.configure({ mode: "default" });

/** Addresses that programs know without being told. */
const WELL_KNOWN = ["/sitemap.xml", "/robots.txt", "/favicon.ico", "/.well-known/security.txt"];

let site: Map<string, Visited>;
test.beforeAll(async () => {
  site = await crawl(["/", ...WELL_KNOWN]);
});

const each = <T>(about: (url: string, visited: Visited) => T[]) =>
  [...site].flatMap(([url, visited]) => about(url, visited));

function relOf({ text }: Visited, rel: string): string[] {
  const links = tagsOf(text).filter((tag) => tag.name === "link" && attributeOf(tag, "rel") === rel);
  return links.map((tag) => attributeOf(tag, "href"));
}

const isHidden = ({ text }: Visited) => /<meta name="robots" content="[^"]*noindex/.test(text);
const isPage = ({ type }: Visited) => type.startsWith("text/html");

test("everything that the site names is there, at the very address by which it is named", () => {
  expect(each((url, { status }) => (status === 200 ? [] : [`${status} ${url}`]))).toEqual([]);
  const kinds = new Set(each((_url, { type }) => [type.split(";")[0]]));
  for (const kind of ["text/css", "font/woff2", "image/svg+xml", "image/png", "application/atom+xml"])
    expect(kinds).toContain(kind);
});

test("every place in a page that a link leads to is in that page", () => {
  const broken = each((url, { links }) =>
    links
      .filter((link) => link.startsWith(SITE_URL) && link.includes("#"))
      .filter((link) => {
        const [target = "", id = ""] = link.split("#");
        return !site.get(target)?.text.includes(` id="${decodeURIComponent(id)}"`);
      })
      .map((link) => `${url} leads to ${link}`),
  );
  expect(broken).toEqual([]);
});

test("every page that may be found is in the sitemap, and can be reached by links from the front page", () => {
  const pages = each((url, visited) => (isPage(visited) && !isHidden(visited) ? [url] : []));
  const canonical = each((_url, visited) =>
    isPage(visited) && !isHidden(visited)
      ? [
          relOf(visited, "canonical")
            .map((it) => new URL(it).href)
            .join(),
        ]
      : [],
  );
  expect(canonical).toEqual(pages);

  const listed = site.get(`${SITE_URL}/sitemap.xml`)?.text.match(/(?<=<loc>)[^<]+/g) ?? [];
  const linked = new Set([`${SITE_URL}/`]);
  for (const url of linked)
    for (const link of site.get(url)?.links ?? []) linked.add(link.replace(/#.*$/, ""));
  const reached = [...linked].filter((url) => pages.includes(url));
  expect(new Set(listed.map((url) => new URL(url).href))).toEqual(new Set(reached));
  expect(new Set(reached)).toEqual(new Set(pages));
});

test("every page names its feeds, its icon and its manifest", () => {
  const found = each((url, visited) => {
    if (!isPage(visited) || isHidden(visited)) return [];
    const wanted = { alternate: 3, icon: 1, "apple-touch-icon": 1, manifest: 1 };
    return Object.entries(wanted)
      .filter(([rel, count]) => relOf(visited, rel).length !== count)
      .map(([rel]) => `${url}: ${rel}`);
  });
  expect(found).toEqual([]);
});

test("every page that has words of its own has a share card of its own", () => {
  const pages = Map.groupBy(
    each((url, visited) => (isPage(visited) && !isHidden(visited) ? [{ url, text: visited.text }] : [])),
    ({ text }) => /<meta property="og:image" content="([^"]+)"/.exec(text)?.[1] ?? "",
  );
  const types = [...pages.keys()].map((card) => site.get(card)?.type);
  expect(new Set(types)).toEqual(new Set(["image/png"]));
  const several = [...pages.values()].filter(({ length }) => length > 1);
  expect(several.map((sharing) => sharing.map(({ url }) => new URL(url).pathname).sort())).toEqual([
    ["/", "/search", "/site-map"],
  ]);
});

test("links that lead away do so over https, by mail or by telephone", () => {
  const away = each((_url, { links }) => links.filter((link) => !link.startsWith(SITE_URL)));
  expect([...new Set(away)].filter((link) => !/^(https:\/\/|mailto:|tel:)/.test(link))).toEqual([]);
});
