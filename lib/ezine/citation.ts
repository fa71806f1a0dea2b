import type { Issue } from "@/lib/content/content";
import { dayInWords } from "@/lib/dates";
import { absoluteUrl, type Site } from "@/lib/site";

/** How an issue is named in somebody else's writing. */
export function citationOf(issue: Issue, site: Site): string {
  const { business } = site;
  const number = `${issue.volume}, no. ${issue.issue} (${dayInWords(issue.date)})`;
  const url = absoluteUrl(issue.path, site);
  return `${business.name}, “${issue.title},” ${business.ezine.name} ${number}, ${url}`;
}
