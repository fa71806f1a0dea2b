import { type Content, content, contentDir, type Issue, type Resource } from "@/lib/content/content";

/** A story told over several issues. */
export interface Series {
  title: string;
  /** First part first. */
  parts: readonly Issue[];
}

/** The series an issue belongs to, or undefined when it stands alone. */
export function seriesOf(issue: Issue, dir = contentDir()): Series | undefined {
  if (issue.series === undefined) return undefined;
  const parts = shelvesOf(content(dir)).series.get(issue.series) ?? [];
  return { title: issue.series, parts: parts.toReversed() };
}

/** Other issues to read after this one: those that share the most topics, then the newest; its own series aside. */
export function relatedIssues(issue: Issue, limit = 3, dir = contentDir()): Issue[] {
  const { topics } = shelvesOf(content(dir));
  const shared = new Map<Issue, number>();
  for (const slug of issue.topics) {
    for (const other of topics.get(slug) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  const others = [...shared].filter(([other]) => {
    return other.slug !== issue.slug && (issue.series === undefined || other.series !== issue.series);
  });
  const ranked = others.sort(([a, inA], [b, inB]) => inB - inA || b.date.localeCompare(a.date));
  return ranked.slice(0, limit).map(([other]) => other);
}

/** Tools that go with an issue: those it links to first, then those of its topics' movements. */
export function relatedResources(issue: Issue, limit = 2, dir = contentDir()): Resource[] {
  const { resources, topics } = content(dir);
  const movements = topics.filter((it) => issue.topics.includes(it.slug)).map((it) => it.movement);
  const named = resources.filter((it) => issue.markdown.includes(`](${it.path})`));
  const near = resources.filter((it) => movements.includes(it.movement) && !named.includes(it));
  return [...named, ...near].slice(0, limit);
}

interface Shelves {
  series: ReadonlyMap<string | undefined, readonly Issue[]>;
  topics: ReadonlyMap<string, readonly Issue[]>;
}

const known = new WeakMap<Content, Shelves>();
// More than the newest few hundred are never among the three that are shown.
const SHELF = 200;

function shelvesOf(all: Content): Shelves {
  const found = known.get(all);
  if (found) return found;
  const topics = new Map(all.topics.map(({ slug }): [string, Issue[]] => [slug, []]));
  for (const issue of all.issues) {
    for (const slug of issue.topics) {
      const shelf = topics.get(slug);
      if (shelf && shelf.length < SHELF) shelf.push(issue);
    }
  }
  const shelves = { series: Map.groupBy(all.issues, (issue) => issue.series), topics };
  known.set(all, shelves);
  return shelves;
}
