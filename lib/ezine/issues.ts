import { type Content, content, contentDir, type Issue } from "@/lib/content/content";

/** Every issue, newest first: the one list that archive, feeds, sitemap and neighbours are made from. */
export function issues(dir = contentDir()): readonly Issue[] {
  return content(dir).issues;
}

/** The issue at an address, or undefined when there is none. */
export function issueBySlug(slug: string, dir = contentDir()): Issue | undefined {
  const { bySlug, list } = orderOf(content(dir));
  const at = bySlug.get(slug);
  return at === undefined ? undefined : list[at];
}

/** What came out before and after an issue, across volumes. */
export interface Neighbours {
  previous: Issue | undefined;
  next: Issue | undefined;
}

/** The issues on either side of one; the first has no previous, the newest no next. */
export function neighbours(issue: Issue, dir = contentDir()): Neighbours {
  const { bySlug, list } = orderOf(content(dir));
  const at = bySlug.get(issue.slug);
  if (at === undefined) return { previous: undefined, next: undefined };
  return { previous: list[at + 1], next: list[at - 1] };
}

/** “Vol 6 · Issue 5”, as the masthead of an issue has it. */
export function numberOf({ volume, issue }: Pick<Issue, "volume" | "issue">): string {
  return `Vol ${volume} · Issue ${issue}`;
}

interface Order {
  list: readonly Issue[];
  bySlug: ReadonlyMap<string, number>;
}

const orders = new WeakMap<Content, Order>();

function orderOf(all: Content): Order {
  const known = orders.get(all);
  if (known) return known;
  const order = { list: all.issues, bySlug: new Map(all.issues.map((issue, i) => [issue.slug, i])) };
  orders.set(all, order);
  return order;
}
