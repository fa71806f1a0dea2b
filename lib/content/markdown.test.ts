import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { htmlOf } from "./html";
import { treeOf } from "./markdown";
import { ContentError } from "./problem";
import { proseOf } from "./prose";
import { reactOf } from "./react";

const entry = (markdown: string) => ({ file: "content/a.mdx", line: 5, markdown });
const PAGE = "https://harbor.example.com/ezine/first";

test("one tree is printed the same by React and as HTML", () => {
  const tree = treeOf("## Two things\n\nAsk *her*.\n\n- one\n- two\n");
  expect(renderToStaticMarkup(reactOf(tree))).toBe(htmlOf(tree, PAGE));
});

test("a component can take the place of a tag", () => {
  const tree = treeOf("Ask *her*.");
  const html = renderToStaticMarkup(reactOf(tree, { em: "strong" }));
  expect(html).toBe("<p>Ask <strong>her</strong>.</p>");
});

test("headings get addresses made of their words, different for the same words", () => {
  const { headings } = proseOf(entry("## What’s néw?\n\n## What's new?\n\n### …\n"));
  expect(headings.map((heading) => heading.id)).toEqual(["whats-new", "whats-new-2", "section"]);
  expect(headings[0]).toMatchObject({ depth: 2, text: "What’s néw?" });
});

test("every address in HTML for elsewhere is absolute, and the tree it came from keeps its own", () => {
  const tree = treeOf(
    "[a](/services) [b](#end) [c](https://x.test/) [d](mailto:ada@example.com) ![e](/e.svg)",
  );
  const html = htmlOf(tree, PAGE);
  expect(html).toContain('href="https://harbor.example.com/services"');
  expect(html).toContain(`href="${PAGE}#end"`);
  expect(html).toContain('href="https://x.test/"');
  expect(html).toContain('href="mailto:ada@example.com"');
  expect(html).toContain('src="https://harbor.example.com/e.svg"');
  expect(htmlOf(tree, "https://other.test/")).toContain('href="https://other.test/services"');
});

test("a column's alignment is an attribute, for an inline style would be refused by the page", () => {
  const html = renderToStaticMarkup(reactOf(treeOf("| a |\n|--:|\n| 1 |\n")));
  expect(html).toContain('<td data-align="right">1</td>');
  expect(html).not.toContain("style");
});

test("quotes are typeset around emphasis and code, and code is left alone", () => {
  const html = htmlOf(
    treeOf(`"Go *now*," she said -- it's \`"raw" --\`'s turn... in the '90s, pp. 3--4.`),
    PAGE,
  );
  expect(html).toContain("<p>“Go <em>now</em>,” she said — it’s <code>");
  expect(html).toContain("</code>’s turn… in the ’90s, pp. 3–4.</p>");
});

test("words are counted without addresses, and reading takes at least a minute", () => {
  expect(proseOf(entry("See [our page](/a/long/address) — it’s **new**."))).toMatchObject({
    words: 5,
    minutes: 1,
  });
  expect(proseOf(entry("word ".repeat(700)))).toMatchObject({ words: 700, minutes: 3 });
});

test("facts that the code knows are put into the words, and one it does not know is refused", () => {
  const { tree } = proseOf(entry("Kept for {{retention.bodies}}."), { "retention.bodies": "30 days" });
  expect(htmlOf(tree, PAGE)).toBe("<p>Kept for 30 days.</p>");
  const refused = () => proseOf(entry("Kept.\n\nFor {{toString}}."), { "retention.bodies": "30 days" });
  expect(refused).toThrow(ContentError);
  expect(refused).toThrow("content/a.mdx: line 7: a fact this page has, {{toString}} is none");
});
