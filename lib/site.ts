import { content, contentDir } from "./content/content";
import type { Business } from "./content/schemas";
import { env } from "./env/env";

/**
 * Stands for the site's origin in pages that are built before anybody knows where they will be served; it is put
 * right when the server takes them up.
 */
export const BUILD_ORIGIN = "https://origin.invalid";

/** A site as others see it: whose it is and at which public address, without a slash at the end. */
export interface Site {
  business: Business;
  origin: string;
}

/** The site at a public address; a path or slash after the host is dropped. */
export function siteAt(origin: string, dir = contentDir()): Site {
  return { business: content(dir).business, origin: new URL(origin).origin };
}

/** The site at the address the settings give it. */
export function thisSite(): Site {
  return siteAt(env().SITE_URL);
}

/** The absolute address of a path of the site, from the settings unless a site is given, and never from a request. */
export function absoluteUrl(path: string, site?: Pick<Site, "origin">): string {
  return new URL(path, site?.origin ?? env().SITE_URL).href;
}

/** The lines that say who writes: name, postal address, contact. */
export function imprint(): string[] {
  const { name, address, email, telephone } = content().business;
  return [
    name,
    `${address.street}, ${address.city}, ${address.region} ${address.postalCode}`,
    `${email} · ${telephone}`,
  ];
}
