import { RESERVED_ISSUE_SLUGS } from "./addresses";
import type { Issue } from "./content";
import type { Problem } from "./problem";
import type { Topic } from "./schemas";

/** What is wrong with the issues as a collection; they come newest first. */
export function issueProblems(issues: readonly Issue[], topics: readonly Topic[]): Problem[] {
  return [
    ...numbering(issues),
    ...topicProblems(issues, topics),
    ...seriesProblems(issues),
    ...slugs(issues),
  ];
}

function numbering(issues: readonly Issue[]): Problem[] {
  return issues.flatMap((issue, i) => {
    const older = issues[i + 1];
    if (!older) return [];
    if (older.volume === issue.volume && older.issue === issue.issue) {
      return [{ file: issue.file, field: "issue", wants: `a number that ${older.file} does not have` }];
    }
    if (older.date < issue.date) return [];
    const wants = `a day after ${older.date}, when volume ${older.volume} issue ${older.issue} came out`;
    return [{ file: issue.file, field: "date", wants }];
  });
}

function topicProblems(issues: readonly Issue[], topics: readonly Topic[]): Problem[] {
  const known = new Set(topics.map((topic) => topic.slug));
  return issues.flatMap(({ file, topics: named }) =>
    named.flatMap((slug, i) => {
      const field = `topics.${i}`;
      if (!known.has(slug))
        return [{ file, field, wants: `a topic of content/topics.yaml, ${slug} is none` }];
      return named.indexOf(slug) < i ? [{ file, field, wants: `${slug} only once` }] : [];
    }),
  );
}

function seriesProblems(issues: readonly Issue[]): Problem[] {
  const series = Map.groupBy(
    issues.toReversed().filter((issue) => issue.series !== undefined),
    (issue) => issue.series,
  );
  return [...series.values()].flatMap((parts) =>
    parts.flatMap((issue, i) => {
      if (issue.part === i + 1) return [];
      return [{ file: issue.file, field: "part", wants: `${i + 1}, the next of “${issue.series}” by date` }];
    }),
  );
}

function slugs(issues: readonly Issue[]): Problem[] {
  return issues
    .filter((issue) => RESERVED_ISSUE_SLUGS.has(issue.slug))
    .map(({ file }) => ({ file, field: "file name", wants: "another name, the site itself uses this one" }));
}
