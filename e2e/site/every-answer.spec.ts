import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { type Answer, everyAnswer } from "../setup/answers";
import { attributeOf, tagsOf, titleOf } from "../setup/markup";
import { expect, test } from "../setup/test";

// One worker asks for everything once.
test.describe.configure({ mode: "default" });

let answers: Answer[];
test.beforeAll(async () => {
  answers = await everyAnswer();
});

/** What is wrong with each answer, told with what was asked. */
async function complaints(about: (answer: Answer) => Promise<string[]> | string[]): Promise<string[]> {
  const all = await Promise.all(
    answers.map(async (answer) => (await about(answer)).map((what) => `${answer.what}: ${what}`)),
  );
  return all.flat();
}

/** Matters of spelling that HTML leaves open, and a limit of 70 letters to a title that no rule of HTML knows. */
const OPEN = [
  "attr-case",
  "attribute-boolean-style",
  "attribute-empty-style",
  "long-title",
  "tel-non-breaking",
  "void-style",
];

test("every page is valid HTML", async () => {
  const rules = Object.fromEntries(OPEN.map((rule) => [rule, "off"] as const));
  const validator = new HtmlValidate(
    new StaticConfigLoader({
      root: true,
      extends: ["html-validate:recommended", "html-validate:document"],
      rules: {
        ...rules,
        "valid-id": ["error", { relaxed: true }],
        // Everything comes from the site itself.
        "require-sri": ["error", { target: "crossorigin" }],
      },
    }),
  );
  const found = await complaints(async ({ html }) => {
    const { results } = await validator.validateString(html);
    return results
      .flatMap(({ messages }) => messages)
      .map(({ ruleId, message, selector }) => `${ruleId} at ${selector}: ${message}`);
  });
  expect(found).toEqual([]);
});

test("every page has one first heading, leaves out no level, names its landmarks and its language", async () => {
  const found = await complaints(({ html }) => {
    const tags = tagsOf(html);
    const wrong: string[] = [];
    const levels = tags.map(({ name }) => Number(/^h([1-6])$/.exec(name)?.[1])).filter(Boolean);
    if (levels.filter((level) => level === 1).length !== 1) wrong.push(`headings ${levels}`);
    for (const [place, level] of levels.entries())
      if (level > (levels[place - 1] ?? 0) + 1) wrong.push(`h${level} after ${levels.slice(0, place)}`);
    for (const one of ["main", "html"])
      if (tags.filter(({ name }) => name === one).length !== 1) wrong.push(`not one ${one}`);
    const navs = tags
      .filter(({ name }) => name === "nav")
      .map((tag) => attributeOf(tag, "aria-label") || attributeOf(tag, "aria-labelledby"));
    if (navs.includes("") || new Set(navs).size < navs.length) wrong.push(`ways named ${navs}`);
    const language = tags.filter(({ name }) => name === "html").map((tag) => attributeOf(tag, "lang"));
    if (language[0] !== "en-US") wrong.push(`language ${language}`);
    return wrong;
  });
  expect(found).toEqual([]);
});

test("no two pages share a title, and a form that was not taken says so in it", async () => {
  const pages = new Map<string, string>();
  const found = await complaints(({ what, html }) => {
    const title = titleOf(html);
    const canonical = tagsOf(html).find((tag) => attributeOf(tag, "rel") === "canonical");
    const page = canonical ? attributeOf(canonical, "href") : what;
    const isRefused = html.includes('class="form-problem"');
    if (isRefused !== title.startsWith("Error: ")) return [title];
    if (isRefused || !canonical) return title.includes(" · ") ? [] : [title];
    const wrong = (pages.get(title) ?? page) === page ? [] : [`${title}, as ${pages.get(title)}`];
    pages.set(title, page);
    return wrong;
  });
  expect(found).toEqual([]);
  expect(pages.size).toBeGreaterThan(40);
});

test("every page asks for its styles first and then for the same fonts, which are there", async ({
  request,
}) => {
  const asked = new Set<string>();
  const found = await complaints(({ html }) => {
    const links = tagsOf(html).filter(({ name }) => name === "link");
    const firstFont = links.findIndex((tag) => attributeOf(tag, "as") === "font");
    const lastStyles = links.findLastIndex((tag) => attributeOf(tag, "rel") === "stylesheet");
    const fonts = links.filter((tag) => attributeOf(tag, "as") === "font");
    asked.add(fonts.map((tag) => attributeOf(tag, "href")).join(" "));
    return fonts.length > 0 && firstFont > lastStyles ? [] : [`fonts ${fonts.length}, styles ${lastStyles}`];
  });
  expect(found).toEqual([]);
  expect(asked.size).toBe(1);
  for (const font of [...asked].join(" ").split(" ")) expect((await request.get(font)).status()).toBe(200);
});
