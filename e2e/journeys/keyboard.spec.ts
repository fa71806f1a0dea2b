import { tabTo } from "../setup/keyboard";
import { mailAbout } from "../setup/mailbox";
import { CASH_RESULT } from "../setup/pages";
import { expect, test } from "../setup/test";

// Nothing here is clicked, filled or focused but by keys.

test("the first key leads past the head of the page, to its text", async ({ page }) => {
  await page.goto("/services");
  await page.keyboard.press("Tab");
  await expect(page.locator(":focus")).toHaveText("Skip to the text");
  await expect(page.locator(":focus")).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  expect(await page.locator(":focus").evaluate((it) => it.closest("main") !== null)).toBe(true);
});

test("on a phone the sections open, are gone through, close again, and lead on", async ({ page }) => {
  await page.setViewportSize({ width: 412, height: 823 });
  await page.goto("/");
  const menu = page.getByRole("button", { name: "Sections" });
  const links = page.getByRole("navigation", { name: "Sections", exact: true });
  await expect(links).toBeHidden();
  await tabTo(page, menu);
  await page.keyboard.press("Enter");
  await expect(links).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(links.getByRole("button", { name: "Close" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(links.getByRole("link").first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(links).toBeHidden();
  await expect(menu).toBeFocused();
  await page.keyboard.press("Space");
  await tabTo(page, links.getByRole("link", { name: "Resources" }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/resources$/);
});

test("something is searched for and opened", async ({ page }) => {
  await page.goto("/");
  await tabTo(page, page.getByRole("banner").getByRole("link", { name: "Search" }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/search$/);
  await tabTo(page, page.getByRole("searchbox"));
  await page.keyboard.type("strategic alliances");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/search\?q=strategic\+alliances$/);
  const found = page.getByRole("main").getByRole("heading", { level: 3 }).getByRole("link").first();
  await tabTo(page, found);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/ezine\/strategic-alliances-part-/);
});

test("a sign-up that is not taken says why first, leads to the field, and is sent again", async ({
  page,
  address,
}) => {
  await page.goto("/ezine/subscribe");
  const field = page.getByLabel(/e-mail address/i);
  await tabTo(page, field);
  await page.keyboard.type("ada@example");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toBeFocused();
  await expect(page).toHaveTitle(/^Error: /);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("alert").getByRole("link")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(field).toBeFocused();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(address);
  await tabTo(page, page.getByRole("button", { name: "Subscribe" }));
  await page.keyboard.press("Space");
  await expect(page.getByRole("status")).toContainText("on its way");
  await mailAbout(address, /^Confirm your subscription/);
});

test("an enquiry is written and sent", async ({ page, address }) => {
  await page.goto("/contact");
  for (const [label, words] of [
    [/your name/i, "Grace Hopper"],
    [/e-mail address/i, address],
    [/on your mind/i, "Two questions."],
  ] as const) {
    await tabTo(page, page.getByLabel(label));
    await page.keyboard.type(words);
  }
  await tabTo(page, page.getByRole("button", { name: "Send" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toContainText("Thank you for writing");
});

test("a worksheet with numbers is filled in, and mended where a number is missing", async ({ page }) => {
  await page.goto("/resources/cash-runway");
  for (const [label, amount] of [
    [/cash on hand/i, "12000"],
    [/an ordinary month: comes in/i, "20000"],
    [/goes out/i, "18000"],
  ] as const) {
    await tabTo(page, page.getByLabel(label));
    await page.keyboard.type(amount);
  }
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel(/a slow month: comes in/i)).toBeFocused();
  await page.keyboard.type("12000");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(CASH_RESULT.replace("?", "\\?")));
  await expect(page.getByRole("status")).toBeVisible();
});

test("a worksheet with marks is filled in by arrows", async ({ page }) => {
  await page.goto("/resources/alliance-check");
  for (const group of await page.getByRole("group").all()) {
    await tabTo(page, group.getByRole("radio", { name: "1" }));
    for (let mark = 1; mark < 4; mark++) await page.keyboard.press("ArrowRight");
  }
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toContainText("It would hold");
});

test("the archive leads to a letter, and that to its neighbour", async ({ page }) => {
  await page.goto("/ezine");
  await tabTo(
    page,
    page
      .getByRole("main")
      .getByRole("link", { name: /Part 1/ })
      .first(),
  );
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/part-1$/);
  const first = new URL(page.url()).pathname;
  const neighbours = page.getByRole("navigation", { name: "Letters before and after" });
  await tabTo(page, neighbours.getByRole("link").last());
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(new RegExp(`${first}$`));
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
