import type { Page } from "@playwright/test";
import { CASH_RESULT, templates } from "../setup/pages";
import { expect, test } from "../setup/test";

declare global {
  interface Window {
    shifts: number[];
  }
}

/** Pages of every kind, those that are made on request too. */
const PAGES = {
  ...templates(),
  "no such page": "/problem/not-found",
  "a result that is not one": CASH_RESULT.replace("cash=12000", "cash="),
  "a link of nobody's": "/ezine/confirm/nonsense",
};

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 412, height: 823 });
  await page.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if ("value" in entry && typeof entry.value === "number") window.shifts.push(entry.value);
    }).observe({ type: "layout-shift", buffered: true });
  });
});

/** How much moved by itself until everything was there and had been drawn. */
async function moved(page: Page): Promise<number> {
  return page.evaluate(async () => {
    await document.fonts.ready;
    for (let frames = 0; frames < 3; frames++) await new Promise((drawn) => requestAnimationFrame(drawn));
    return window.shifts.reduce((sum, shift) => sum + shift, 0);
  });
}

for (const [name, path] of Object.entries(PAGES)) {
  test(`${name}: nothing moves where the fonts come with the styles, as the page asks for them`, async ({
    page,
  }) => {
    let fonts = 0;
    let arrived = () => {};
    const allFonts = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    page.on("requestfinished", (request) => {
      if (request.url().endsWith(".woff2") && ++fonts === 3) arrived();
    });
    // The page is drawn when its styles are there; the fonts it names are asked for without them.
    await page.route("**/*.css", async (route) => {
      await allFonts;
      await route.continue();
    });
    await page.goto(path);
    expect(await moved(page)).toBe(0);
  });

  test(`${name}: next to nothing moves where the fonts come late`, async ({ page }) => {
    let drawn = () => {};
    const firstPaint = new Promise<void>((resolve) => {
      drawn = resolve;
    });
    await page.exposeFunction("drawn", () => drawn());
    await page.addInitScript(() => {
      new PerformanceObserver(() => Reflect.get(window, "drawn")()).observe({
        type: "paint",
        buffered: true,
      });
    });
    await page.route("**/*.woff2", async (route) => {
      await firstPaint;
      await route.continue();
    });
    await page.goto(path);
    expect(await moved(page)).toBeLessThan(0.01);
  });
}

test("the answer to a form does not move either", async ({ page }) => {
  await page.goto("/contact");
  await page.locator("form.enquiry-form").getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("alert")).toBeFocused();
  expect(await moved(page)).toBe(0);
});
