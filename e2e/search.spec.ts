import { expect, test } from "./fixtures";

test.use({ javaScriptEnabled: false });

test("the search of the home page leads to results of three kinds, marked, without script", async ({
  page,
}) => {
  await page.goto("/");
  await page.getByLabel("Search hubs, citers and sentences").fill("pencil");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/\/search\?q=pencil$/);
  const kinds = page.getByRole("navigation", { name: "Kinds of results" });
  await expect(kinds.getByRole("link")).toHaveCount(3);
  for (const name of ["Citing papers", "Sentences", "Hubs"]) {
    const link = kinds.getByRole("link", { name });
    const total = Number((await link.textContent())?.match(/\d+/)?.[0]);
    await link.click();
    await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText(`${name}: ${total}`);
    const items = page.getByRole("main").locator("section ol > li");
    await expect(items).toHaveCount(Math.min(25, total));
    await expect(items.first().locator("mark").first()).toHaveText(/^pencil/i);
  }
  await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", /noindex/);
});

test("a sentence leads to its place in the paper", async ({ page }) => {
  await page.goto("/search?q=pencil&kind=sentences");
  const first = page.getByRole("main").locator("section ol > li").first();
  const said = await first.locator("mark").first().textContent();
  await first.getByRole("heading").getByRole("link").click();
  await expect(page).toHaveURL(/\/citers\/\d+#c-\d+$/);
  await expect(page.locator(new URL(page.url()).hash)).toContainText(said ?? "");
});

test("order and page are in the address, and the order can be changed", async ({ page }) => {
  await page.goto("/search?q=is:self%20year:2000..&kind=citers");
  await page.goto("/search?q=year:1900..&kind=citers");
  await page.getByLabel("Order").selectOption("newest first");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/kind=citers.*sort=newest|sort=newest.*kind=citers/);
  await page.getByRole("link", { name: "Next page" }).click();
  await expect(page).toHaveURL(/after=/);
  await expect(page.getByRole("link", { name: "Back to the first page" })).toBeVisible();
  await expect(page.getByRole("main").locator("section ol > li").first()).toBeVisible();
});

test("a mistake is shown with its mending, nothing found with what to try", async ({ page }) => {
  await page.goto("/search?q=pencil%20role:metod");
  await page.getByRole("alert").getByRole("link", { name: "method" }).click();
  await expect(page.getByLabel("Words, or terms")).toHaveValue("pencil role:method");
  await page.goto("/search?q=nobodywrotethis");
  await expect(page.getByText("Nothing on this site meets all terms of the query.")).toBeVisible();
  await page.getByRole("link", { name: "polarity:contrasting" }).click();
  await expect(page.getByRole("heading", { level: 2, name: /^Citing papers: \d+$/ })).toBeVisible();
});
