import { readFileSync } from "node:fs";
import { CARBON_HUB, expect, INVENTED_HUB, listedCiters, test } from "./fixtures";

test.use({ javaScriptEnabled: false });

test("every format of a hub's citers can be taken along from its page, and each holds all of them", async ({
  page,
  request,
}) => {
  await page.goto(CARBON_HUB);
  await page.getByText("Export the citing papers").click();
  const links = page.getByRole("region", { name: "Hub tools" }).locator("a[download]");
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  expect(addresses.map((address) => new URL(address, "http://x").searchParams.get("format"))).toEqual([
    "csv",
    "bibtex",
    "ris",
    "csl-json",
    "jsonl",
    "jsonld",
    "spokes",
  ]);
  const papers: Readonly<Record<string, RegExp>> = {
    csv: /\/citers\/\d+\r$/gm,
    bibtex: /^@/gm,
    ris: /^TY {2}- /gm,
    "csl-json": /"type":"article/g,
    jsonl: /^\{"hub":/gm,
    jsonld: /"cito:hasCitingEntity"/g,
    spokes: /^\{"type":"citation"/gm,
  };
  for (const address of addresses) {
    const format = new URL(address, "http://x").searchParams.get("format") ?? "";
    const answer = await request.get(address);
    expect(answer.status(), format).toBe(200);
    expect(answer.headers()["content-disposition"]).toMatch(
      /^attachment; filename="carbon-emissions-[a-z0-9-]+-\d{4}-\d\d-\d\d\.[a-z.]+"$/,
    );
    expect((await answer.text()).match(papers[format] ?? /$^/) ?? [], format).toHaveLength(36);
  }
});

test("what the explorer shows is what its export holds, and a query that cannot be read gives no file", async ({
  page,
  request,
}) => {
  await page.goto(`${INVENTED_HUB}/citers?q=polarity:contrasting+-is:self`);
  const shown = await listedCiters(page);
  expect(shown.length).toBeGreaterThan(0);
  await page.getByText(/^Export these \d+ papers?$/).click();
  const link = page.getByRole("main").getByRole("link", { name: "CSV", exact: true });
  const answer = await request.get((await link.getAttribute("href")) ?? "");
  const held = [...(await answer.text()).matchAll(/(\/citers\/\d+)\r$/gm)].map((match) => match[1]);
  expect(new Set(held)).toEqual(new Set(shown));
  expect(answer.headers()["content-disposition"]).toContain("demonstration-polarity-contrasting-is-self-");
  const odd = await request.get(`${INVENTED_HUB}/export?format=csv&q=role:baselin`);
  expect([odd.status(), odd.headers()["content-disposition"]]).toEqual([400, undefined]);
  expect(await odd.text()).toContain("Perhaps baseline is meant.");
});

test("a file is saved under a readable name", async ({ page }) => {
  await page.goto(INVENTED_HUB);
  await page.getByText("Export the citing papers").click();
  const saving = page.waitForEvent("download");
  await page.getByRole("link", { name: "BibTeX", exact: true }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toMatch(/^demonstration-\d{4}-\d\d-\d\d\.bib$/);
  expect(readFileSync(await download.path(), "utf8")).toMatch(/^@article\{/);
});

test("what cannot be answered says so in words", async ({ request }) => {
  const unknown = await request.get(`${INVENTED_HUB}/export?format=docx`);
  expect(unknown.status()).toBe(400);
  expect(await unknown.text()).toContain("There is no format “docx”. There are csv,");
  const nowhere = await request.get("/hubs/nothing-is-here/export?format=csv");
  expect([nowhere.status(), await nowhere.text()]).toEqual([404, "There is no such hub.\n"]);
});

test("the page of a hub names its feed and its data, and each of them answers", async ({ page, request }) => {
  await page.goto(INVENTED_HUB);
  const links = page.locator("head link[rel=alternate]");
  const told = await links.evaluateAll((all) =>
    all.map((link) => [link.getAttribute("type"), link.getAttribute("href")] as const),
  );
  expect(told.map(([type]) => type)).toEqual(
    expect.arrayContaining(["application/atom+xml", "application/json", "application/ld+json", "text/csv"]),
  );
  for (const [type, href] of told) {
    const answer = await request.get(new URL(href ?? "").pathname + new URL(href ?? "").search);
    expect([type, answer.status(), answer.headers()["content-type"]?.split(";")[0]]).toEqual([
      type,
      200,
      type,
    ]);
  }
});

test("the feed is whole, its entries lead to papers, and a reader who has it gets it no second time", async ({
  request,
}) => {
  const answer = await request.get(`${INVENTED_HUB}/feed.xml`);
  const text = await answer.text();
  expect(text).toMatch(/^<\?xml[\s\S]*<\/feed>\n$/);
  const ids = [...text.matchAll(/<id>([^<]+)<\/id>/g)].map((match) => match[1] ?? "");
  expect(ids.length).toBeGreaterThan(20);
  expect(new Set(ids).size).toBe(ids.length);
  expect((await request.get(new URL(ids[1] ?? "").pathname)).status()).toBe(200);
  const etag = answer.headers().etag ?? "";
  const again = await request.get(`${INVENTED_HUB}/feed.xml`, { headers: { "if-none-match": etag } });
  expect([again.status(), await again.text()]).toEqual([304, ""]);
});

test("the badge is a picture with words for those who do not see it, and no script", async ({
  page,
  request,
}) => {
  const answer = await request.get(`${INVENTED_HUB}/badge.svg`);
  expect(answer.headers()["content-type"]).toContain("image/svg+xml");
  expect(answer.headers()["cache-control"]).toContain("s-maxage=1");
  const svg = await answer.text();
  expect(svg).toMatch(/<title>Spokes: \d+ citers known/);
  expect(svg).not.toMatch(/<script|on\w+=|href=/);
  await page.goto(INVENTED_HUB);
  await page.getByText("Feed, API and badge").click();
  const badge = page.getByRole("img", { name: /The badge/ });
  await badge.scrollIntoViewIfNeeded();
  await expect
    .poll(() => badge.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(100);
  await expect(page.locator("pre", { hasText: "badge.svg" })).toContainText(`${INVENTED_HUB}/badge.svg`);
});
