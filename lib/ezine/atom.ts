import { absoluteUrl } from "@/lib/site";
import { type FeedItem, type FeedSource, feedItems, feedTitle } from "./feed";
import { archiveCount, archivedIssues, archivePath } from "./feed-archive";
import { ezineId, lastUpdate } from "./identity";
import { document, element, type Xml } from "./xml";

export const ATOM_PATH = "/ezine/feed.xml";
export const ATOM_TYPE = "application/atom+xml; charset=utf-8";

const NAMESPACES = {
  xmlns: "http://www.w3.org/2005/Atom",
  "xmlns:fh": "http://purl.org/syndication/history/1.0",
};

/** The newest issues with their full text as an Atom feed, RFC 4287, with the way to those before them. */
export function atomFeed(source: FeedSource): string {
  const links = { self: ATOM_PATH, "prev-archive": archiveAt(source, archiveCount(source.issues)) };
  return atomDocument(source, links);
}

/** One document of the feed's past, RFC 5005, with the way to those on either side; undefined where there is none. */
export function atomArchive(source: FeedSource, number: number): string | undefined {
  const issues = archivedIssues(source.issues, number);
  if (issues.length === 0) return undefined;
  const links = {
    self: archivePath(number),
    current: ATOM_PATH,
    "prev-archive": archiveAt(source, number - 1),
    "next-archive": archiveAt(source, number + 1),
  };
  return atomDocument({ ...source, issues }, links, element("fh:archive"));
}

function archiveAt({ issues }: FeedSource, number: number): string | undefined {
  return number >= 1 && number <= archiveCount(issues) ? archivePath(number) : undefined;
}

function atomDocument(
  source: FeedSource,
  links: Readonly<Record<string, string | undefined>>,
  mark?: Xml,
): string {
  const { site, issues } = source;
  const { title, subtitle } = feedTitle(site);
  const feed = element(
    "feed",
    { ...NAMESPACES, "xml:lang": site.business.language },
    element("id", {}, ezineId(site.business)),
    element("title", {}, title),
    element("subtitle", {}, subtitle),
    element("updated", {}, lastUpdate(issues, site.business)),
    element(
      "author",
      {},
      element("name", {}, site.business.name),
      element("uri", {}, absoluteUrl("/", site)),
    ),
    mark,
    ...Object.entries(links).map(([rel, path]) => {
      if (path === undefined) return undefined;
      return element("link", { rel, type: "application/atom+xml", href: absoluteUrl(path, site) });
    }),
    element("link", { rel: "alternate", type: "text/html", href: absoluteUrl("/ezine", site) }),
    ...feedItems(source).map(entry),
  );
  return document(feed);
}

function entry(item: FeedItem): Xml {
  return element(
    "entry",
    {},
    element("id", {}, item.id),
    element("title", {}, item.title),
    element("link", { rel: "alternate", type: "text/html", href: item.url }),
    element("published", {}, item.published),
    element("updated", {}, item.updated),
    ...item.topics.map(({ slug, name }) => element("category", { term: slug, label: name })),
    element("summary", {}, item.summary),
    element("content", { type: "html" }, item.html),
  );
}
