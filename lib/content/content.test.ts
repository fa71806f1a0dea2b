import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { content } from "./content";
import { contentOf, FACTS, issueFile } from "./fixture";
import { ContentError } from "./problem";

const service = `---
title: A clear week
summary: Where the week goes.
movement: focused
order: 1
takes: Two mornings.
leavesYouWith: [A page of priorities]
notWhen: The roof is on fire.
---
We sit down.
`;

function complaintAbout(dir: string): string {
  try {
    content(dir);
  } catch (error) {
    if (error instanceof ContentError) return error.message;
  }
  return "nothing refused";
}

test("a file that is added is published, with its heading typed and its body kept as written", () => {
  const dir = contentOf({ "services/clear-week.mdx": service, "ezine/first-letter.mdx": issueFile(6, 5) });
  expect(content(dir).services[0]).toMatchObject({
    slug: "clear-week",
    order: 1,
    markdown: "We sit down.\n",
  });
  expect(content(dir).issues[0]).toMatchObject({ slug: "first-letter", volume: 6, date: "2008-05-10" });
});

test("a site without one issue, service or page yet is a site", () => {
  expect(content(contentOf())).toMatchObject({
    issues: [],
    services: [],
    pages: [],
    business: { since: 2003 },
  });
});

test("issues come newest first across volumes, and offers by movement and then by their order", () => {
  const dir = contentOf({
    "ezine/a.mdx": issueFile(6, 1),
    "ezine/b.mdx": issueFile(5, 12),
    "ezine/c.mdx": issueFile(6, 10),
    "services/grow.mdx": service.replace("focused", "growing"),
    "services/later.mdx": service.replace("order: 1", "order: 2"),
    "services/sooner.mdx": service,
  });
  expect(content(dir).issues.map((issue) => issue.slug)).toEqual(["c", "a", "b"]);
  expect(content(dir).services.map((it) => it.slug)).toEqual(["sooner", "later", "grow"]);
});

test("straight quotes in a heading are typeset as they are in the body", () => {
  const dir = contentOf({
    "services/a.mdx": service.replace("Where the", `>\n  "It's late" -- the`),
  });
  expect(content(dir).services[0]?.summary).toBe("“It’s late” — the week goes.");
});

test("files are read once, and in development again when one was saved", () => {
  const dir = contentOf({ "ezine/a.mdx": issueFile(6, 1) });
  const once = content(dir, false);
  const live = content(dir, true);
  expect(content(dir, true)).toBe(live);
  writeFileSync(join(dir, "ezine", "b.mdx"), issueFile(6, 2));
  expect(content(dir, true).issues).toHaveLength(2);
  expect(once.issues).toHaveLength(1);
});

test("in production a file saved later is not looked at", () => {
  const dir = contentOf({ "ezine/a.mdx": issueFile(6, 1) });
  const first = content(dir, false);
  writeFileSync(join(dir, "ezine", "b.mdx"), issueFile(6, 2));
  expect(content(dir, false)).toBe(first);
});

test("everything wrong in every file is listed at once, each with its path, its field and what it wants", () => {
  const dir = contentOf({
    "ezine/one.mdx": issueFile(6, 5).replace("volume: 6", "volume: six").replace("issue: 5", "isue: 5"),
    "services/two.mdx": service.replace("focused", "dancing"),
  });
  const said = complaintAbout(dir);
  expect(said).toContain("4 problems in the content");
  expect(said).toContain("content/ezine/one.mdx: volume: wants a number");
  expect(said).toContain("content/ezine/one.mdx: issue: is missing, wants a number");
  expect(said).toContain("content/ezine/one.mdx: isue: not to be here: no such field");
  expect(said).toContain("content/services/two.mdx: movement: wants one of focused, control, growing");
});

test("a heading with nine faults is told all nine, those between fields and those of its topics included", () => {
  const dir = contentOf({
    "ezine/one.mdx": `---
volume: 0
title: ""
date: 2008-05-40
summary: ${"x".repeat(161)}
topics: [Cash Flow]
part: 2
updated: 2008-05-01
colour: red
---
A story.
`,
    "ezine/two.mdx": issueFile(6, 6).replace("[cash]", "[golf]"),
  });
  const fields = ["volume", "issue", "title", "date", "summary", "topics.0", "colour", "series", "updated"];
  const said = complaintAbout(dir);
  for (const field of fields) expect(said).toContain(`content/ezine/one.mdx: ${field}: `);
  expect(said).toContain("content/ezine/two.mdx: topics.0: a topic of content/topics.yaml");
  expect(said).toContain("10 problems in the content");
});

