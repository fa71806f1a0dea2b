import type { Issue } from "@/lib/content/content";
import type { Topic } from "@/lib/content/schemas";
import { publishedAt, updatedAt } from "@/lib/ezine/identity";
import { absoluteUrl, type Site } from "@/lib/site";
import { authorThing, businessId } from "./business";
import type { Thing } from "./thing";

/** A letter as an article of an issue of a volume of a periodical. */
export function articleThing(issue: Issue, topics: readonly Topic[], site: Site): Thing {
  const url = absoluteUrl(issue.path, site);
  return {
    "@type": "Article",
    "@id": `${url}#article`,
    headline: issue.title,
    description: issue.summary,
    url,
    mainEntityOfPage: url,
    image: absoluteUrl(`${issue.path}/opengraph-image`, site),
    datePublished: publishedAt(issue),
    dateModified: updatedAt(issue),
    inLanguage: site.business.language,
    keywords: topics.map(({ name }) => name),
    isAccessibleForFree: true,
    author: authorThing(site),
    publisher: { "@id": businessId(site) },
    isPartOf: {
      "@type": "PublicationIssue",
      issueNumber: issue.issue,
      datePublished: issue.date,
      isPartOf: {
        "@type": "PublicationVolume",
        volumeNumber: issue.volume,
        isPartOf: periodicalThing(site),
      },
    },
  };
}

/** The e-zine as a whole. */
export function periodicalThing(site: Site): Thing {
  const { ezine, language } = site.business;
  const url = absoluteUrl("/ezine", site);
  return {
    "@type": "Periodical",
    "@id": `${url}#periodical`,
    name: ezine.name,
    description: ezine.promise,
    url,
    inLanguage: language,
    publisher: { "@id": businessId(site) },
  };
}
