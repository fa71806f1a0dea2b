import type { Locator, Page } from "@playwright/test";

/** Where the keyboard is: what it is on, whether that shows, and whether it is where it belongs in the page's order. */
type Stop = { name: string; ring: boolean; seen: boolean; after: boolean };

function stop(page: Page): Promise<Stop | undefined> {
  return page.evaluate(() => {
    const here = document.activeElement;
    if (!here || here === document.body) return undefined;
    const before = document.querySelector("[data-before]");
    const after = !before || Boolean(before.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING);
    before?.removeAttribute("data-before");
    here.setAttribute("data-before", "");
    const drawn = [here, here.nextElementSibling, here.closest("label")].filter((it) => it !== null);
    const ring = drawn.some((it) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(it);
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
    });
    const [box] = here.getClientRects();
    const [x, y] = box ? [box.left + box.width / 2, box.top + box.height / 2] : [-1, -1];
    const there = document.elementFromPoint(x, y);
    const seen = there !== null && (here.contains(there) || Boolean(here.closest("label")?.contains(there)));
    const name = here.textContent?.trim() || here.getAttribute("name") || here.tagName;
    return { name, ring, seen, after };
  });
}

/** How many things on the page the keyboard must come to; the rings of one question are one. */
export function stopsOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const able = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
    const all = [...document.querySelectorAll(able)].filter(
      (it) => it.checkVisibility() && it.getAttribute("tabindex") !== "-1",
    );
    const names = all.map((it, place) =>
      it instanceof HTMLInputElement && it.type === "radio" ? it.name : place,
    );
    return new Set(names).size;
  });
}

/** Goes through a page with the Tab key from its top to its end, and tells every stop. */
export async function walk(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (;;) {
    await page.keyboard.press("Tab");
    const next = await stop(page);
    if (!next) return stops;
    stops.push(next);
    if (stops.length > 500) throw new Error("the keyboard does not get out of the page");
  }
}

/** Goes on with the Tab key until it is on something. */
export async function tabTo(page: Page, goal: Locator): Promise<void> {
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press("Tab");
    if (await goal.evaluate((it) => it === document.activeElement)) return;
  }
  throw new Error(`the keyboard never came to ${goal}`);
}
