import type { ElementContent, Root } from "hast";
import { expect, test } from "vitest";
import { opensLong } from "./opens-long";

const LONG = "He had them typed, every one. ".repeat(9);

function element(tagName: string, ...children: (ElementContent | string)[]): ElementContent {
  const inside = children.map((it) => (typeof it === "string" ? { type: "text" as const, value: it } : it));
  return { type: "element", tagName, properties: {}, children: inside };
}

function root(...children: ElementContent[]): Root {
  return { type: "root", children };
}

test("only a long first paragraph that begins with a letter takes an initial", () => {
  expect(opensLong(root(element("p", LONG)))).toBe(true);
  expect(opensLong(root(element("p", element("em", LONG))))).toBe(true);
  expect(opensLong(root(element("p", "“Sure.”")))).toBe(false);
  expect(opensLong(root(element("p", `“${LONG}”`)))).toBe(false);
  expect(opensLong(root(element("ul", element("li", LONG))))).toBe(false);
  expect(opensLong(root())).toBe(false);
});
