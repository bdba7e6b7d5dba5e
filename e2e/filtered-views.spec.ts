import type { Page } from "@playwright/test";
import { CARBON_HUB, expect, INVENTED_HUB, listedCiters, test, totalIn } from "./fixtures";

test.use({ javaScriptEnabled: false });

const titles = (page: Page) => page.getByRole("main").getByRole("heading", { level: 3 }).getByRole("link");
const listBar = (page: Page) => page.getByRole("navigation", { name: "The list that it was found in" });

/** The addresses of filtered lists on the page that is open, each with the first number that its link shows. */
async function figuresWithLists(page: Page): Promise<Map<string, number>> {
  const links = await page
    .locator("main a[href*='/citers?q=']")
    .evaluateAll((all) =>
      all.map((link): [string, string] => [link.getAttribute("href") ?? "", link.textContent ?? ""]),
    );
  return new Map(
    links.flatMap(([address, text]) => {
      const shown = /\d+/.exec(text)?.[0];
      return shown === undefined || Number(shown) > 1900 ? [] : [[address, Number(shown)]];
    }),
  );
}

async function countListed(page: Page, address: string): Promise<number> {
  await page.goto(address);
  const heading = (await page.getByRole("heading", { name: /^\d+ of \d+ citers?$/ }).textContent()) ?? "";
  return totalIn(heading.split(" of ")[0] ?? "");
}

test("figures of a hub's page lead to the citers that they count", async ({ page }) => {
  await page.goto(INVENTED_HUB);
  const figures = await figuresWithLists(page);
  const asked = [...figures.keys()].map((address) => new URL(address, "http://x").searchParams.get("q"));
  for (const key of ["polarity:", "year:", "cites:", "label:"])
    expect(
      asked.some((query) => query?.includes(key)),
      key,
    ).toBe(true);
  for (const [address, shown] of figures) expect(await countListed(page, address), address).toBe(shown);
});

test("a role on a hub's page leads to the citers that use it so", async ({ page }) => {
  await page.goto(INVENTED_HUB);
  const role = page.getByRole("region", { name: "How it is used" }).getByRole("listitem").first();
  const shown = totalIn((await role.locator("b, span.font-semibold").first().textContent()) ?? "");
  const address = (await role.getByRole("link").getAttribute("href")) ?? "";
  expect(await countListed(page, address)).toBe(shown);
});

test("from paper to paper one stays in the list that one came from, to its end and back", async ({
  page,
}) => {
  const list = `${INVENTED_HUB}/citers?q=${encodeURIComponent("year:2020..2021 has:context")}&sort=oldest`;
  await page.goto(list);
  const papers = await listedCiters(page);
  const names = await titles(page).allTextContents();
  expect(papers.length).toBeGreaterThan(3);
  await titles(page).first().click();
  await expect(listBar(page)).toContainText("year:2020..2021 has:context · oldest first");
  await expect(listBar(page).getByRole("link", { name: "Previous" })).toHaveCount(0);
  for (const [i, name] of names.entries()) {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
    await expect(page).toHaveURL(({ pathname }) => pathname.endsWith(papers[i] ?? "nowhere"));
    await expect(page.locator("link[rel=canonical]")).toHaveAttribute("href", new RegExp(`${papers[i]}$`));
    const next = listBar(page).getByRole("link", { name: "Next" });
    await expect(next).toHaveCount(i < names.length - 1 ? 1 : 0);
    if (i < names.length - 1) await next.click();
  }
  await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", /noindex/);
  await listBar(page).getByRole("link", { name: "Back to the list" }).click();
  await expect(titles(page).first()).toHaveText(names.at(-1) ?? "");
  await page.getByRole("link", { name: "Back to the first page" }).click();
  await expect.poll(() => listedCiters(page)).toEqual(papers);
});

test("the ways on below a paper lead through the same list", async ({ page }) => {
  await page.goto(`${INVENTED_HUB}/citers?sort=most_cited`);
  const names = await titles(page).allTextContents();
  await titles(page).nth(1).click();
  const below = page.getByRole("navigation", { name: /before and after it in the list$/ });
  await expect(below.getByRole("link")).toHaveText([names[0] ?? "", names[2] ?? ""]);
  await below.getByRole("link").last().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(names[2] ?? "");
  await expect(listBar(page)).toContainText("most cited first");
});

test("the list that nobody asked for leads to the papers' own pages", async ({ page }) => {
  await page.goto(`${CARBON_HUB}/citers`);
  const links = await titles(page).evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  for (const link of links) expect(link).toMatch(/^\/citers\/\d+$/);
});

test("a paper that a search does not find is shown all the same, and the search is said not to find it", async ({
  page,
}) => {
  await page.goto(`${INVENTED_HUB}/citers?sort=oldest`);
  const address = new URL((await titles(page).first().getAttribute("href")) ?? "", page.url());
  await page.goto(`${address.pathname}?q=nobodywrotethis`);
  await expect(page.getByText("This search does not find the paper any longer")).toBeVisible();
  await expect(listBar(page).getByRole("link")).toHaveText(["Back to the list"]);
});

test("a list's address with a paper that is not of its hub leads to the paper, or to the page that says there is none", async ({
  page,
}) => {
  await page.goto(`${INVENTED_HUB}/citers`);
  const [other] = await listedCiters(page);
  await page.goto(`${CARBON_HUB}${other}?q=has:context`);
  expect(new URL(page.url()).pathname).toBe(other);
  const answer = await page.goto(`${CARBON_HUB}/citers/999999999?q=has:context`);
  expect(answer?.status()).toBe(404);
});

test.describe("with script", () => {
  // axe runs in the page.
  test.use({ javaScriptEnabled: true });

  test("axe finds nothing on a paper within a list, nor on one that its search does not find", async ({
    page,
    expectAccessible,
  }) => {
    await page.goto(`${INVENTED_HUB}/citers?q=has:context`);
    await titles(page).nth(1).click();
    await expect(listBar(page)).toBeVisible();
    const { origin, pathname } = new URL(page.url());
    await expectAccessible();
    await page.goto(`${origin}${pathname}?q=nobodywrotethis`);
    await expectAccessible();
  });
});
