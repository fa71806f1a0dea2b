import { content } from "./content/content";
import { homePage, page } from "./content/pages";
import { topicShelves, volumes } from "./ezine/archive";
import { type SiteLink, sections } from "./sections";

/** Links of one kind under their heading. */
export interface LinkGroup {
  title: string;
  links: SiteLink[];
}

/** Every page a reader may come to, by kind; the issues by volume. */
export function siteMap(): LinkGroup[] {
  const { business, services, caseStudies, resources } = content();
  return [
    { title: "Sections", links: [{ href: "/", label: homePage().title }, ...sections(), ...ALSO] },
    { title: page("services").title, links: services.map(linkTo) },
    { title: page("case-studies").title, links: caseStudies.map(linkTo) },
    { title: page("resources").title, links: resources.map(linkTo) },
    {
      title: business.ezine.name,
      links: [
        { href: "/ezine", label: "All letters" },
        linkTo(page("subscribe")),
        { href: "/ezine/feed.xml", label: "Feed (Atom)" },
        { href: "/ezine/rss.xml", label: "Feed (RSS)" },
        { href: "/ezine/feed.json", label: "Feed (JSON)" },
      ],
    },
    {
      title: "Letters by topic",
      links: topicShelves().map(({ topic }) => ({ href: `/ezine/topics/${topic.slug}`, label: topic.name })),
    },
    ...volumes().map(({ volume, issues }) => ({
      title: `Letters of volume ${volume}`,
      links: issues.map(({ path, issue, title }) => ({ href: path, label: `${issue}. ${title}` })),
    })),
  ];
}

const ALSO: readonly SiteLink[] = [
  { href: "/search", label: "Search" },
  { href: "/privacy", label: "Privacy" },
];

function linkTo({ path, title }: { path: string; title: string }): SiteLink {
  return { href: path, label: title };
}
