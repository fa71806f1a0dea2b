import { absoluteUrl } from "@/lib/site";
import { type FeedItem, type FeedSource, feedItems, feedTitle } from "./feed";
import { lastUpdate } from "./identity";
import { document, element, type Xml } from "./xml";

export const RSS_PATH = "/ezine/rss.xml";
export const RSS_TYPE = "application/rss+xml; charset=utf-8";

const NAMESPACES = {
  version: "2.0",
  "xmlns:atom": "http://www.w3.org/2005/Atom",
  "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
};

/** The newest issues with their full text as RSS 2.0, after the RSS Advisory Board's best practices. */
export function rssFeed(source: FeedSource): string {
  const { site, issues } = source;
  const { title, subtitle } = feedTitle(site);
  const self = { rel: "self", type: "application/rss+xml", href: absoluteUrl(RSS_PATH, site) };
  const channel = element(
    "channel",
    {},
    element("title", {}, title),
    element("link", {}, absoluteUrl("/ezine", site)),
    element("description", {}, subtitle),
    element("language", {}, site.business.language.toLowerCase()),
    element("lastBuildDate", {}, mailDate(lastUpdate(issues, site.business))),
    element("atom:link", self),
    ...feedItems(source).map((item) => entry(item, site.business.name)),
  );
  return document(element("rss", NAMESPACES, channel));
}

function entry(item: FeedItem, author: string): Xml {
  return element(
    "item",
    {},
    element("title", {}, item.title),
    element("link", {}, item.url),
    element("guid", { isPermaLink: "false" }, item.id),
    element("pubDate", {}, mailDate(item.published)),
    element("dc:creator", {}, author),
    ...item.topics.map(({ name }) => element("category", {}, name)),
    element("description", {}, item.summary),
    element("content:encoded", {}, item.html),
  );
}

function mailDate(iso: string): string {
  return new Date(iso).toUTCString();
}
