import { content, type Issue } from "@/lib/content/content";
import type { Topic } from "@/lib/content/schemas";
import { absoluteUrl, type Site, thisSite } from "@/lib/site";
import { issueId, publishedAt, updatedAt } from "./identity";
import { issueHtml } from "./issue-tree";

/** The newest issues a feed holds: five years of a monthly, with their full text. */
export const FEED_LENGTH = 60;

/** What a feed is made from: the issues, newest first, whose site it is, and what its topics are called. */
export interface FeedSource {
  issues: readonly Issue[];
  site: Site;
  topics: readonly Topic[];
}

/** One issue as all three kinds of feed need it. */
export interface FeedItem {
  id: string;
  url: string;
  title: string;
  summary: string;
  html: string;
  published: string;
  updated: string;
  topics: readonly Topic[];
}

/** What the feeds of this site are made from. */
export function feedSource(): FeedSource {
  const { issues, topics } = content();
  return { issues, topics, site: thisSite() };
}

/** The issues a feed holds, each with its permanent id and its full text. */
export function feedItems({ issues, site, topics }: FeedSource): FeedItem[] {
  return issues.slice(0, FEED_LENGTH).map((issue) => ({
    id: issueId(issue, site.business),
    url: absoluteUrl(issue.path, site),
    title: issue.title,
    summary: issue.summary,
    html: issueHtml(issue, site),
    published: publishedAt(issue),
    updated: updatedAt(issue),
    topics: topics.filter((topic) => issue.topics.includes(topic.slug)),
  }));
}

/** What the feed as a whole is called, and what it promises. */
export function feedTitle({ business }: Site): { title: string; subtitle: string } {
  return { title: `${business.ezine.name} · ${business.name}`, subtitle: business.ezine.promise };
}
