import type { PageSlug } from "./content/addresses";
import { PAGE_ADDRESSES } from "./content/addresses";
import { page } from "./content/pages";

const SECTIONS = [
  "who-we-work-with",
  "how-we-work",
  "services",
  "case-studies",
  "resources",
  "about",
  "contact",
] as const satisfies readonly PageSlug[];

/** A link as it stands in a list of links. */
export interface SiteLink {
  href: string;
  label: string;
}

/** The seven sections, in the order of the masthead, each under the title of its page. */
export function sections(): SiteLink[] {
  return SECTIONS.map((slug) => ({ href: PAGE_ADDRESSES.get(slug) ?? `/${slug}`, label: page(slug).title }));
}
