import type { Page } from "@playwright/test";
import { CARBON_HUB, expect, INVENTED_HUB, listedCiters, test, totalIn } from "./fixtures";

test.use({ javaScriptEnabled: false });

/** Follows the pages of a list of citers from its first to its last. */
async function walk(page: Page, address: string): Promise<{ citers: string[]; total: number }> {
  await page.goto(address);
  const total = totalIn((await page.getByRole("heading", { level: 2 }).first().textContent()) ?? "");
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
    for (const sort of ["newest", "oldest", "most_cited", "most_contested", "relevance"]) {
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

test("a year typed into the query leaves the papers of that year, and a chip takes it away again", async ({
  page,
}) => {
  await page.goto(`${CARBON_HUB}/citers`);
  await page.getByLabel("Words, or terms").fill("year:2022");
  await page.getByRole("button", { name: "Search" }).click();
  const papers = page.locator("ol > li");
  await expect(page.getByRole("heading", { name: "6 of 36 citers" })).toBeVisible();
  await expect(papers).toHaveCount(6);
  for (const paper of await papers.all()) await expect(paper).toContainText("2022");
  await expect(page.getByLabel("Words, or terms")).toHaveValue("year:2022");
  await page.getByRole("link", { name: /^year:2022/ }).click();
  await expect(page.getByRole("heading", { name: "36 citers" })).toBeVisible();
});

test("a word leaves the papers that have it, whatever its case", async ({ page }) => {
  await page.goto(`${INVENTED_HUB}/citers`);
  await page.getByLabel("Words, or terms").fill("ERASING");
  await page.getByLabel("Order").selectOption("most_cited");
  await page.getByRole("button", { name: "Search" }).click();
  const papers = page.locator("ol > li");
  await expect(page).toHaveURL(/sort=most_cited/);
  await expect(papers.first()).toBeVisible();
  expect(await papers.count()).toBeLessThan(10);
});

test("each way to narrow the list leaves as many papers as it says", async ({ page }) => {
  await page.goto(`${INVENTED_HUB}/citers`);
  const ways = await page
    .getByRole("navigation", { name: "Narrow the list" })
    .getByRole("link")
    .evaluateAll((links) =>
      links.map((link) => ({
        href: link.getAttribute("href") ?? "",
        citers: Number(link.querySelector(".tabular-nums")?.textContent?.replaceAll(",", "")),
      })),
    );
  expect(ways.length).toBeGreaterThan(25);
  for (const { href, citers } of ways) {
    await page.goto(href);
    await expect(page.getByRole("heading", { name: `${citers} of 48 citers` }), href).toBeVisible();
  }
});

test("facets, words and chips write one query, which is the address", async ({ page }) => {
  await page.goto(`${INVENTED_HUB}/citers?q=pencil`);
  const narrow = page.getByRole("navigation", { name: "Narrow the list" });
  await narrow.getByRole("link", { name: /^supporting/ }).click();
  await expect(page.getByLabel("Words, or terms")).toHaveValue("pencil polarity:supporting");
  expect(new URL(page.url()).searchParams.get("q")).toBe("pencil polarity:supporting");
  const chips = page.getByRole("list", { name: "Terms of the query" });
  await chips.getByRole("link", { name: /^pencil/ }).click();
  await expect(page.getByLabel("Words, or terms")).toHaveValue("polarity:supporting");
  await narrow.getByRole("link", { name: /^supporting/ }).click();
  await expect(page.getByRole("heading", { name: "48 citers" })).toBeVisible();
});

test("on a phone the ways to narrow the list come when they are asked for, and lead back to it", async ({
  page,
}) => {
  await page.setViewportSize({ width: 375, height: 700 });
  await page.goto(`${INVENTED_HUB}/citers`);
  const narrow = page.getByRole("navigation", { name: "Narrow the list" });
  await expect(narrow).toBeHidden();
  await page.getByRole("link", { name: "Narrow the list" }).click();
  await expect(narrow).toBeInViewport();
  await narrow.getByRole("link", { name: "Back to the list" }).click();
  await expect(narrow).toBeHidden();
  await expect(page.getByRole("heading", { name: "48 citers" })).toBeInViewport();
  await page.getByRole("link", { name: "Narrow the list" }).click();
  await narrow.getByRole("link", { name: /^supporting/ }).click();
  await expect(page.getByRole("heading", { name: "9 of 48 citers" })).toBeVisible();
  await expect(narrow).toBeHidden();
});

test("the terms of a query can be taken away above the sentences too, and no sentence means a way on", async ({
  page,
}) => {
  await page.goto(`${INVENTED_HUB}/sentences?q=nobodywrotethis+polarity:supporting`);
  await expect(page.getByText("No sentence has these words")).toBeVisible();
  await page
    .getByRole("list", { name: "Terms of the query" })
    .getByRole("link", { name: /^nobody/ })
    .click();
  await expect(page).toHaveURL(/\/sentences\?q=polarity%3Asupporting$/);
  const sentences = page.locator("ol > li");
  await expect(sentences.first()).toContainText(/the citation as a whole:.*suggested:.*supporting/);
  for (const sentence of await sentences.all()) await expect(sentence).toContainText("supporting");
});

test("papers and sentences are two lists of one query, and the words looked for are marked in both", async ({
  page,
}) => {
  await page.goto(`${INVENTED_HUB}/citers?q=margin+-is:self`);
  await expect(page.locator("ol mark").filter({ visible: true }).first()).toHaveText(/^margin/i);
  const lists = page.getByRole("navigation", { name: "What is listed" });
  const link = lists.getByRole("link", { name: /^sentences/i });
  const counted = Number((await link.textContent())?.replace(/\D/g, ""));
  await link.click();
  await expect(page).toHaveURL(/\/sentences\?q=margin/);
  await expect(page.locator("ol > li")).toHaveCount(counted);
  for (const sentence of await page.locator("ol > li").all())
    await expect(sentence.locator("mark").first()).toHaveText(/^margin/i);
  await page.getByRole("main").getByRole("heading", { level: 3 }).getByRole("link").first().click();
  await expect(page).toHaveURL(/\/citers\/\d+#c-\d+$/);
});

test("a mistake in a query is shown at its place, with what could stand there, and the rest holds", async ({
  page,
}) => {
  await page.goto(`${INVENTED_HUB}/citers?q=polarity:supporting+rol:method`);
  const alert = page.getByRole("main").getByRole("alert");
  await expect(alert.locator("mark")).toHaveText("rol:method");
  await expect(page.getByRole("heading", { name: /^9 of 48 citers/ })).toBeVisible();
  await alert.getByRole("link", { name: "role:method" }).click();
  await expect(page.getByLabel("Words, or terms")).toHaveValue("polarity:supporting role:method");
  await expect(page.getByRole("main").getByRole("alert")).toHaveCount(0);
});

test("a search that finds nothing says so and offers the way back to all", async ({ page }) => {
  await page.goto(`${CARBON_HUB}/citers?q=nobodywrotethis+year:2022`);
  await expect(page.getByRole("heading", { name: "0 of 36 citers" })).toBeVisible();
  await expect(page.getByText("No citing paper meets all terms of the query.")).toBeVisible();
  await page.getByRole("link", { name: "clear the search", exact: true }).click();
  await expect(page.getByRole("heading", { name: "36 citers" })).toBeVisible();
});

test("parameters that make no sense are ignored", async ({ page }) => {
  const answer = await page.goto(`${CARBON_HUB}/citers?from=last&sort=best&after=%00'--&q=`);
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

test("a filter has representative papers of its own, chosen among what it leaves", async ({ page }) => {
  await page.goto(`${INVENTED_HUB}/citers?q=has:context`);
  const listed = await listedCiters(page);
  await page.getByText(/papers that stand for these \d+/).click();
  await expect(page.getByText(/Chosen within this filter/)).toContainText(
    `these ${listed.length} papers alone`,
  );
  const chosen = page.getByRole("group").getByRole("heading", { level: 3 });
  await expect(chosen).toHaveCount(8);
  const addresses = await chosen
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  for (const address of addresses) expect(listed).toContain(/\/citers\/\d+/.exec(address ?? "")?.[0]);
  await page.goto(`${INVENTED_HUB}/citers?q=label:contested`);
  expect((await listedCiters(page)).length).toBeLessThanOrEqual(8);
  await expect(page.getByText(/that stand for these/)).toHaveCount(0);
  await page.goto(`${INVENTED_HUB}/citers`);
  await page.getByRole("link", { name: "Representative papers" }).click();
  await expect(page).toHaveURL(/#representative$/);
});
