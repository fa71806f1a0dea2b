import { join } from "node:path";
import { HOME, PAGE_ADDRESSES, type PageSlug } from "./addresses";
import { type Content, content, contentDir, type Home, type Page } from "./content";
import { ContentError } from "./problem";

/** The words of one page of the site; throws a ContentError when its file is missing. */
export function page(slug: PageSlug, dir = contentDir()): Page {
  return content(dir).pages.find((it) => it.slug === slug) ?? missing(slug);
}

/** The words of the first page; throws a ContentError when its file is missing. */
export function homePage(dir = contentDir()): Home {
  return content(dir).home ?? missing(HOME);
}

/** File names of pages that the site has an address for but no words. */
export function missingPages({ home, pages }: Content): string[] {
  const written = new Set(pages.map((it) => it.slug).concat(home ? HOME : []));
  return [HOME, ...PAGE_ADDRESSES.keys()].filter((slug) => !written.has(slug));
}

/** The name of a page's file, for messages to its writer. */
export function pageFile(slug: string): string {
  return join("content", "pages", `${slug}.mdx`);
}

function missing(slug: string): never {
  throw new ContentError([{ file: pageFile(slug), field: "file", wants: "to exist" }]);
}
