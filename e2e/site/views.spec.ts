import AxeBuilder from "@axe-core/playwright";
import { stopsOf, walk } from "../setup/keyboard";
import { lostWords, setLetters } from "../setup/layout";
import { templates } from "../setup/pages";
import { expect, test } from "../setup/test";

/** How a page may be looked at. A quarter of 1280 by 1024 is what a reader has who makes everything four times as large. */
const VIEWS: [view: string, width: number, height: number, letters: number][] = [
  ["a wide screen", 1920, 1080, 16],
  ["a tablet", 768, 1024, 16],
  ["a phone on its side", 640, 360, 16],
  ["everything four times as large", 320, 256, 16],
  ["letters twice as large", 1280, 1024, 32],
];

const WIDE = new Set(["home", "issue", "tool result"]);

for (const [name, path] of Object.entries(templates())) {
  test(`${name}: nothing is lost, however it is looked at`, async ({ page }) => {
    await page.goto(path);
    for (const [view, width, height, letters] of VIEWS) {
      await page.setViewportSize({ width, height });
      await setLetters(page, letters);
      expect.soft(await lostWords(page), view).toEqual([]);
    }
  });

  test(`${name}: forced colours break nothing, and nothing moves for those who asked for that`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
    await page.goto(path);
    // Axe reads contrast off colours that are not the ones in force here; those are the reader's own.
    const { violations } = await new AxeBuilder({ page }).disableRules(["color-contrast"]).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll("*")].filter((it) => {
        const { animationName, transitionDuration } = getComputedStyle(it);
        return animationName !== "none" || transitionDuration !== "0s";
      }),
    );
    expect(moving).toHaveLength(0);
    // Colours that fill a button are not kept, so that its border has to show it.
    const bare = await page.evaluate(() =>
      [...document.querySelectorAll(".button, .field-input")]
        .filter((it) => it.checkVisibility() && Number.parseFloat(getComputedStyle(it).borderTopWidth) < 1)
        .map((it) => it.outerHTML),
    );
    expect(bare).toEqual([]);
  });

  test(`${name}: the keyboard comes to everything in order, and it always shows where it is`, async ({
    page,
  }) => {
    for (const width of WIDE.has(name) ? [412, 1280] : [412]) {
      await page.setViewportSize({ width, height: 700 });
      await page.goto(path);
      const wanted = await stopsOf(page);
      const stops = await walk(page);
      expect(stops[0]?.name).toMatch(/^Skip/);
      expect(stops.filter(({ ring, seen, after }) => !(ring && seen && after))).toEqual([]);
      expect(stops).toHaveLength(wanted);
    }
  });
}
