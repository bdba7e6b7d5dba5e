import { defineConfig, devices } from "@playwright/test";
import { BROWSER_ARGS, findBrowser } from "./browser";

export default defineConfig({
  testDir: ".",
  outputDir: "../test-results",
  globalSetup: "./global-setup.ts",
  forbidOnly: true,
  // One at a time: they share one site, with its limits for one address.
  workers: 1,
  // Many times what anything takes, for a machine that is slow or busy; what hangs still ends. No test is tried again.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: "list",
  use: {
    ...devices["Desktop Chrome"],
    baseURL: process.env.SPOKES_URL,
    launchOptions: { executablePath: findBrowser() ?? undefined, args: [...BROWSER_ARGS] },
    trace: "retain-on-failure",
  },
});
