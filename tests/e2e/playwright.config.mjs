import { defineConfig } from "@playwright/test";
import { args, executablePath } from "./chromium.mjs";

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results",
  workers: 2,
  fullyParallel: true,
  // A test that passes the second time has failed.
  retries: 0,
  forbidOnly: !!process.env.CI,
  reporter: "list",
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    acceptDownloads: true,
    launchOptions: { executablePath, args },
    locale: "en-GB",
    viewport: { width: 1440, height: 900 },
  },
});
