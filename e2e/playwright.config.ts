import { defineConfig, devices } from "@playwright/test";
import { BROWSER_ARGS, findBrowser } from "./browser";

export default defineConfig({
  testDir: ".",
  outputDir: "../test-results",
  globalSetup: "./global-setup.ts",
  forbidOnly: true,
  // One at a time: some tests measure how soon a change is seen.
  workers: 1,
  timeout: 60_000,
  reporter: "list",
  use: {
    ...devices["Desktop Chrome"],
    baseURL: process.env.SPOKES_URL,
    launchOptions: { executablePath: findBrowser() ?? undefined, args: [...BROWSER_ARGS] },
    trace: "retain-on-failure",
  },
});
