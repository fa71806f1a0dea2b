import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PAGE_ADDRESSES, RESERVED_ISSUE_SLUGS } from "./addresses";
import { checkContent } from "./check";
import { SLUG_PATTERN } from "./fields";
import { contentOf, type Files, issueFile } from "./fixture";
import { page } from "./pages";

const block = "{ movement: focused, heading: Go., text: Now., href: /about, linkLabel: On }";
const part = "{ heading: Go., text: Now., href: /about, linkLabel: On }";
const home = `---
title: Welcome
summary: Advice for builders.
lede: You know your trade.
action: { label: Write, href: /contact }
secondAction: { label: See, href: /how-we-work }
movements: [${block}, ${block}, ${block}]
proof: ${part}
tools: ${part}
letter: ${part}
---
Welcome.
`;
const pages: Files = { "pages/home.mdx": home };
for (const slug of PAGE_ADDRESSES.keys()) {
  pages[`pages/${slug}.mdx`] = `---\ntitle: ${slug}\nsummary: About ${slug}.\n---\nWords.\n`;
}

function check(files: Files): string {
  const dir = contentOf({ ...pages, ...files });
  const publicDir = join(dir, "..", "public");
  mkdirSync(publicDir);
  writeFileSync(join(publicDir, "alliance map.svg"), "<svg/>");
  try {
    const { issues } = checkContent(dir, publicDir);
    return `${issues.length} issues`;
  } catch (error) {
    return String(error);
  }
}

test("sound content passes, with every kind of link that arrives somewhere", () => {
  const links = `## The End

[home](/) [page](/about) [letter](/ezine/two?utm=x#the-end) [text](/ezine/two.txt) [form](/ezine/subscribe)
[feed](/ezine/feed.xml) [topic](/ezine?topic=cash) [here](#the-end) [mail](mailto:ada@example.com)
[call](tel:+15550100) [elsewhere](https://example.com/x) [file](/alliance%20map.svg) ![map](/alliance%20map.svg)`;
  expect(check({ "ezine/one.mdx": issueFile(6, 1, links), "ezine/two.mdx": issueFile(6, 2) })).toBe(
    "2 issues",
  );
});

test.each([
  ["a letter that does not exist", "[x](/ezine/gone)", "a page that exists, /ezine/gone does not"],
  ["a page that does not exist", "[x](/abuot)", "a page that exists, /abuot does not"],
  ["a slash too many", "[x](/about/)", "a page that exists"],
  ["a heading that does not exist", "[x](#gone)", "a heading of this text"],
  ["a topic that does not exist", "[x](/ezine?topic=golf)", "golf is none"],
  ["a path without a root", "[x](about)", "a path from the root or a whole address"],
  ["another site without saying so", "[x](//example.com)", "a path from the root"],
  ["a script", "[x](javascript:alert(1))", "a path from the root or a whole address"],
  ["a picture that does not exist", "![x](/gone.svg)", "a picture that exists, public/gone.svg does not"],
  ["a picture of somebody else's", "![x](https://example.com/x.png)", "a picture of our own"],
  ["a file outside of the public folder", "![x](/..%2fcontent/topics.yaml)", "a picture that exists"],
  ["a path that cannot be decoded", "[x](/%ff%zz)", "a page that exists"],
])("a link to %s stops the build", (_, body, said) => {
  const complaint = check({ "ezine/one.mdx": issueFile(6, 1, `\n${body}\n`) });
  expect(complaint).toContain("content/ezine/one.mdx: line 10: ");
  expect(complaint).toContain(said);
});

test.each<[string, Files, string]>([
  ["HTML in a body", { "ezine/a.mdx": issueFile(6, 1, "<b>x</b>") }, "a.mdx: line 9: no HTML or JSX"],
  [
    "a dead link on the first page",
    { "pages/home.mdx": home.replace("/contact", "/nobody") },
    "action.href: a page",
  ],
  [
    "one number for two letters",
    { "ezine/a.mdx": issueFile(6, 1), "ezine/b.mdx": issueFile(6, 1) },
    "issue: a number that content/ezine/",
  ],
  [
    "a later number on an earlier day",
    { "ezine/a.mdx": issueFile(6, 2), "ezine/b.mdx": issueFile(6, 3).replace("-03-10", "-01-10") },
    "content/ezine/b.mdx: date: a day after 2008-02-10",
  ],
  [
    "an unknown topic",
    { "ezine/a.mdx": issueFile(6, 1).replace("[cash]", "[cash, golf]") },
    "content/ezine/a.mdx: topics.1: a topic of content/topics.yaml, golf is none",
  ],
  [
    "a topic named twice",
    { "ezine/a.mdx": issueFile(6, 1).replace("[cash]", "[cash, cash]") },
    "topics.1: cash only",
  ],
  [
    "a hole in a series",
    {
      "ezine/a.mdx": issueFile(6, 1, "x", "series: Allies\npart: 1\n"),
      "ezine/b.mdx": issueFile(6, 2, "x", "series: Allies\npart: 3\n"),
    },
    "content/ezine/b.mdx: part: 2, the next of “Allies”",
  ],
  [
    "a series that begins late",
    { "ezine/a.mdx": issueFile(6, 1, "x", "series: A\npart: 2\n") },
    "part: 1, the next",
  ],
  ["a letter where the form lives", { "ezine/subscribe.mdx": issueFile(6, 1) }, "file name: another name"],
  [
    "a topic listed twice",
    { "topics.yaml": "- &a { slug: cash, name: Cash, movement: control, summary: Thin. }\n- *a\n" },
    "content/topics.yaml: 1.slug: cash only once",
  ],
  [
    "an old address that is a page",
    { "redirects.yaml": "- { from: /about, to: / }" },
    "0.from: an old address",
  ],
  [
    "an old address that leads nowhere",
    { "redirects.yaml": "- { from: /a, to: /b }" },
    "0.to: a page that exists",
  ],
  [
    "an old address twice",
    { "redirects.yaml": "- { from: /a, to: / }\n- { from: /a, to: /about }" },
    "1.from: /a only once",
  ],
  [
    "a page nobody asked for",
    { "pages/jobs.mdx": "---\n---\n" },
    "pages/jobs.mdx: file name: the name of a page",
  ],
])("%s stops the build", (_, files, said) => {
  expect(check(files)).toContain(said);
});

test("no letter can be called what the site itself uses below the e-zine", () => {
  const used = readdirSync(join("app", "ezine"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && SLUG_PATTERN.test(entry.name))
    .map(({ name }) => name);
  expect(used).toContain("subscribe");
  expect(used.filter((name) => !RESERVED_ISSUE_SLUGS.has(name))).toEqual([]);
});

test("a page without its file stops the build, and cannot be shown", () => {
  const dir = contentOf({ "pages/about.mdx": pages["pages/about.mdx"] ?? "" });
  expect(() => checkContent(dir, dir)).toThrow("content/pages/contact.mdx: file: to exist");
  expect(() => checkContent(dir, dir)).toThrow("content/pages/home.mdx: file: to exist");
  expect(page("about", dir).path).toBe("/about");
  expect(() => page("contact", dir)).toThrow("content/pages/contact.mdx: file: to exist");
});
