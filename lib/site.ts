import { content, contentDir } from "@/lib/content/content";
import type { Business } from "@/lib/content/schemas";

/** A site as others see it: whose it is and at which public address, without a slash at the end. */
export interface Site {
  business: Business;
  origin: string;
}

/** The facts about the business, from its one file. */
export function business(dir = contentDir()): Business {
  return content(dir).business;
}

/** The site at a public address; a path or slash after the host is dropped. */
export function siteAt(origin: string, dir = contentDir()): Site {
  return { business: business(dir), origin: new URL(origin).origin };
}

/** The whole address of a path of the site. */
export function absoluteUrl(path: string, { origin }: Pick<Site, "origin">): string {
  return new URL(path, origin).href;
}
