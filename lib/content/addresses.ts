import type { Content } from "./content";

/** The file of the first page, whose heading has a shape of its own. */
export const HOME = "home";

const PAGES = {
  "who-we-work-with": "/who-we-work-with",
  "how-we-work": "/how-we-work",
  services: "/services",
  "case-studies": "/case-studies",
  resources: "/resources",
  about: "/about",
  contact: "/contact",
  privacy: "/privacy",
  ezine: "/ezine",
  subscribe: "/ezine/subscribe",
} as const;

export type PageSlug = keyof typeof PAGES;

/** Where the words of each file in `content/pages` are shown, the first page aside. */
export const PAGE_ADDRESSES: ReadonlyMap<string, string> = new Map(Object.entries(PAGES));

const MADE_BY_CODE = [
  "/",
  "/search",
  "/site-map",
  "/ezine/feed.xml",
  "/ezine/rss.xml",
  "/ezine/feed.json",
  "/sitemap.xml",
  "/robots.txt",
  "/manifest.webmanifest",
  "/.well-known/security.txt",
];

/** Names an issue cannot have, because the site itself lives there. */
export const RESERVED_ISSUE_SLUGS: ReadonlySet<string> = new Set([
  "confirm",
  "done",
  "feed",
  "goodbye",
  "never",
  "one-click",
  "preferences",
  "subscribe",
  "text",
  "topics",
  "unsubscribe",
]);

/** Every address of the site that words may link to. */
export function addressesOf(content: Content): Set<string> {
  const entries = [...content.services, ...content.caseStudies, ...content.resources, ...content.issues];
  return new Set([
    ...MADE_BY_CODE,
    ...PAGE_ADDRESSES.values(),
    ...entries.map((entry) => entry.path),
    ...content.issues.map((issue) => `${issue.path}.txt`),
  ]);
}
