import { defineConfig } from "@playwright/test";
import { chromiumOptions } from "./bin/test/chromium.mjs";
import { DATA_DIR, MAIL_PORT, SINK_PORT, SITE_PORT, SITE_URL } from "./e2e/setup/addresses";

const launchOptions = chromiumOptions();

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  use: {
    baseURL: SITE_URL,
    launchOptions,
    trace: "off",
    // A busy browser gives up the move from one page to the next, and says so as if the page had failed.
    contextOptions: { reducedMotion: "reduce" },
  },
  projects: [
    { name: "with script", testIgnore: /system\/.*/, use: { javaScriptEnabled: true } },
    { name: "without script", testMatch: /journeys\/.*\.spec\.ts/, use: { javaScriptEnabled: false } },
    // Whole machines are started and killed in these, one after another.
    { name: "system", testMatch: /system\/.*\.spec\.ts/, fullyParallel: false, timeout: 240_000, workers: 1 },
  ],
  webServer: [
    {
      command: "node --import tsx e2e/setup/mail-sink.ts",
      port: SINK_PORT,
      env: { MAIL_PORT: String(MAIL_PORT), SINK_PORT: String(SINK_PORT) },
      gracefulShutdown: { signal: "SIGTERM", timeout: 5000 },
    },
    {
      command: "node bin/start.mjs",
      url: `${SITE_URL}/health/ready`,
      timeout: 180_000,
      env: {
        PORT: String(SITE_PORT),
        SITE_URL,
        DATA_DIR,
        SMTP_URL: `smtp://127.0.0.1:${MAIL_PORT}`,
        TRUST_PROXY: "1",
      },
      gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    },
  ],
});
