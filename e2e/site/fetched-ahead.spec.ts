import type { Page } from "@playwright/test";
import { expect, test } from "../setup/test";

type Attempt = { key: { action: string; url: string } };

/** What the browser says of fetching ahead: what it would, and how far it is with what it does. */
async function watch(page: Page) {
  const session = await page.context().newCDPSession(page);
  const wouldFetch = new Set<string>();
  const states = new Map<string, string>();
  const faults: string[] = [];
  session.on("Preload.ruleSetUpdated", ({ ruleSet }) => {
    if (ruleSet.errorType) faults.push(`${ruleSet.errorType}: ${ruleSet.errorMessage}`);
  });
  session.on("Preload.preloadingAttemptSourcesUpdated", ({ preloadingAttemptSources }) => {
    for (const { key } of preloadingAttemptSources satisfies Attempt[]) wouldFetch.add(key.url);
  });
  session.on("Preload.prefetchStatusUpdated", ({ key, status, prefetchStatus }) => {
    states.set(key.url, `${status} ${prefetchStatus}`);
  });
  await session.send("Preload.enable");
  return { wouldFetch, states, faults };
}

test("a page is fetched while the pointer rests on its link, and what was fetched is what is shown", async ({
  page,
}) => {
  const { states, faults } = await watch(page);
  await page.goto("/privacy");
  const link = page.locator('a[href="/about"]').locator("visible=true").first();
  const about = new URL("/about", page.url()).href;
  await link.hover();
  await expect.poll(() => states.get(about)).toBe("Ready PrefetchSuccessfulButNotUsed");
  await link.click();
  await expect(page).toHaveURL(about);
  await expect.poll(() => states.get(about)).toBe("Success PrefetchResponseUsed");
  expect(faults).toEqual([]);
});

const NEVER = [
  "/ezine/confirm/a.b",
  "/ezine/unsubscribe/ab",
  "/ezine/preferences/ab",
  "/ezine/goodbye/ab",
  "/ezine/never/ab",
  "/ezine/done/confirmed",
  "/search",
  "/search?q=cash",
  "/resources/cash-runway/result?cash=1",
  "/kept-mail",
  "/kept-mail/ab/html",
  "/health/ready",
  "/ezine/feed.xml",
  "/ezine/strategic-alliances-part-1.txt",
  "https://example.com/",
];

test("nothing of one reader, no answer to a form and no file is ever fetched ahead", async ({ page }) => {
  const { wouldFetch } = await watch(page);
  await page.goto("/privacy");
  await page.evaluate((paths) => {
    for (const path of [...paths, "/last-of-all"]) {
      const link = document.createElement("a");
      link.href = path;
      link.textContent = path;
      document.body.append(link);
    }
  }, NEVER);
  const at = (path: string) => new URL(path, page.url()).href;
  await expect.poll(() => wouldFetch.has(at("/last-of-all"))).toBe(true);
  expect(NEVER.filter((path) => wouldFetch.has(at(path)))).toEqual([]);
});

test("a page with a reader's token tells of no rules at all", async ({ request }) => {
  for (const place of ["confirm", "unsubscribe", "preferences", "never", "goodbye"]) {
    const answer = await request.get(`/ezine/${place}/nonsense`);
    expect(answer.headers()["speculation-rules"]).toBeUndefined();
  }
  expect((await request.get("/about")).headers()["speculation-rules"]).toBe('"/speculation-rules.json"');
});
