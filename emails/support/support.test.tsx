import { render } from "react-email";
import { expect, test } from "vitest";
import { withAbsoluteAddresses } from "@/lib/content/html";
import { treeOf } from "@/lib/content/markdown";
import { PLACEHOLDERS } from "@/lib/delivery/issue-letter";
import { issues } from "@/lib/ezine/issues";
import type { Letter } from "@/lib/mail/message";
import { issueBody } from "../issue/body";
import { writeIssue } from "../issue/write";
import { LetterMail } from "../letter";
import { EXTRAS } from "./extras";
import { FACTS } from "./facts";
import { featuresOf } from "./features";

const EVERYTHING = `
## A heading

### A smaller one

A *word*, a **word**, \`code\`, ~~gone~~, a [link](https://example.com "title") and[^1] a note.

> Quoted.

- one
- two

3. three

| left | right |
| :--- | ----: |
| a    | b     |

![A picture](https://example.com/a.png)

\`\`\`text
a block
\`\`\`

---

[^1]: The note.
`;

const LETTER: Letter = {
  subject: "s",
  preheader: "p",
  heading: "h",
  reason: "r",
  blocks: [
    { kind: "text", text: "t" },
    { kind: "button", label: "l", url: "https://example.com/" },
    { kind: "link", before: "b", url: "https://example.com/" },
    { kind: "list", items: ["i"] },
    { kind: "quote", text: "q" },
    { kind: "fact", label: "l", value: "v" },
  ],
};

/** What a letter is made of that some program does not know and for which nobody has thought of a fallback. */
function troubles(html: string): string[] {
  return [...featuresOf(html)].filter((feature) => {
    const fact = FACTS.get(feature);
    return !(feature in EXTRAS) && (!fact || fact.without.length > 0);
  });
}

const withLinks = (html: string) =>
  Object.values(PLACEHOLDERS).reduce((text, mark) => text.replaceAll(mark, "https://example.com/"), html);
const everything = issueBody(withAbsoluteAddresses(treeOf(EVERYTHING), "https://example.com/ezine/one"));
const letters = issues().map((issue) => withLinks(writeIssue(issue).html));
const single = await render(
  <LetterMail letter={LETTER} masthead="m" tagline="t" url="https://example.com/" imprint={["i"]} />,
);

test("every feature of every issue is known to all mail programs, or has its fallback", () => {
  for (const html of letters) expect(troubles(html)).toEqual([]);
}, 60_000);

test("so is every feature that the words of an issue can bring in", () => {
  expect(troubles(everything)).toEqual([]);
});

test("so is every feature of the single letters", () => {
  expect(troubles(single)).toEqual([]);
});

test("no fallback is listed for what no letter uses", () => {
  const used = new Set([everything, single, ...letters.slice(0, 1)].flatMap((html) => [...featuresOf(html)]));
  expect(Object.keys(EXTRAS).filter((feature) => !used.has(feature))).toEqual([]);
}, 60_000);

test("the layout stands in Word's engine: what carries it is known there in full or in part", () => {
  const carriers = [
    "tag table",
    "tag td",
    "attribute width",
    "attribute bgcolor",
    "property padding",
    "unit px",
  ];
  for (const feature of carriers) {
    expect(featuresOf(letters[0] ?? "")).toContain(feature);
    expect(FACTS.get(feature)?.without).toEqual([]);
  }
});

test.each([
  ['<div style="display:grid">', "value display:grid"],
  ['<p style="color:var(--ink)">', "function var"],
  ['<p style="width:50vw">', "unit vw"],
  ['<p style="background-image:url(https://example.com/a.png)">', "property background-image"],
  ['<svg viewBox="0 0 1 1"></svg>', "tag svg"],
  ['<form action="https://example.com">', "tag form"],
  ["<style>@import 'a.css';</style>", "at-rule @import"],
  ["<style>@media (min-width: 600px) { p { color: #000000 } }</style>", "media min-width"],
  ["<style>p:hover { color: #000000 }</style>", "selector :hover"],
  ["<style>p > a { color: #000000 }</style>", "selector child"],
  ["<style>[lang] { color: #000000 }</style>", "selector [attribute]"],
  ['<p onclick="x()">', "attribute onclick"],
  ['<a href="javascript:x()">x</a>', "link javascript:"],
  ['<a href="/about">x</a>', "link relative"],
  ['<img src="data:image/png;base64,AA">', "link data:"],
])("%s is found out", (html, feature) => {
  expect(troubles(html)).toContain(feature);
});
