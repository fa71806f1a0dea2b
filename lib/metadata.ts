import type { Metadata } from "next";
import { content } from "./content/content";
import { env } from "./env/env";
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
  "application/atom+xml": "/ezine/feed.xml",
  "application/rss+xml": "/ezine/rss.xml",
  "application/feed+json": "/ezine/feed.json",
} as const;

/** What holds for the whole site. */
export function siteMetadata(): Metadata {
  const { name, description } = content().business;
  return {
    metadataBase: new URL(env().SITE_URL),
    title: { default: name, template: `%s · ${name}` },
    description,
    applicationName: name,
    formatDetection: { telephone: false, address: false, email: false },
  };
}

/** Title, description, canonical address, feeds and share card of one page. */
export function pageMetadata({ path, title, description, published, updated, hidden }: PageFacts): Metadata {
  const { ezine, language, name } = content().business;
  const url = absoluteUrl(path);
  const shared = { title, description, url, siteName: name, locale: language.replace("-", "_") };
  return {
    title: path === "/" ? { absolute: `${title} · ${name}` } : title,
    description,
    alternates: {
      canonical: url,
      types: Object.fromEntries(
        Object.entries(FEEDS).map(([type, href]) => [type, [{ url: absoluteUrl(href), title: ezine.name }]]),
      ),
    },
    robots: hidden ? { index: false, follow: true } : undefined,
    openGraph: published
      ? { ...shared, type: "article", publishedTime: published, modifiedTime: updated ?? published }
      : { ...shared, type: "website" },
    twitter: { card: "summary_large_image", title, description },
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
