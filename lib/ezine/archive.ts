import { content, contentDir, type Issue } from "@/lib/content/content";
import type { Topic } from "@/lib/content/schemas";
import { issues } from "./issues";

/** One volume of the e-zine, its issues newest first. */
export interface Volume {
  volume: number;
  /** The years its issues came out in, usually one. */
  years: readonly string[];
  issues: readonly Issue[];
}

/** A topic with the issues that are about it, newest first. */
export interface TopicShelf {
  topic: Topic;
  issues: readonly Issue[];
}

/** The whole archive by volume, newest first. */
export function volumes(dir = contentDir()): Volume[] {
  return volumesOf(issues(dir));
}

/** Any list of issues, newest first, by volume. */
export function volumesOf(list: readonly Issue[]): Volume[] {
  return [...Map.groupBy(list, (issue) => issue.volume)].map(([volume, inside]) => ({
    volume,
    years: [...new Set(inside.map((issue) => issue.date.slice(0, 4)))].toReversed(),
    issues: inside,
  }));
}

/** Every topic that has been written about, in the order of the list of topics. */
export function topicShelves(dir = contentDir()): TopicShelf[] {
  const { topics, issues: list } = content(dir);
  const byTopic = Map.groupBy(
    list.flatMap((issue) => issue.topics.map((slug) => ({ slug, issue }))),
    ({ slug }) => slug,
  );
  return topics.flatMap((topic) => {
    const inside = byTopic.get(topic.slug);
    return inside ? [{ topic, issues: inside.map(({ issue }) => issue) }] : [];
  });
}

/** A topic with its issues, none if none was written yet; undefined for a topic that does not exist. */
export function topicShelf(slug: string, dir = contentDir()): TopicShelf | undefined {
  const topic = content(dir).topics.find((it) => it.slug === slug);
  return topic && { topic, issues: issues(dir).filter((issue) => issue.topics.includes(slug)) };
}

/** The topics of one issue, named. */
export function topicsOf(issue: Issue, dir = contentDir()): Topic[] {
  return content(dir).topics.filter((topic) => issue.topics.includes(topic.slug));
}
