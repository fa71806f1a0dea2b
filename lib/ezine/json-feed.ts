import { absoluteUrl } from "@/lib/site";
import { type FeedSource, feedItems, feedTitle } from "./feed";

export const JSON_FEED_PATH = "/ezine/feed.json";
export const JSON_FEED_TYPE = "application/feed+json; charset=utf-8";

/** The newest issues with their full text as JSON Feed 1.1. */
export function jsonFeed(source: FeedSource): string {
  const { site } = source;
  const { title, subtitle } = feedTitle(site);
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title,
    description: subtitle,
    home_page_url: absoluteUrl("/ezine", site),
    feed_url: absoluteUrl(JSON_FEED_PATH, site),
    language: site.business.language,
    authors: [{ name: site.business.name, url: absoluteUrl("/", site) }],
    items: feedItems(source).map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      summary: item.summary,
      content_html: item.html,
      date_published: item.published,
      date_modified: item.updated,
      tags: item.topics.map((topic) => topic.name),
    })),
  };
  return JSON.stringify(feed);
}
