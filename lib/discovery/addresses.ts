import { type Content, content, contentDir } from "@/lib/content/content";

/** One page that may be found, with the day it last changed where somebody wrote that down. */
export interface Findable {
  path: string;
  changed: string | undefined;
}

/** Every page that is for everybody: none that belongs to one reader, none that answers a form. */
export function findable(dir = contentDir()): Findable[] {
  const all = content(dir);
  const { home, pages, services, caseStudies, resources, issues } = all;
  const entries = [...services, ...caseStudies, ...resources];
  return [
    { path: "/", changed: latest([home?.updated, newest(all)]) },
    ...pages.map((page) => ({
      path: page.path,
      changed: page.slug === "ezine" ? latest([page.updated, newest(all)]) : page.updated,
    })),
    { path: "/search", changed: undefined },
    { path: "/site-map", changed: undefined },
    ...entries.map(({ path, updated }) => ({ path, changed: updated })),
    ...topicPages(all),
    ...issues.map(({ path, date, updated }) => ({ path, changed: updated ?? date })),
  ];
}

/** The latest day on which something in the content came out or was changed; undefined when nothing says. */
export function lastChange(dir = contentDir()): string | undefined {
  return latest(findable(dir).map(({ changed }) => changed));
}

function topicPages({ issues, topics }: Content): Findable[] {
  return topics.flatMap(({ slug }) => {
    const about = issues.filter((issue) => issue.topics.includes(slug));
    // A shelf with nothing on it is there for its visitors, but nobody need be sent to it.
    if (about.length === 0) return [];
    const days = about.map(({ date, updated }) => updated ?? date);
    return [{ path: `/ezine/topics/${slug}`, changed: latest(days) }];
  });
}

function newest({ issues }: Content): string | undefined {
  return latest(issues.map(({ date, updated }) => updated ?? date));
}

function latest(days: readonly (string | undefined)[]): string | undefined {
  return days
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
}
