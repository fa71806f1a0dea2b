import AxeBuilder from "@axe-core/playwright";
import { content } from "@/lib/content/content";
import { expect, test } from "../setup/test";

const { services, caseStudies, resources, issues, topics } = content();

/** Every address that a reader can come to without a link of their own. */
const PAGES = [
  "/",
  "/who-we-work-with",
  "/how-we-work",
  "/services",
  "/case-studies",
  "/resources",
  "/resources/cash-runway/result?cash=12000&in=20000&out=18000&slow=12000",
  "/resources/sent",
  "/about",
  "/contact",
  "/contact/sent",
  "/privacy",
  "/site-map",
  "/ezine",
  `/ezine?topic=${topics[0]?.slug}`,
  "/ezine/subscribe",
  "/ezine/subscribe/check-your-mail",
  "/ezine/done/confirmed",
  "/ezine/confirm/nonsense",
  "/ezine/unsubscribe/nonsense",
  "/ezine/preferences/nonsense",
  "/ezine/never/nonsense",
  ...[...services, ...caseStudies, ...resources, ...issues].map(({ path }) => path),
];

for (const path of PAGES) {
  test(`${path} runs no script, breaks no rule of ours, and axe finds nothing`, async ({ page }) => {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const response = await page.goto(path);
      expect(response?.status()).toBe(200);
      const html = (await response?.text()) ?? "";
      expect(html.replace(/<script type="application\/ld\+json">/g, "")).not.toMatch(
        /<script\b|\sstyle="|\son[a-z]+="/,
      );
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
    await page.setViewportSize({ width: 320, height: 640 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
}

test("an unknown page says so in the site's frame, and a form's answer carries no script either", async ({
  page,
}) => {
  const missing = await page.request.get("/no-such-page");
  expect(missing.status()).toBe(404);
  expect(await missing.text()).not.toContain("<script");
  await page.goto("/contact");
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === "POST"),
    page.locator("form.enquiry-form").getByRole("button", { name: "Send" }).click(),
  ]);
  expect(await answer.text()).not.toContain("<script");
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

test("the keyboard alone signs up", async ({ page, address }) => {
  await page.goto("/ezine/subscribe");
  await page.keyboard.press("Tab");
  await expect(page.locator(":focus")).toHaveText(/skip/i);
  await page
    .getByLabel(/e-mail address/i)
    .first()
    .focus();
  await page.keyboard.type(address);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toContainText("on its way");
});