test("every line that is no YAML is named", () => {
  const dir = contentOf({
    "ezine/one.mdx": issueFile(6, 5)
      .replace("volume: 6", "volume: 6\nvolume: 7")
      .replace("topics: [cash]", "topics: [cash"),
  });
  expect(complaintAbout(dir)).toContain("line 3: to be valid YAML");
  expect(complaintAbout(dir)).toContain("line 8: to be valid YAML");
});

test.each([
  ["a day that does not exist", "date: 2008-05-10", "date: 2008-02-30", "date: wants a day that exists"],
  ["a date in another order", "date: 2008-05-10", "date: 10.5.2008", "date: wants a day that exists"],
  ["a number below one", "volume: 6", "volume: 0", "volume: wants a number from 1 up"],
  ["a broken number", "volume: 6", "volume: 6.5", "volume: wants a whole number"],
  ["an empty title", "title: Letter 6.5", 'title: "  "', "title: wants some words"],
  ["a title left blank", "title: Letter 6.5", "title:", "title: is missing, wants text"],
  [
    "a summary too long to be shown",
    "summary: What",
    `summary: ${"x".repeat(160)}`,
    "summary: wants at most 160",
  ],
  ["no topic", "topics: [cash]", "topics: []", "topics: wants at least one topic"],
  ["topics that are no list", "topics: [cash]", "topics: cash", "topics: wants a list"],
  ["a series without a part", "topics:", "series: Cash\ntopics:", "part: is missing"],
  ["a part without a series", "topics:", "part: 1\ntopics:", "series: is missing"],
  [
    "an epigraph nobody said",
    "topics:",
    "epigraph: { text: So. }\ntopics:",
    "epigraph.attribution: is missing",
  ],
  [
    "a correction before publication",
    "topics:",
    "updated: 2008-05-09\ntopics:",
    "updated: wants a day on or after",
  ],
  [
    "a field written twice",
    "volume: 6",
    "volume: 6\nvolume: 7",
    "line 3: to be valid YAML: Map keys must be unique",
  ],
  [
    "YAML that cannot be read",
    "title: Letter 6.5",
    "title: a: b",
    "line 4: to be valid YAML: Nested mappings",
  ],
  ["no heading", "---\nvolume", "volume", "heading: to stand first in the file"],
  ["a control character", "A story.", "A \u0007 story.", "line 9: no control characters"],
])("an issue with %s is refused", (_, good, bad, said) => {
  const dir = contentOf({ "ezine/one.mdx": issueFile(6, 5).replace(good, bad) });
  expect(complaintAbout(dir)).toContain(`content/ezine/one.mdx: ${said}`);
});

test.each(["One.mdx", "one.md", "one two.mdx", "o_ne.mdx", "-one.mdx"])(
  "a file called %s is refused",
  (name) => {
    expect(complaintAbout(contentOf({ [`ezine/${name}`]: issueFile(6, 5) }))).toContain(
      `${name}: file name: lower-case`,
    );
  },
);

test("a file that is not UTF-8 is refused by name", () => {
  const dir = contentOf();
  writeFileSync(join(dir, "topics.yaml"), new Uint8Array([0x2d, 0x20, 0xff]));
  expect(complaintAbout(dir)).toContain("content/topics.yaml: file: to be saved as UTF-8");
});

test.each([
  ["business.yaml", /^email: .*$/m, "email: nobody", "email: wants an e-mail address"],
  ["business.yaml", /^tagline: .*$/m, "tagline: [One., Two.]", "tagline: wants"],
  ["business.yaml", /^telephoneLink: .*$/m, "telephoneLink: 555", "telephoneLink: wants"],
  ["business.yaml", /country: US/, "country: America", "address.country: wants two capital letters"],
  ["business.yaml", /^timeZone: .*$/m, "timeZone: Boston", "timeZone: wants a time zone"],
  ["business.yaml", /^since: .*$/m, "since: 3", "since: wants a year"],
  ["topics.yaml", /slug: cash/, "slug: Cash Flow", "0.slug: wants lower-case words"],
  ["redirects.yaml", /old.html/, "/evil.example", "0.from: wants a path that begins with one /"],
])("%s with %s as %s is refused", (file, good, bad, said) => {
  const text = FACTS[file]?.replace(good, bad) ?? "";
  expect(complaintAbout(contentOf({ [file]: text }))).toContain(`content/${file}: ${said}`);
});
