import type { Page } from "@playwright/test";
import { CARBON_HUB, expect, INVENTED_HUB, listedCiters, test, totalIn } from "./fixtures";

test.use({ javaScriptEnabled: false });

/** Follows the pages of a list of citers from its first to its last. */
async function walk(page: Page, address: string): Promise<{ citers: string[]; total: number }> {
  await page.goto(address);
  const total = totalIn((await page.getByRole("heading", { level: 2 }).textContent()) ?? "");
  const citers = await listedCiters(page);
  const next = page.getByRole("link", { name: "Next page" });
  while ((await next.count()) > 0) {
    await page.goto((await next.getAttribute("href")) ?? "");
    citers.push(...(await listedCiters(page)));
  }
  return { citers, total };
}

test("without script, the explorer of every hub reaches each of its citers exactly once, in every order", async ({
  page,
}) => {
  await page.goto("/hubs");
  const links = page.getByRole("main").getByRole("heading", { level: 3 }).getByRole("link");
  const hubs = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  expect(hubs).toEqual(expect.arrayContaining([CARBON_HUB, INVENTED_HUB]));
  for (const hub of hubs)
    for (const sort of ["newest", "oldest", "most_cited"]) {
      const { citers, total } = await walk(page, `${hub}/citers?sort=${sort}`);
      expect(new Set(citers).size, hub).toBe(total);
      expect(citers.length, hub).toBe(total);
    }
});

test("the explorer of the real hub lists its 36 citers, oldest first when asked, undated ones always last", async ({
  page,
}) => {
  const newest = await walk(page, `${CARBON_HUB}/citers`);
  const oldest = await walk(page, `${CARBON_HUB}/citers?sort=oldest`);
  expect(newest.total).toBe(36);
  const dated = 32;
  expect(oldest.citers.slice(0, dated)).toEqual(newest.citers.slice(0, dated).toReversed());
  expect(new Set(oldest.citers.slice(dated))).toEqual(new Set(newest.citers.slice(dated)));
});

test("years typed into the form leave the papers of those years, and the form remembers them", async ({
  page,
}) => {
  await page.goto(`${CARBON_HUB}/citers`);
  await page.getByLabel("From year").fill("2022");
  await page.getByLabel("To year").fill("2022");
  await page.getByRole("button", { name: "Show" }).click();
  const papers = page.getByRole("main").getByRole("listitem");
  await expect(page.getByRole("heading", { name: "6 of 36 citers" })).toBeVisible();
  await expect(papers).toHaveCount(6);
  for (const paper of await papers.all()) await expect(paper).toContainText("2022");
  await expect(page.getByLabel("From year")).toHaveValue("2022");
});

test("a word leaves the papers that have it, whatever its case", async ({ page }) => {
  await page.goto(`${INVENTED_HUB}/citers`);
  await page.getByLabel("Words in title, authors or summary").fill("ERASING");
  await page.getByLabel("Order").selectOption("most_cited");
  await page.getByRole("button", { name: "Show" }).click();
  const papers = page.getByRole("main").getByRole("listitem");
  await expect(papers.first()).toBeVisible();
  expect(await papers.count()).toBeLessThan(10);
  for (const paper of await papers.all()) await expect(paper).toContainText(/erasing/i);
  await expect(page).toHaveURL(/sort=most_cited/);
});

test("a search that finds nothing says so and offers the way back to all", async ({ page }) => {
  await page.goto(`${CARBON_HUB}/citers?q=nobodywrotethis&from=2022`);
  await expect(page.getByRole("heading", { name: "0 of 36 citers" })).toBeVisible();
  await expect(page.getByText("No citing paper with “nobodywrotethis”")).toBeVisible();
  await page.getByRole("link", { name: "Clear the search" }).click();
  await expect(page.getByRole("heading", { name: "36 citers" })).toBeVisible();
});

test("parameters that make no sense are ignored", async ({ page }) => {
  const answer = await page.goto(`${CARBON_HUB}/citers?from=last&to=99999&sort=best&after=%00'--&q=`);
  expect(answer?.status()).toBe(200);
  await expect(page.getByRole("heading", { name: "36 citers" })).toBeVisible();
});

test("search engines are asked to keep the plain list only", async ({ page }) => {
  const robots = page.locator("meta[name=robots]");
  await page.goto(`${CARBON_HUB}/citers`);
  await expect(robots).toHaveCount(0);
  await page.goto(`${CARBON_HUB}/citers?sort=oldest`);
  await expect(robots).toHaveAttribute("content", /noindex/);
  await expect(page.locator("link[rel=canonical]")).toHaveAttribute(
    "href",
    new RegExp(`${CARBON_HUB}/citers$`),
  );
});
