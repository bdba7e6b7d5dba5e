import { expect, test } from "./fixtures";

/** Axis, value, and the key that gives it. */
const VALUES = [
  ["role", "background", "1"],
  ["role", "motivation", "2"],
  ["role", "evidence", "3"],
  ["role", "method", "4"],
  ["role", "dataset", "5"],
  ["role", "software", "6"],
  ["role", "baseline", "7"],
  ["role", "comparison", "8"],
  ["role", "extension", "9"],
  ["role", "replication", "0"],
  ["role", "future_work", "-"],
  ["role", "other", "="],
  ["polarity", "supporting", "s"],
  ["polarity", "mixed", "m"],
  ["polarity", "neutral", "n"],
  ["polarity", "contrasting", "c"],
  ["polarity", "unclear", "u"],
  ["basis", "own_evidence", "e"],
  ["basis", "relies_on", "r"],
  ["basis", "restates", "t"],
] as const;

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the footer leads to the guidelines, which name their version", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("contentinfo").getByRole("link", { name: "Guidelines" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("How to label a citation");
    await expect(page.getByText(/^Version \d{4}-\d{2}\S*, in force since \d+ \w+ \d{4}$/)).toBeVisible();
  });

  test("every value has its place, its key and two marked examples", async ({ page }) => {
    await page.goto("/guidelines");
    for (const [axis, value, key] of VALUES) {
      const entry = page.locator("article", { has: page.locator(`#${axis}-${value}`) });
      await expect(entry.locator("kbd"), value).toHaveText(key);
      await expect(entry.locator("blockquote mark"), value).toHaveCount(2);
    }
    await expect(page.locator("article")).toHaveCount(VALUES.length);
  });

  test("every link within the page leads to a place that is there", async ({ page }) => {
    await page.goto("/guidelines");
    const lost = await page
      .locator('main a[href^="#"]')
      .evaluateAll((links) =>
        links
          .map((link) => link.getAttribute("href") ?? "")
          .filter((href) => document.getElementById(href.slice(1)) === null),
      );
    expect(lost).toEqual([]);
  });

  test("an address with a value shows that value", async ({ page }) => {
    await page.goto("/guidelines#role-baseline");
    await expect(page.getByRole("heading", { name: "baseline", exact: true })).toBeInViewport();
  });
});

test("shared caches may not keep the guidelines of an earlier version", async ({ request }) => {
  const headers = (await request.get("/guidelines")).headers();
  expect(headers["cache-control"]).toBe("public, max-age=0, s-maxage=1, must-revalidate");
});
