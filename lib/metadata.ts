import type { Metadata } from "next";
import { content } from "./content/content";
import { MANIFEST_PATH } from "./discovery/manifest";
import { env } from "./env/env";
import { ATOM_PATH } from "./ezine/atom";
import { JSON_FEED_PATH } from "./ezine/json-feed";
import { RSS_PATH } from "./ezine/rss";
import { cardAddress } from "./share-cards";
import { absoluteUrl } from "./site";

/** What a page says about itself to machines. */
export interface PageFacts {
  path: string;
  title: string;
  description: string;
  /** Days on which an article came out and was last changed. */
  published?: string;
  updated?: string;
  /** Results and searches are for their reader, not for an index. */
  hidden?: boolean;
}

/** Feeds are named on every page, so that a reader's program finds them anywhere. */
const FEEDS = {
  "application/atom+xml": ATOM_PATH,
  "application/rss+xml": RSS_PATH,
  "application/feed+json": JSON_FEED_PATH,
} as const;

/** What every share card measures, in pixels. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

/** What holds for the whole site. */
export function siteMetadata(): Metadata {
  const { name, description } = content().business;
  return {
    metadataBase: new URL(env().SITE_URL),
    title: { default: name, template: `%s · ${name}` },
    description,
    applicationName: name,
    manifest: MANIFEST_PATH,
    alternates: { types: feedLinks() },
    icons: { icon: { url: "/icon.svg", type: "image/svg+xml" }, apple: "/icons/apple-touch-icon.png" },
    formatDetection: { telephone: false, address: false, email: false },
  };
}

function feedLinks() {
  const title = content().business.ezine.name;
  const links = Object.entries(FEEDS).map(([type, href]) => [type, [{ url: absoluteUrl(href), title }]]);
  return Object.fromEntries(links);
}

/** Title, description, canonical address, feeds and share card of one page. */
export function pageMetadata({ path, title, description, published, updated, hidden }: PageFacts): Metadata {
  const { language, name } = content().business;
  const url = absoluteUrl(path);
  const images = [{ url: absoluteUrl(cardAddress(path)), ...CARD_SIZE, alt: `${title} · ${name}` }];
  const shared = { title, description, url, images, siteName: name, locale: language.replace("-", "_") };
  return {
    title: path === "/" ? { absolute: `${title} · ${name}` } : title,
    description,
    alternates: {
      canonical: url,
      types: feedLinks(),
    },
    robots: hidden ? { index: false, follow: true } : undefined,
    openGraph: published
      ? { ...shared, type: "article", publishedTime: published, modifiedTime: updated ?? published }
      : { ...shared, type: "website" },
    twitter: { card: "summary_large_image", title, description, images },
  };
}

/** The metadata of a piece of content that is a page of its own. */
export function metadataOf(entry: {
  path: string;
  title: string;
  summary: string;
  updated?: string;
}): Metadata {
  return pageMetadata({
    path: entry.path,
    title: entry.title,
    description: entry.summary,
    updated: entry.updated,
  });
}
