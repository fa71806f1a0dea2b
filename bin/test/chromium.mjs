// Finds the browser that the tests drive: Playwright's own where it is installed, else the machine's.
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const ON_THE_MACHINE = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Where a browser lies, or undefined where there is none yet. */
export function chromiumPath() {
  const own = chromium.executablePath();
  return existsSync(own) ? own : ON_THE_MACHINE.find((path) => existsSync(path));
}

/** How Playwright is to start it: without a sandbox only where it runs as root, which has none. */
export function chromiumOptions() {
  const asRoot = process.getuid?.() === 0;
  const args = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ];
  return { executablePath: chromiumPath(), args: asRoot ? ["--no-sandbox", ...args] : args };
}
