import type { Problem } from "./problem";
import type { Topic } from "./schemas";

/** What is wrong with the list of topics: each slug may stand in it once. */
export function topicProblems(topics: readonly Topic[]): Problem[] {
  const slugs = topics.map((topic) => topic.slug);
  return slugs.flatMap((slug, i) => {
    if (slugs.indexOf(slug) === i) return [];
    return [{ file: "content/topics.yaml", field: `${i}.slug`, wants: `${slug} only once` }];
  });
}
