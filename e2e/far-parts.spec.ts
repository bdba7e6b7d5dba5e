import type { Locator, Page } from "@playwright/test";
import { expect, INVENTED_HUB, test } from "./fixtures";

test.use({ viewport: { width: 375, height: 700 } });

const lastCiterOf = (page: Page) =>
  page.getByRole("region", { name: "Citing papers" }).getByRole("listitem").last();

/** Whether it is laid out, and not only reckoned with. */
const isDrawn = (part: Locator) =>
  part
    .locator("a")
    .first()
    .evaluate((link) => link.checkVisibility({ contentVisibilityAuto: true }));

test("what is far from the screen is laid out soon, also when nobody comes near", async ({ page }) => {
  await page.goto(INVENTED_HUB);
  await expect.poll(() => isDrawn(lastCiterOf(page))).toBe(true);
});

test.describe("before it is laid out", () => {
  test.beforeEach(async ({ page }) => {
    // The time at which it would be laid out does not come.
    await page.addInitScript(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("* { animation-play-state: paused !important; }");
      document.adoptedStyleSheets = [sheet];
    });
    await page.goto(INVENTED_HUB);
    await expect.poll(() => isDrawn(lastCiterOf(page))).toBe(false);
  });

  test("it is laid out when a reader comes near", async ({ page }) => {
    await lastCiterOf(page).scrollIntoViewIfNeeded();
    await expect.poll(() => isDrawn(lastCiterOf(page))).toBe(true);
  });

  for (const part of ["claim-1", "citers", "provenance"])
    test(`a link to #${part} of the hub page lands there, and it stays in place`, async ({ page }) => {
      await page.goto(`${INVENTED_HUB}#${part}`);
      const named = page.locator(`#${part}`);
      await expect(named).toBeInViewport();
      // What comes near by this is laid out in the next frames.
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      await expect(named).toBeInViewport();
    });

  test("the keyboard reaches what is far from the screen, and it comes into view", async ({ page }) => {
    await page.getByRole("link", { name: /^All \d+ citing papers$/ }).focus();
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.keyboard.press("Shift+Tab");
    const focused = page.locator(":focus");
    await expect(lastCiterOf(page).locator(":focus")).toHaveCount(1);
    await expect(focused).toBeInViewport({ ratio: 1 });
  });

  // The browser looks for such words as its find in page does.
  test("a link to words that are far from the screen lands on them", async ({ page }) => {
    const title = (await lastCiterOf(page).getByRole("heading").textContent()) ?? "";
    await page.goto("about:blank");
    await page.goto(`${INVENTED_HUB}#:~:text=${encodeURIComponent(title).replaceAll("-", "%2D")}`);
    await expect(lastCiterOf(page).getByRole("heading")).toBeInViewport();
  });

  test("assistive technology is told all of it", async ({ page }) => {
    const title = (await lastCiterOf(page).getByRole("heading").textContent()) ?? "";
    await expect(page.getByRole("heading", { name: title, exact: true })).toHaveCount(1);
  });

  test("on paper all of the page is laid out", async ({ page }) => {
    await page.emulateMedia({ media: "print" });
    await expect.poll(() => isDrawn(lastCiterOf(page))).toBe(true);
  });
});
