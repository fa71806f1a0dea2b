import type { Issue } from "@/lib/content/content";
import type { Business } from "@/lib/content/schemas";

/** The name of the e-zine that outlives its domain, design and slugs, as RFC 4151 has it. */
export function ezineId({ ezine, since }: Business): string {
  return `tag:${ezine.listId},${since}:issues`;
}

/** The name of an issue for ever, made of nothing that an editor may change: its volume and number. */
export function issueId({ volume, issue }: Pick<Issue, "volume" | "issue">, business: Business): string {
  return `${ezineId(business)}/${volume}/${issue}`;
}

/** When an issue came out; noon, so that its day is the same day in every time zone of its readers. */
export function publishedAt({ date }: Pick<Issue, "date">): string {
  return `${date}T12:00:00Z`;
}

/** When an issue last changed in what it says. */
export function updatedAt({ date, updated }: Pick<Issue, "date" | "updated">): string {
  return publishedAt({ date: updated ?? date });
}

/** When the last of several issues changed; the year's turn of the founding when there is none yet. */
export function lastUpdate(list: readonly Pick<Issue, "date" | "updated">[], { since }: Business): string {
  const latest = list.map(updatedAt).sort().at(-1);
  return latest ?? publishedAt({ date: `${since}-01-01` });
}
