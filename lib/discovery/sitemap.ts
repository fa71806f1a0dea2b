import { document, element } from "@/lib/ezine/xml";
import { absoluteUrl, type Site } from "@/lib/site";
import type { Findable } from "./addresses";

export const SITEMAP_PATH = "/sitemap.xml";
export const SITEMAP_TYPE = "application/xml; charset=utf-8";

/** The most addresses that one file may hold, by sitemaps.org 0.9. */
const LIMIT = 50_000;

/** The list of all pages for search engines; a day of change stands only where it is known. */
export function sitemap(pages: readonly Findable[], site: Pick<Site, "origin">): string {
  if (pages.length > LIMIT) throw new Error(`a sitemap holds ${LIMIT} pages, not ${pages.length}`);
  const urls = pages.map(({ path, changed }) =>
    element(
      "url",
      {},
      element("loc", {}, absoluteUrl(path, site)),
      changed === undefined ? undefined : element("lastmod", {}, changed),
    ),
  );
  return document(element("urlset", { xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9" }, ...urls));
}
