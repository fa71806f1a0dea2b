import { content } from "./content/content";
import { env } from "./env/env";

/**
 * Stands for the site's origin in pages that are built before anybody knows where they will be served; it is put
 * right when the server takes them up.
 */
export const BUILD_ORIGIN = "https://origin.invalid";

/** The absolute address of a path of the site, from the settings and never from a request. */
export function absoluteUrl(path: string): string {
  return new URL(path, env().SITE_URL).href;
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
