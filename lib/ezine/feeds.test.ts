// @vitest-environment jsdom
import { expect, test } from "vitest";
import { content } from "@/lib/content/content";
import { contentOf, issueFile } from "@/lib/content/fixture";
import { siteAt } from "@/lib/site";
import { atomFeed } from "./atom";
import { FEED_LENGTH, type FeedSource } from "./feed";
import { issueHtml } from "./issue-tree";
import { jsonFeed } from "./json-feed";
import { rssFeed } from "./rss";

const ORIGIN = "https://harbor.example.com";
const BODY = `She said "no" & <https://example.com/?a=1&b=2>.

See [the letter](/ezine/five), [above](#top) & ![a map](/map.svg).

## Top

> 1 < 2 ]]> 3
`;
const QUOTED = 'epigraph: { text: Good fences., attribution: "Robert <Frost> & co." }\nupdated: 2008-07-01\n';

function sourceOf(files: Record<string, string>): FeedSource {
  const dir = contentOf(files);
  const { issues, topics } = content(dir);
  return { issues, topics, site: siteAt(ORIGIN, dir) };
}

const two = () =>
  sourceOf({ "ezine/five.mdx": issueFile(6, 5), "ezine/six.mdx": issueFile(6, 6, BODY, QUOTED) });

// A real parser, strict about namespaces and entities; it answers a parsererror for what is not XML.
function parsed(xml: string): Document {
  const document = new DOMParser().parseFromString(xml, "application/xml");
  expect(document.querySelector("parsererror")).toBeNull();
  return document;
}

function texts(document: Document, path: string): (string | null)[] {
  return [...document.querySelectorAll(path)].map((found) => found.textContent);
}

test("Atom read back says what the content says, newest first, and names itself", () => {
  const source = two();
  const feed = parsed(atomFeed(source));
  expect(feed.documentElement.namespaceURI).toBe("http://www.w3.org/2005/Atom");
  expect(texts(feed, "feed > id")).toEqual(["tag:letter.harbor.example.com,2003:issues"]);
  expect(texts(feed, "feed > updated")).toEqual(["2008-07-01T12:00:00Z"]);
  expect(texts(feed, "feed > author > name")).toEqual(["Harbor Advice"]);
  expect(feed.querySelector("feed > link[rel=self]")?.getAttribute("href")).toBe(`${ORIGIN}/ezine/feed.xml`);
  expect(feed.querySelector("feed > link[rel=alternate]")?.getAttribute("href")).toBe(`${ORIGIN}/ezine`);
  expect(texts(feed, "entry > title")).toEqual(source.issues.map((issue) => issue.title));
  expect(texts(feed, "entry > summary")).toEqual(source.issues.map((issue) => issue.summary));
  expect(texts(feed, "entry > published")).toEqual(["2008-06-10T12:00:00Z", "2008-05-10T12:00:00Z"]);
  expect(texts(feed, "entry > updated")).toEqual(["2008-07-01T12:00:00Z", "2008-05-10T12:00:00Z"]);
  expect(texts(feed, "entry > content[type=html]")).toEqual(
    source.issues.map((it) => issueHtml(it, source.site)),
  );
  expect(feed.querySelector("entry > category")?.getAttribute("term")).toBe("cash");
});

test("RSS read back says what the content says, with ids that are no addresses and dates of four-digit years", () => {
  const source = two();
  const feed = parsed(rssFeed(source));
  expect(texts(feed, "item > title")).toEqual(source.issues.map((issue) => issue.title));
  expect(texts(feed, "item > link")).toEqual([`${ORIGIN}/ezine/six`, `${ORIGIN}/ezine/five`]);
  expect(texts(feed, "item > guid[isPermaLink=false]")[0]).toBe(
    "tag:letter.harbor.example.com,2003:issues/6/6",
  );
  expect(texts(feed, "item > pubDate")[0]).toBe("Tue, 10 Jun 2008 12:00:00 GMT");
  expect(texts(feed, "channel > lastBuildDate")).toEqual(["Tue, 01 Jul 2008 12:00:00 GMT"]);
  const inFull = [...feed.getElementsByTagNameNS("http://purl.org/rss/1.0/modules/content/", "encoded")];
  expect(inFull.map((it) => it.textContent)).toEqual(source.issues.map((it) => issueHtml(it, source.site)));
  const [self] = feed.getElementsByTagNameNS("http://www.w3.org/2005/Atom", "link");
  expect(self?.getAttribute("href")).toBe(`${ORIGIN}/ezine/rss.xml`);
});

