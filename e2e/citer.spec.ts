import type { Page } from "@playwright/test";
import { CARBON_HUB, expect, INVENTED_HUB, listedCiters, test } from "./fixtures";

async function open(page: Page, hub: string, words: string): Promise<void> {
  await page.goto(`${hub}/citers?q=${encodeURIComponent(words)}`);
  await page.getByRole("main").getByRole("heading", { level: 3 }).getByRole("link").first().click();
}

test("a citer is opened from its hub, and the permalink of a sentence leads to that sentence", async ({
  page,
}) => {
  await open(page, INVENTED_HUB, "Six Weeks Later, Nothing");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Six Weeks Later, Nothing");
  const sentences = page.getByRole("figure");
  await expect(sentences).toHaveCount(5);
  const last = sentences.last();
  await last.getByRole("link", { name: "permalink" }).click();
  await expect(page).toHaveURL(/#c-\d+$/);
  await page.reload();
  await expect(last).toBeInViewport();
  expect(await last.evaluate((figure) => figure.matches(":target"))).toBe(true);
  await page.getByRole("link", { name: /^Pencil in the Margin/ }).click();
  await expect(page).toHaveURL(new RegExp(`${INVENTED_HUB}$`));
});

test("a sentence shows its section, its citation mark and where it comes from, and labels as suggestions", async ({
  page,
}) => {
  await open(page, INVENTED_HUB, "Six Weeks Later, Nothing");
  const sentence = page.getByRole("figure");
  await expect(sentence.nth(0).locator("mark")).toHaveText("Quillfeather and Foolscap (2018)");
  await expect(sentence.nth(0)).toContainText("from spokes-demo");
  await expect(sentence.nth(3)).toContainText("Results");
  await expect(sentence.nth(3)).toContainText("Suggested, not voted:");
  await expect(sentence.nth(3)).toContainText("“disputing” by demo-index 2025-10, confidence 0.95");
  await expect(sentence.nth(4)).toContainText("Speaks of the hub without a citation mark.");
});

test("a citer without a sentence says why there is none", async ({ page }) => {
  await open(page, CARBON_HUB, "BLOOM");
  await expect(page.getByText("No citing sentence is held: no source has supplied it.")).toBeVisible();
  await expect(page.getByText("No abstract is known.")).toBeVisible();
  await expect(page.getByText("summary by spokes-demo")).toBeVisible();
});

test("the links from citer to citer pass each citer of the hub once, from the newest to the oldest and back", async ({
  page,
}) => {
  await page.goto(`${INVENTED_HUB}/citers`);
  const listed = await listedCiters(page);
  const links = page.getByRole("navigation", { name: /^Other citers of Pencil in the Margin/ });
  await page.goto(listed[0] ?? "");
  for (const [i, address] of listed.entries()) {
    await expect(page).toHaveURL(({ pathname }) => pathname === address);
    const [newer, older] = [links.locator("a[rel=prev]"), links.locator("a[rel=next]")];
    if (i === 0) await expect(newer).toHaveCount(0);
    else await expect(newer).toHaveAttribute("href", listed[i - 1] ?? "");
    if (i === listed.length - 1) await expect(older).toHaveCount(0);
    else await older.click();
  }
  expect(new Set(listed).size).toBe(48);
});

test("two sources that disagree on a date are both heard, each by name", async ({ page }) => {
  await open(page, CARBON_HUB, "Token Arena");
  const provenance = page.getByRole("region", { name: "Where this comes from" });
  await expect(provenance).toContainText("30 April 2026 spokes-demo");
  await expect(provenance).toContainText("1 May 2026 second-listing");
  await expect(provenance.getByText("shown on this page")).toHaveCount(2);
});

test("a retracted citer is marked in the list and on its own page", async ({ page }) => {
  await page.goto(`${INVENTED_HUB}/citers?q=Planted+Praise`);
  await expect(page.locator("ol > li")).toContainText("Retracted");
  await page.getByRole("link", { name: /^Planted Praise/ }).click();
  await expect(page.getByText("Retracted.", { exact: true })).toBeVisible();
});

test("a title in Arabic reads from right to left on a page that reads from left to right", async ({
  page,
}) => {
  await open(page, INVENTED_HUB, "ملاحظات");
  await page.waitForURL(/\/citers\/\d+/);
  const title = page.getByRole("heading", { level: 1 }).locator("[dir=auto]");
  expect(await title.evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");
  expect(await page.locator("html").evaluate((element) => getComputedStyle(element).direction)).toBe("ltr");
});
