import { absoluteUrl, type Site } from "@/lib/site";
import type { Thing } from "./thing";

/** The address by which other things refer to the business. */
export function businessId(site: Pick<Site, "origin">): string {
  return absoluteUrl("/#business", site);
}

/** The business as its own pages describe it. */
export function businessThing(site: Site): Thing {
  const { name, legalName, description, email, telephoneLink, address } = site.business;
  return {
    "@type": ["Organization", "ProfessionalService"],
    "@id": businessId(site),
    name,
    legalName,
    description,
    url: absoluteUrl("/", site),
    logo: absoluteUrl("/icons/icon-512.png", site),
    image: absoluteUrl("/share-card/home", site),
    email,
    telephone: telephoneLink,
    address: {
      "@type": "PostalAddress",
      streetAddress: address.street,
      addressLocality: address.city,
      addressRegion: address.region,
      postalCode: address.postalCode,
      addressCountry: address.country,
    },
  };
}

/** The business in as few words as stand beside what it wrote. */
export function authorThing(site: Site): Thing {
  const { name } = site.business;
  return { "@type": "Organization", "@id": businessId(site), name, url: absoluteUrl("/", site) };
}

/** The site, and how it is searched. */
export function websiteThing(site: Site): Thing {
  const { name, description, language } = site.business;
  return {
    "@type": "WebSite",
    "@id": absoluteUrl("/#website", site),
    url: absoluteUrl("/", site),
    name,
    description,
    inLanguage: language,
    publisher: { "@id": businessId(site) },
    potentialAction: {
      "@type": "SearchAction",
      // The braces have to stay as they are, so this is not made as an address.
      target: {
        "@type": "EntryPoint",
        urlTemplate: `${absoluteUrl("/search", site)}?q={search_term_string}`,
      },
      "query-input": "required name=search_term_string",
    },
  };
}
