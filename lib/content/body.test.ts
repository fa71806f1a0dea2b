import { expect, test } from "vitest";
import { lookThrough } from "./body";

function problemsIn(markdown: string): string[] {
  const { problems } = lookThrough({ slug: "a", path: "/a", file: "content/a.mdx", line: 10, markdown });
  return problems.map((problem) => `${problem.field}: ${problem.wants}`);
}

test("plain Markdown passes, with code in it that looks like anything", () => {
  expect(
    problemsIn("A `<b>{x}</b>`.\n\n## Then\n\n### So\n\n## Next\n\n```\nimport x from 'y'\n<div>\n```\n"),
  ).toEqual([]);
});

test.each([
  ["HTML", "A story.\n\n<div>x</div>", "line 12: no HTML or JSX: write <div>x</div> as Markdown"],
  ["HTML within a line", "A <b>bold</b> story.", "line 10: no HTML or JSX: write <b> as Markdown"],
  ["a script", "<script>alert(1)</script>", "line 10: no HTML or JSX"],
  ["a comment", "<!-- later -->", "line 10: no HTML or JSX"],
  ["a component", "<Figure />", "line 10: no HTML or JSX: write <Figure /> as Markdown"],
  ["an expression", "It is {1 + 1}.", "line 10: no JSX: a brace belongs between backquotes"],
  ["an import", 'import Figure from "./figure"', "line 10: no import or export"],
  ["a second title", "# Title", "line 10: no # heading"],
  ["a skipped level", "## One\n\n#### Two", "line 12: a heading no deeper than ### here"],
  ["a picture without words", "![](/a.svg)", "line 10: words in the picture's brackets"],
  ["a box to tick", "- [ ] call", "line 10: a plain list"],
  ["nothing in it", "\n\n", "body: some words"],
])("a body with %s is refused", (_, markdown, said) => {
  expect(problemsIn(markdown).join("\n")).toContain(said);
});

test("links and pictures are found with their lines, in the text and in definitions", () => {
  const markdown = "[a](/a)\n![b](/b.svg)\n[c][c] ![d][d]\n\n[c]: /c\n[d]: /d.svg\n";
  const { references } = lookThrough({ slug: "a", path: "/a", file: "content/a.mdx", line: 1, markdown });
  expect(references).toEqual([
    { kind: "link", to: "/a", field: "line 1" },
    { kind: "image", to: "/b.svg", field: "line 2" },
    { kind: "link", to: "/c", field: "line 5" },
    { kind: "image", to: "/d.svg", field: "line 6" },
  ]);
});
