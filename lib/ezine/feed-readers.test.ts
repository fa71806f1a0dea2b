// @vitest-environment jsdom
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { expect, test } from "vitest";
import { content, type Issue } from "@/lib/content/content";
import { siteAt } from "@/lib/site";
import { ATOM_PATH, atomArchive, atomFeed } from "./atom";
import { FEED_LENGTH, type FeedSource } from "./feed";
import { archiveCount, archivePath } from "./feed-archive";
import { issueId } from "./identity";
import { issueHtml } from "./issue-tree";
import { jsonFeed } from "./json-feed";
import { rssFeed } from "./rss";

// The feeds of this very site, read by a program that feed readers are made of.
const ORIGIN = "https://www.example.com";
const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
const RFC_822 = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

function source(): FeedSource {
  const { issues, topics } = content();
  return { issues, topics, site: siteAt(ORIGIN) };
}

/** As many issues as asked for, each with a number of its own and few words, newest first. */
function many(count: number): FeedSource {
  const { issues, ...rest } = source();
  const made = Array.from({ length: count }, (_, i): Issue[] => {
    const issue = issues[i % issues.length];
    const number = { volume: 1 + Math.floor(i / 12), issue: 1 + (i % 12) };
    return issue ? [{ ...issue, ...number, slug: `n${i}`, markdown: "A story.\n", epigraph: undefined }] : [];
  });
  return { ...rest, issues: made.flat().reverse() };
}

/** What every feed must say of every issue. */
function expected({ issues, site, topics }: FeedSource) {
  return issues.slice(0, FEED_LENGTH).map((issue) => ({
    id: issueId(issue, site.business),
    url: `${ORIGIN}${issue.path}`,
    title: issue.title,
    summary: issue.summary,
    html: issueHtml(issue, site),
    day: issue.date,
    topics: topics.filter(({ slug }) => issue.topics.includes(slug)).map(({ name }) => name),
  }));
}

test("a reader of Atom finds in it what the content says", () => {
  const feed = parseAtomFeed(atomFeed(source()));
  const found = feed.entries?.map((entry) => ({
    id: entry.id,
    url: entry.links?.find(({ rel }) => rel === "alternate")?.href,
    title: entry.title?.value,
    summary: entry.summary?.value,
    html: entry.content?.value,
    day: entry.published?.slice(0, 10),
    topics: entry.categories?.map(({ label }) => label),
  }));
  expect(found).toEqual(expected(source()));
});

test("a reader of RSS finds in it what the content says", () => {
  const feed = parseRssFeed(rssFeed(source()));
  const found = feed.items?.map((item) => ({
    id: item.guid?.value,
    url: item.link,
    title: item.title,
    summary: item.description,
    html: item.content?.encoded,
    day: new Date(item.pubDate ?? "").toISOString().slice(0, 10),
    topics: item.categories?.map(({ name }) => name),
  }));
  expect(found).toEqual(expected(source()));
});

test("a reader of JSON Feed finds in it what the content says", () => {
  const feed = parseJsonFeed(jsonFeed(source()));
  const found = feed.items?.map((item) => ({
    id: item.id,
    url: item.url,
    title: item.title,
    summary: item.summary,
    html: item.content_html,
    day: item.date_published?.slice(0, 10),
    topics: item.tags,
  }));
  expect(found).toEqual(expected(source()));
});

function parsed(xml: string): Document {
  const document = new DOMParser().parseFromString(xml, "application/xml");
  expect(document.querySelector("parsererror")).toBeNull();
  return document;
}

function namesIn(parent: Element | null): string[] {
  return [...(parent?.children ?? [])].map(({ nodeName }) => nodeName);
}

function count(names: readonly string[], name: string): number {
  return names.filter((it) => it === name).length;
}

