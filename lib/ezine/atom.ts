import { absoluteUrl } from "@/lib/site";
import { type FeedItem, type FeedSource, feedItems, feedTitle } from "./feed";
import { ezineId, lastUpdate } from "./identity";
import { document, element, type Xml } from "./xml";

export const ATOM_PATH = "/ezine/feed.xml";
export const ATOM_TYPE = "application/atom+xml; charset=utf-8";

/** The newest issues with their full text as an Atom feed, RFC 4287. */
export function atomFeed(source: FeedSource): string {
  const { site, issues } = source;
  const { title, subtitle } = feedTitle(site);
  const feed = element(
    "feed",
    { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": site.business.language },
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
    element("link", { rel: "self", type: "application/atom+xml", href: absoluteUrl(ATOM_PATH, site) }),
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
