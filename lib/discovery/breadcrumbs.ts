import type { SiteLink } from "@/lib/sections";
import { absoluteUrl, type Site } from "@/lib/site";
import type { Thing } from "./thing";

/** The way from the first page to one below it; the page itself is named last and needs no address. */
export function breadcrumbsThing(trail: readonly SiteLink[], title: string, site: Site): Thing {
  const above = [{ href: "/", label: site.business.name }, ...trail];
  const steps = above.map(({ href, label }) => ({ name: label, item: absoluteUrl(href, site) }));
  return {
    "@type": "BreadcrumbList",
    itemListElement: [...steps, { name: title }].map((step, i) => ({
      "@type": "ListItem",
      position: i + 1,
      ...step,
    })),
  };
}