test("JSON Feed read back says what the content says", () => {
  const source = two();
  const feed = JSON.parse(jsonFeed(source));
  expect(feed).toMatchObject({
    version: "https://jsonfeed.org/version/1.1",
    feed_url: `${ORIGIN}/ezine/feed.json`,
    language: "en-US",
    authors: [{ name: "Harbor Advice" }],
  });
  expect(feed.items[0]).toMatchObject({
    id: "tag:letter.harbor.example.com,2003:issues/6/6",
    url: `${ORIGIN}/ezine/six`,
    date_published: "2008-06-10T12:00:00Z",
    date_modified: "2008-07-01T12:00:00Z",
    tags: ["Cash"],
  });
  expect(feed.items.map((item: { content_html: string }) => item.content_html)).toEqual(
    source.issues.map((issue) => issueHtml(issue, source.site)),
  );
});

test("the full text has its epigraph, its words as typeset and no address that needs the site around it", () => {
  const { issues, site } = two();
  const html = issues[0] ? issueHtml(issues[0], site) : "";
  const body = new DOMParser().parseFromString(html, "text/html").body;
  expect(body.firstElementChild?.textContent?.replace(/\s+/g, " ").trim()).toBe(
    "Good fences.— Robert <Frost> & co.",
  );
  expect(body.textContent).toContain("She said “no” & https://example.com/?a=1&b=2.");
  expect(body.textContent).toContain("1 < 2 ]]> 3");
  const addresses = [...body.querySelectorAll("[href],[src]")].map(
    (it) => it.getAttribute("href") ?? it.getAttribute("src"),
  );
  expect(addresses).toEqual([
    "https://example.com/?a=1&b=2",
    `${ORIGIN}/ezine/five`,
    `${ORIGIN}/ezine/six#top`,
    `${ORIGIN}/map.svg`,
  ]);
});

test("an id stays when the slug, the title and the address of the site change", () => {
  const before = sourceOf({ "ezine/old-name.mdx": issueFile(6, 5) });
  const after = sourceOf({ "ezine/new-name.mdx": issueFile(6, 5).replace("Letter 6.5", "Better") });
  const moved = { ...after, site: { ...after.site, origin: "https://other.example" } };
  expect(texts(parsed(atomFeed(moved)), "entry > id")).toEqual(texts(parsed(atomFeed(before)), "entry > id"));
});

test("a feed without issues is a feed", () => {
  const source = sourceOf({});
  expect(texts(parsed(atomFeed(source)), "feed > updated")).toEqual(["2003-01-01T12:00:00Z"]);
  expect(parsed(rssFeed(source)).querySelectorAll("item")).toHaveLength(0);
  expect(JSON.parse(jsonFeed(source)).items).toEqual([]);
});

test("characters that XML cannot carry are left out", () => {
  const source = two();
  const issues = source.issues.map((issue) => ({ ...issue, title: "A\u0000\u000b\uffff\ud800B" }));
  expect(texts(parsed(atomFeed({ ...source, issues })), "entry > title")[0]).toBe("A\ufffdB");
});

test("a feed holds the newest issues only, however many there are", () => {
  const source = two();
  const issues = Array.from({ length: 500 }, () => source.issues).flat();
  expect(JSON.parse(jsonFeed({ ...source, issues })).items).toHaveLength(FEED_LENGTH);
});
