import { type Browser, chromium } from "@playwright/test";
import { z } from "zod";
import { chromiumOptions } from "@/bin/test/chromium.mjs";
import { templates } from "@/e2e/setup/pages";
import { median } from "../in-turn";
import { atMost, hundredths, type Line } from "../line";
import { startSite } from "../running-site";
import { slowLine } from "../sides/slow-line";

const RUNS = 3;
const PHONE = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true };

/** Written as text, since it runs in the browser. */
const WATCH = `
  window.seen = { paint: 0, moved: 0, blocked: 0 };
  const watch = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  watch("largest-contentful-paint", (entry) => { seen.paint = entry.startTime; });
  watch("layout-shift", (entry) => { seen.moved += entry.value; });
  watch("longtask", (entry) => { seen.blocked += entry.duration - 50; });
`;
const SEEN = `document.fonts.ready
  .then(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  .then(() => seen)`;

const schema = z.object({ paint: z.number(), moved: z.number(), blocked: z.number() });
type Seen = z.infer<typeof schema>;

/** A first visit by a phone with a processor of a quarter. */
async function visit(browser: Browser, url: string): Promise<Seen> {
  const context = await browser.newContext(PHONE);
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await page.addInitScript({ content: WATCH });
    await page.goto(url);
    return schema.parse(await page.evaluate(SEEN));
  } finally {
    await context.close();
  }
}

/** What a reader on a slow line sees, not worked out but waited for: the bytes come as slowly as they would. */
export async function rows(): Promise<Line[]> {
  const site = await startSite();
  const line = await slowLine(Number(new URL(site.url).port));
  const browser = await chromium.launch(chromiumOptions());
  const worst: Seen = { paint: 0, moved: 0, blocked: 0 };
  try {
    for (const path of Object.values(templates())) {
      const visits: Seen[] = [];
      for (let run = 0; run < RUNS; run++) visits.push(await visit(browser, line.url + path));
      for (const figure of ["paint", "moved", "blocked"] as const)
        worst[figure] = Math.max(worst[figure], median(visits.map((seen) => seen[figure])));
    }
  } finally {
    await browser.close();
    line.stop();
    await site.stop();
  }
  const first =
    "a first visit by slow 4G (150 ms, 1.6 Mbit/s) and a quarter of the processor, worst kind of page";
  return [
    atMost(`largest paint in ${first}`, worst.paint / 1000, 1, "s", 2),
    atMost(`what moves by itself in ${first}`, hundredths(worst.moved), 0, "", 2),
    atMost(`time blocked in ${first}`, worst.blocked, 0, "ms"),
  ];
}
