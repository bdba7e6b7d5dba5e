import type { Page } from "@playwright/test";
import { CARBON_HUB, expect, INVENTED_HUB, listedCiters, test } from "./fixtures";

const contents = (page: Page, name: string) =>
  page
    .locator(`head meta[name="${name}"], head meta[property="${name}"]`)
    .evaluateAll((all) => all.map((meta) => meta.getAttribute("content")));

const linkTo = (page: Page, rel: string) => page.locator(`head link[rel="${rel}"]`).getAttribute("href");

interface Article {
  "@type": string;
  name: string;
  author: { name: string }[];
  mainEntityOfPage: string;
}

async function article(page: Page): Promise<Article> {
  const text = await page.locator('script[type="application/ld+json"]').textContent();
  return JSON.parse(text ?? "") as Article;
}

test("the page of a hub tells reference managers and search engines what the work is", async ({ page }) => {
  await page.goto(CARBON_HUB);
  const title = "Carbon Emissions and Large Neural Network Training";
  expect(await contents(page, "citation_title")).toEqual([title]);
  const authors = await contents(page, "citation_author");
  expect(authors.length).toBeGreaterThan(5);
  expect(await contents(page, "citation_arxiv_id")).toEqual(["2104.10350"]);
  expect((await contents(page, "citation_publication_date"))[0]).toMatch(/^2021/);
  expect(await contents(page, "citation_pdf_url")).toEqual([]);
  expect(await contents(page, "og:type")).toEqual(["article"]);
  expect(await contents(page, "og:title")).toEqual([title]);
  expect(await linkTo(page, "cite-as")).toBe("https://doi.org/10.48550/arxiv.2104.10350");
  const told = await article(page);
  expect(told).toMatchObject({ "@type": "ScholarlyArticle", name: title });
  expect(told.author.map((one) => one.name)).toEqual(authors);
  expect(told.mainEntityOfPage).toBe(await linkTo(page, "canonical"));
});

test("the page of a citer tells of the citer, and of its hub in the description alone", async ({ page }) => {
  await page.goto(`${INVENTED_HUB}/citers`);
  const [citer = ""] = await listedCiters(page);
  await page.goto(citer);
  const heading = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
  expect(await contents(page, "citation_title")).toEqual([heading]);
  expect((await article(page)).name).toBe(heading);
  expect((await contents(page, "description"))[0]).toContain(`How “${heading}” cites`);
  expect(await linkTo(page, "cite-as")).toMatch(/^https:\/\/doi\.org\/10\.5555\//);
});

test("the sitemap lists the front pages and every hub, and robots.txt leads to it", async ({
  page,
  request,
}) => {
  await page.goto("/hubs");
  const hubs = await page
    .getByRole("main")
    .getByRole("heading", { level: 3 })
    .getByRole("link")
    .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  const robots = await (await request.get("/robots.txt")).text();
  const sitemap = /^Sitemap: (\S+)$/m.exec(robots)?.[1] ?? "";
  const locations = async (address: string) => {
    const text = await (await request.get(new URL(address).pathname)).text();
    return [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1] ?? "");
  };
  const parts = await locations(sitemap);
  const listed = (await Promise.all(parts.map(locations))).flat().map((address) => new URL(address).pathname);
  expect(hubs.length).toBeGreaterThan(1);
  const citers = listed.filter((path) => path.startsWith("/citers/"));
  expect(new Set(listed)).toEqual(
    new Set(["/", "/hubs", "/guidelines", "/about", "/api", ...hubs, ...citers]),
  );
  expect(citers.length).toBeGreaterThan(50);
  expect((await request.get(citers[0] ?? "")).status()).toBe(200);
});

test("the page about the site names each source, the licence of the labels, whom to ask, and what is stored", async ({
  page,
}) => {
  await page.goto("/hubs");
  await page.getByRole("contentinfo").getByRole("link", { name: "About", exact: true }).click();
  const sources = page.getByRole("region", { name: "Where the data come from" });
  await expect(sources).toContainText("spokes-demo");
  await expect(sources).toContainText("demo-model");
  await expect(page.getByRole("region", { name: "Licence of the labels" })).toContainText("CC0-1.0");
  await expect(page.getByText("Ask the person who runs this site.")).toBeVisible();
  await expect(page.getByText("Readers get no cookie")).toBeVisible();
});
