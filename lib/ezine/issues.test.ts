import { expect, test } from "vitest";
import type { Issue } from "@/lib/content/content";
import { contentOf, issueFile } from "@/lib/content/fixture";
import { topicShelf, topicShelves, topicsOf, volumes } from "./archive";
import { issueBySlug, issues, neighbours, numberOf } from "./issues";
import { relatedIssues, relatedResources, seriesOf } from "./related";

function issueAt(slug: string, dir: string): Issue {
  const issue = issueBySlug(slug, dir);
  if (!issue) throw new Error(`no ${slug}`);
  return issue;
}

const turn = {
  "ezine/eleven.mdx": issueFile(5, 11),
  "ezine/twelve.mdx": issueFile(5, 12),
  "ezine/one.mdx": issueFile(6, 1),
  "ezine/ten.mdx": issueFile(6, 10),
};

test("previous and next go through the turn of a volume, and end at the first and the newest", () => {
  const dir = contentOf(turn);
  const around = (slug: string) => {
    const { previous, next } = neighbours(issueAt(slug, dir), dir);
    return [previous?.slug, next?.slug];
  };
  expect(around("eleven")).toEqual([undefined, "twelve"]);
  expect(around("twelve")).toEqual(["eleven", "one"]);
  expect(around("one")).toEqual(["twelve", "ten"]);
  expect(around("ten")).toEqual(["one", undefined]);
});

test("a single issue has no neighbours, no series and nothing related", () => {
  const dir = contentOf({ "ezine/one.mdx": issueFile(6, 1) });
  const only = issueAt("one", dir);
  expect(neighbours(only, dir)).toEqual({ previous: undefined, next: undefined });
  expect(seriesOf(only, dir)).toBeUndefined();
  expect(relatedIssues(only, 3, dir)).toEqual([]);
  expect(relatedResources(only, 2, dir)).toEqual([]);
  expect(numberOf(only)).toBe("Vol 6 · Issue 1");
});

test("an e-zine without an issue is empty everywhere, and knows no slug", () => {
  const dir = contentOf();
  expect(issues(dir)).toEqual([]);
  expect(volumes(dir)).toEqual([]);
  expect(topicShelves(dir)).toEqual([]);
  expect(issueBySlug("one", dir)).toBeUndefined();
  expect(issueBySlug("__proto__", dir)).toBeUndefined();
});

test("an issue of elsewhere has no neighbours here", () => {
  const stranger = issueAt("one", contentOf({ "ezine/one.mdx": issueFile(6, 1) }));
  expect(neighbours(stranger, contentOf())).toEqual({ previous: undefined, next: undefined });
});

test("the archive stands by volume, newest first, with the years of each", () => {
  const found = volumes(
    contentOf({ ...turn, "ezine/late.mdx": issueFile(6, 12).replace("2008-12", "2009-01") }),
  );
  expect(found.map((it) => [it.volume, it.years, it.issues.length])).toEqual([
    [6, ["2008", "2009"], 3],
    [5, ["2007"], 2],
  ]);
});

test("a topic has its issues, an unwritten one has none, an unknown one is not there", () => {
  const dir = contentOf(turn);
  expect(topicShelf("cash", dir)?.issues).toHaveLength(4);
  expect(topicShelf("people", dir)).toMatchObject({ topic: { name: "People" }, issues: [] });
  expect(topicShelf("golf", dir)).toBeUndefined();
  expect(topicShelves(dir).map((shelf) => shelf.topic.slug)).toEqual(["cash"]);
  expect(topicsOf(issueAt("one", dir), dir).map((topic) => topic.name)).toEqual(["Cash"]);
});

test("a series has its parts in order, across volumes too", () => {
  const dir = contentOf({
    "ezine/a.mdx": issueFile(5, 12, "x", "series: Allies\npart: 1\n"),
    "ezine/b.mdx": issueFile(6, 1),
    "ezine/c.mdx": issueFile(6, 2, "x", "series: Allies\npart: 2\n"),
  });
  const series = seriesOf(issueAt("c", dir), dir);
  expect(series?.parts.map((part) => part.slug)).toEqual(["a", "c"]);
  expect(seriesOf(issueAt("b", dir), dir)).toBeUndefined();
});

test("related are those that share most topics, then the newest, without the issue itself and its series", () => {
  const both = (file: string) => file.replace("[cash]", "[cash, people]");
  const dir = contentOf({
    "ezine/a.mdx": both(issueFile(6, 1)),
    "ezine/b.mdx": issueFile(6, 2),
    "ezine/c.mdx": issueFile(6, 3),
    "ezine/d.mdx": issueFile(6, 4, "x", "series: Allies\npart: 1\n"),
    "ezine/e.mdx": both(issueFile(6, 5, "x", "series: Allies\npart: 2\n")),
  });
  expect(relatedIssues(issueAt("e", dir), 2, dir).map((issue) => issue.slug)).toEqual(["a", "c"]);
});

test("related tools are the one that is named, then those of the same movement", () => {
  const tool = (movement: string) =>
    `---\ntitle: Tool\nsummary: A tool.\nmovement: ${movement}\norder: 1\ntool: tool\n---\nUse it.\n`;
  const dir = contentOf({
    "ezine/a.mdx": issueFile(6, 1, "Do [this](/resources/named)."),
    "resources/near.mdx": tool("control"),
    "resources/named.mdx": tool("growing"),
    "resources/far.mdx": tool("focused"),
  });
  expect(relatedResources(issueAt("a", dir), 5, dir).map((it) => it.slug)).toEqual(["named", "near"]);
});
