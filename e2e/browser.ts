import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];

/**
 * The browser that the tests drive: the one at CHROMIUM_PATH, else Playwright's own, else one that is installed on
 * the machine; null when there is none.
 */
export function findBrowser(): string | null {
  const asked = process.env.CHROMIUM_PATH;
  if (asked) return asked;
  return [chromium.executablePath(), ...INSTALLED].find((path) => existsSync(path)) ?? null;
}

/** What is wrong with the browser that was found and how to mend it, or null when it can be driven. */
export function browserProblem(): string | null {
  const browser = findBrowser();
  if (browser === null)
    return "No browser was found. Run npx playwright install chromium, install the chromium of your system, or set CHROMIUM_PATH.";
  return existsSync(browser) ? null : `CHROMIUM_PATH names ${browser}, where there is no file.`;
}

/** Keeps the browser from talking to anybody but the site, and lets it run as root. */
export const BROWSER_ARGS: readonly string[] = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
];
