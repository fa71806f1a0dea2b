import { findable } from "@/lib/discovery/addresses";
import { SITEMAP_TYPE, sitemap } from "@/lib/discovery/sitemap";
import { thisSite } from "@/lib/site";

export const dynamic = "force-static";

/** All pages, for search engines. */
export function GET() {
  return new Response(sitemap(findable(), thisSite()), { headers: { "Content-Type": SITEMAP_TYPE } });
}
