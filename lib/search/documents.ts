import type { Content, Home } from "@/lib/content/content";
import { withoutMarkers } from "@/lib/content/facts";
import { typeset } from "@/lib/content/typography";
import { numberOf } from "@/lib/ezine/issues";

/** What kinds of page are searched, in the words of the site. */
export type Kind = "Letter" | "Service" | "Case" | "Worksheet" | "Page";

/** One page as the search sees it. */
export interface SearchDocument {
  path: string;
  kind: Kind;
  /** More on what it is, such as volume and number. */
  note: string | undefined;
  title: string;
  summary: string;
  topics: string;
  body: string;
  /** What stands beside the body, such as who it is for or the series it belongs to. */
  aside: string;
}

/** Everything that is searched: pages, services, cases, worksheets, letters. */
export function documentsOf(all: Content): SearchDocument[] {
  const { home, pages, services, caseStudies, resources, issues } = all;
  const names = new Map(all.topics.map(({ slug, name }) => [slug, name]));
  return [
    ...(home ? [{ ...documentOf("Page", home), body: homeBody(home) }] : []),
    ...pages.map((page) => documentOf("Page", page)),
    ...services.map((it) => documentOf("Service", it, it.takes, it.leavesYouWith.join(" "), it.notWhen)),
    ...caseStudies.map((it) => documentOf("Case", it, it.sector, it.figure.caption)),
    ...resources.map((it) => documentOf("Worksheet", it)),
    ...issues.map((issue) => ({
      ...documentOf("Letter", issue, issue.series ?? "", issue.epigraph?.attribution ?? ""),
      note: numberOf(issue),
      topics: issue.topics.map((slug) => names.get(slug) ?? "").join(", "),
    })),
  ];
}

type Written = { path: string; title: string; summary: string; markdown: string };

function documentOf(kind: Kind, entry: Written, ...more: readonly string[]): SearchDocument {
  const { path, title, summary, markdown } = entry;
  const aside = more.filter(Boolean).join(" ");
  return { path, kind, note: undefined, title, summary, topics: "", body: wordsIn(markdown), aside };
}

function homeBody({ lede, movements, proof, tools, letter, markdown }: Home): string {
  const blocks = [...movements, proof, tools, letter].map((block) => `${block.heading} ${block.text}`);
  return [lede, ...blocks, wordsIn(markdown)].join(" ");
}

// Parsing thousands of letters would take the first searcher's patience; their marks are few and plain.
function wordsIn(markdown: string): string {
  const bare = withoutMarkers(markdown)
    .replace(/^\[[^\]]+\]:.*$/gm, "")
    .replace(/!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, "$1")
    .replace(/^#{1,6}[ \t]+(.*)$/gm, "$1 ·")
    .replace(/^[ \t]*(?:>|[-*+]|\d+[.)])[ \t]+/gm, "")
    .replace(/^[|:\- \t]+$/gm, "")
    .replace(/[*`|]+|(?<!\p{L})_|_(?!\p{L})/gu, "");
  return typeset(bare).replace(/\s+/g, " ").trim();
}