test("Atom has what RFC 4287 requires, as often as it allows, and dates of RFC 3339", () => {
  const feed = parsed(atomFeed(source()));
  const [head, ...entries] = [feed.documentElement, ...feed.querySelectorAll("entry")];
  for (const element of [head, ...entries]) {
    const names = namesIn(element ?? null);
    for (const name of ["id", "title", "updated"]) expect(count(names, name), name).toBe(1);
    for (const name of ["published", "summary", "content", "subtitle"])
      expect(count(names, name)).toBeLessThan(2);
  }
  expect(namesIn(head ?? null)).toContain("author");
  for (const date of feed.querySelectorAll("updated, published")) expect(date.textContent).toMatch(RFC_3339);
  for (const entry of entries) {
    const [changed, came] = ["updated", "published"].map((name) => entry.querySelector(name)?.textContent);
    expect(changed && came && changed >= came).toBe(true);
  }
  const ids = [...feed.querySelectorAll("id")].map(({ textContent }) => textContent);
  expect(new Set(ids).size).toBe(ids.length);
  const self = feed.querySelectorAll("feed > link[rel=self]");
  expect([...self].map((link) => link.getAttribute("href"))).toEqual([`${ORIGIN}${ATOM_PATH}`]);
});

test("RSS has what RSS 2.0 requires, once each, and dates of RFC 822", () => {
  const feed = parsed(rssFeed(source()));
  const channel = namesIn(feed.querySelector("channel"));
  for (const name of ["title", "link", "description", "language", "lastBuildDate", "atom:link"])
    expect(count(channel, name), name).toBe(1);
  for (const item of feed.querySelectorAll("item")) {
    const names = namesIn(item);
    for (const name of ["title", "link", "guid", "pubDate", "description", "content:encoded"])
      expect(count(names, name), name).toBe(1);
  }
  for (const date of feed.querySelectorAll("pubDate, lastBuildDate"))
    expect(date.textContent).toMatch(RFC_822);
  const ids = [...feed.querySelectorAll("guid")].map(({ textContent }) => textContent);
  expect(new Set(ids).size).toBe(ids.length);
});

test("no text in a feed has an address that needs the site around it", () => {
  for (const { html, url } of expected(source())) {
    const body = new DOMParser().parseFromString(html, "text/html").body;
    expect(body.textContent?.trim()).not.toBe("");
    for (const element of body.querySelectorAll("[href], [src]")) {
      const address = element.getAttribute("href") ?? element.getAttribute("src") ?? "";
      expect(address, url).toMatch(/^(https?:\/\/|mailto:|tel:)/);
    }
  }
});

type Feed = ReturnType<typeof parseAtomFeed>;

/** Every document of a feed by its address, the feed itself first, as a reader comes to them who wants the whole archive. */
function walked(from: FeedSource): Map<string, Feed> {
  const documents = new Map([[ATOM_PATH, atomFeed(from)]]);
  for (let number = 1; number <= archiveCount(from.issues); number++)
    documents.set(archivePath(number), atomArchive(from, number) ?? "");
  const found = new Map<string, Feed>();
  for (let path: string | undefined = ATOM_PATH; path !== undefined; ) {
    const feed: Feed = parseAtomFeed(documents.get(path) ?? "");
    found.set(path, feed);
    path = feed.links?.find(({ rel }) => rel === "prev-archive")?.href?.replace(ORIGIN, "");
  }
  return found;
}

test.each([1, 60, 61, 120, 121, 200])("of %i issues, each is in the feed or in its past", (length) => {
  const from = many(length);
  const documents = walked(from);
  const ids = [...documents.values()].flatMap((feed) => feed.entries?.map(({ id }) => id) ?? []);
  expect(new Set(ids)).toEqual(new Set(from.issues.map((issue) => issueId(issue, from.site.business))));
  expect(documents.size).toBe(1 + archiveCount(from.issues));
});

test("a document of the past says so, names the feed, and stays as it is when issues are added", () => {
  const first = atomArchive(many(121), 1) ?? "";
  const feed = parsed(first);
  expect(feed.getElementsByTagNameNS("http://purl.org/syndication/history/1.0", "archive")).toHaveLength(1);
  const link = (rel: string) => feed.querySelector(`feed > link[rel=${rel}]`)?.getAttribute("href");
  expect(link("current")).toBe(`${ORIGIN}${ATOM_PATH}`);
  expect(link("self")).toBe(`${ORIGIN}${archivePath(1)}`);
  expect(link("next-archive")).toBe(`${ORIGIN}${archivePath(2)}`);
  expect(link("prev-archive")).toBeUndefined();
  expect(atomArchive(many(170), 1)).toBe(first);
  for (const none of [0, 3, 1.5, Number.NaN]) expect(atomArchive(many(121), none)).toBeUndefined();
});
