import { absoluteUrl, type Site } from "@/lib/site";
import { SITEMAP_PATH } from "./sitemap";

/**
 * What robots may visit, RFC 9309: everything. Pages that belong to one reader say `noindex` themselves, which only
 * a robot that may fetch them can see; listing them here would hide it.
 */
export function robots(site: Pick<Site, "origin">): string {
  return ["User-agent: *", "Allow: /", "", `Sitemap: ${absoluteUrl(SITEMAP_PATH, site)}`, ""].join("\n");
}
