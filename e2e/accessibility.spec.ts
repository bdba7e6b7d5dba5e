import { CARBON_HUB, everyKindOfPage, expect, INVENTED_HUB, test } from "./fixtures";
import { findStepsBack } from "./steps-back";

test("axe finds nothing on any kind of page, in light and in dark", async ({ page, expectAccessible }) => {
  test.slow();
  for (const address of await everyKindOfPage(page)) {
    await page.goto(address);
    await expectAccessible();
  }
});

test("axe finds nothing in any state of the switches, nor where all details are open", async ({
  page,
  expectAccessible,
}) => {
  test.slow();
  await page.goto(INVENTED_HUB);
  for (const labels of ["with suggestions", "people only"])
    for (const unit of ["papers", "sentences"])
      for (const evidence of ["all evidence", "own evidence"]) {
        for (const name of [labels, unit, evidence]) await page.getByRole("radio", { name }).check();
        await expectAccessible();
      }
  for (const details of await page.locator("details").all())
    await details.evaluate((element) => element.setAttribute("open", ""));
  await expectAccessible();
});

test("nothing scrolls sideways on any kind of page, from 320 to 1600 pixels", async ({ page }) => {
  test.slow();
  for (const address of await everyKindOfPage(page))
    for (const width of [320, 640, 1024, 1600]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(address);
      await page.locator("details").evaluateAll((all) => {
        for (const details of all) details.setAttribute("open", "");
      });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, `${address} at ${width}`).toBeLessThanOrEqual(width);
    }
});

test("the keyboard meets the skip link first, and it leads past the header", async ({ page }) => {
  await page.goto(CARBON_HUB);
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "arXiv:2104.10350" })).toBeFocused();
});

test("the keyboard reaches the logo, the pages, the account, the fields and the button of the explorer in the order of the page", async ({
  page,
}) => {
  await page.goto(`${INVENTED_HUB}/citers`);
  const names: string[] = [];
  for (let i = 0; i < 11; i += 1) {
    await page.keyboard.press("Tab");
    names.push(
      await page.evaluate(() => {
        const element = document.activeElement;
        const label =
          element instanceof HTMLInputElement || element instanceof HTMLSelectElement
            ? element.labels?.[0]
            : null;
        return (label ?? element)?.textContent?.trim().slice(0, 20) ?? "";
      }),
    );
  }
  expect(names).toEqual([
    "Skip to the content",
    "Spokes",
    "Hubs",
    "Search",
    "Annotate",
    "Guidelines",
    "Sign in",
    "Pencil in the Margin",
    "Words, or terms such",
    "Order",
    "Search",
  ]);
});

for (const width of [320, 375, 1280])
  test(`the keyboard never goes back up within a column, at ${width} pixels`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height: 900 });
    for (const address of await everyKindOfPage(page)) {
      await page.goto(address);
      expect(await page.evaluate(findStepsBack), address).toEqual([]);
    }
  });

test("every page names itself: title, description, one heading of the first level, its own address", async ({
  page,
}) => {
  const titles: string[] = [];
  for (const address of (await everyKindOfPage(page)).filter((one) => !one.includes("nothing"))) {
    await page.goto(address);
    titles.push(await page.title());
    await expect(page.locator("meta[name=description]"), address).toHaveAttribute("content", /\S{3}/);
    await expect(page.getByRole("heading", { level: 1 }), address).toHaveCount(1);
    const own = await page.locator("link[rel=canonical]").getAttribute("href");
    expect(new URL(own ?? "").pathname, address).toBe(address.replace(/\?.*/, ""));
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
  }
  // The two views of one list share a title; all others differ.
  expect(new Set(titles).size).toBe(titles.length - 1);
});
