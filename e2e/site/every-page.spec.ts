import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { lostWords, setLetters, spaceOut } from "../setup/layout";
import { everyPage } from "../setup/pages";
import { expect, test } from "../setup/test";

/** Everything that axe knows, the size of targets too. */
async function axe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ rules: { "target-size": { enabled: true } } })
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

for (const path of everyPage()) {
  test(`${path} runs no script, loses no word, breaks no rule of ours, and axe finds nothing`, async ({
    page,
  }) => {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const response = await page.goto(path);
      expect(response?.status()).toBe(200);
      const html = (await response?.text()) ?? "";
      expect(html.replace(/<script type="application\/ld\+json">/g, "")).not.toMatch(
        /<script\b|\sstyle="|\son[a-z]+="/,
      );
      expect.soft(await axe(page)).toEqual([]);
    }
    expect.soft(await lostWords(page)).toEqual([]);
    await page.setViewportSize({ width: 412, height: 823 });
    await setLetters(page, 32);
    expect.soft(await lostWords(page), "letters twice as large on a phone").toEqual([]);
    await setLetters(page, 16);
    await page.setViewportSize({ width: 320, height: 640 });
    expect.soft(await lostWords(page), "320 pixels wide").toEqual([]);
    await spaceOut(page);
    expect.soft(await lostWords(page), "spaced out by the reader").toEqual([]);
  });
}

test("an unknown page says so in the site's frame, and a form's answer carries no script either", async ({
  page,
}) => {
  const missing = await page.request.get("/no-such-page");
  expect(missing.status()).toBe(404);
  expect.soft(await missing.text()).not.toContain("<script");
  await page.goto("/contact");
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === "POST"),
    page.locator("form.enquiry-form").getByRole("button", { name: "Send" }).click(),
  ]);
  expect.soft(await answer.text()).not.toContain("<script");
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test("every page carries the headers that keep it safe", async ({ request }) => {
  for (const path of ["/", "/ezine/subscribe", "/ezine/confirm/nonsense", "/no-such-page", "/icon.svg"]) {
    const headers = (await request.get(path)).headers();
    expect(headers["content-security-policy"]).toContain("script-src 'none'");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toMatch(/origin/);
    expect(headers["x-powered-by"]).toBeUndefined();
  }
  const token = (await request.get("/ezine/confirm/nonsense")).headers();
  expect(token["cache-control"]).toContain("no-store");
  expect(token["x-robots-tag"]).toContain("noindex");
});
