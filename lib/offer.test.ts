import { expect, test } from "vitest";
import { contentOf } from "@/lib/content/fixture";
import {
  byMovement,
  caseStudies,
  caseStudyBySlug,
  resourceBySlug,
  resources,
  serviceBySlug,
  services,
} from "./offer";

const tool = (movement: string) =>
  `---\ntitle: Tool\nsummary: A tool.\nmovement: ${movement}\norder: 1\ntool: tool\n---\nUse it.\n`;

test("what is offered is found by its address, and an unknown address finds nothing", () => {
  const dir = contentOf({ "resources/planner.mdx": tool("growing") });
  expect(resourceBySlug("planner", dir)).toMatchObject({ title: "Tool", path: "/resources/planner" });
  expect(resourceBySlug("constructor", dir)).toBeUndefined();
  expect(serviceBySlug("planner", dir)).toBeUndefined();
  expect(caseStudyBySlug("planner", dir)).toBeUndefined();
  expect([services(dir), caseStudies(dir)]).toEqual([[], []]);
});

test("the three movements are always there, in the order a client goes through them", () => {
  const dir = contentOf({ "resources/b.mdx": tool("growing"), "resources/a.mdx": tool("focused") });
  expect(byMovement(resources(dir)).map((it) => [it.movement, it.entries.length])).toEqual([
    ["focused", 1],
    ["control", 0],
    ["growing", 1],
  ]);
});
