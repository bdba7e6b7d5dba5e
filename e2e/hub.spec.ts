import { CARBON_HUB, expect, INVENTED_HUB, listedCiters, test } from "./fixtures";

test("the hub page counts 36 citers and gives Pith's figure as Pith's", async ({ page }) => {
  await page.goto(CARBON_HUB);
  const main = page.getByRole("main");
  await expect(main.getByRole("heading", { level: 1 })).toHaveText(
    "Carbon Emissions and Large Neural Network Training",
  );
  await expect(main.getByText("None of 36 citers has a vote yet.")).toBeVisible();
  await expect(main.getByRole("region", { name: "Coverage" })).toContainText("36 citers");
  await expect(main.getByText("Pith reports background 3 of 36.")).toContainText(
    "no citer is labelled by it",
  );
  await expect(main.getByRole("link", { name: "arXiv:2104.10350" })).toHaveAttribute(
    "href",
    "https://arxiv.org/abs/2104.10350",
  );
});

test("the parts of the hub page stand in the order that readers were promised", async ({ page }) => {
  await page.goto(INVENTED_HUB);
  await expect(page.getByRole("heading", { level: 2 })).toHaveText([
    "Coverage",
    "Agreement",
    "Abstract",
    "How it is judged",
    "How it is used",
    "By year",
    "Claims ledger",
    "Most contested",
    "Co-cited works",
    "Representative citing papers",
    "Citing papers",
    "Hub tools",
    "Where this comes from",
  ]);
});

test("a hub without sentences and reference lists says so, and why", async ({ page }) => {
  await page.goto(CARBON_HUB);
  await expect(page.getByText("36 citers have no sentence: no source has supplied it.")).toBeVisible();
  await expect(page.getByText("No citer’s reference list is known.")).toBeVisible();
  await expect(
    page.getByText("The abstract in this record is a description written for Spokes"),
  ).toBeVisible();
});

test("no summary is cut short or an error message, on any of the 36 papers", async ({ page }) => {
  await page.goto(`${CARBON_HUB}/citers`);
  const summaries = await page.locator("li > p[dir=auto]").allTextContents();
  expect(summaries.length).toBeGreaterThan(30);
  for (const summary of summaries) expect(summary).toMatch(/[.!?]["”’)]*$/);
  await expect(page.getByText(/malformed/i)).toHaveCount(0);
});

test("shared pages may be kept by a shared cache for one second and set no cookie", async ({
  page,
  request,
}) => {
  await page.goto(`${INVENTED_HUB}/citers`);
  const [citer = ""] = await listedCiters(page);
  for (const address of ["/", CARBON_HUB, citer]) {
    const headers = (await request.get(address)).headers();
    expect(headers["cache-control"], address).toBe("public, max-age=0, s-maxage=1, must-revalidate");
    expect(headers["set-cookie"], address).toBeUndefined();
  }
});

test("the claims of the hub are marked in its abstract and lead to the ledger", async ({ page }) => {
  await page.goto(INVENTED_HUB);
  await page.getByRole("link", { name: "C1", exact: true }).click();
  await expect(page.locator("#claim-1")).toContainText(
    "Half of all marks stand in the first fifth of a book.",
  );
  await expect(page).toHaveURL(/#claim-1$/);
});

test("at most eight papers are representative, each with a reason, and the rule can be read", async ({
  page,
}) => {
  await page.goto(INVENTED_HUB);
  const chosen = page.getByRole("region", { name: "Representative citing papers" });
  const papers = chosen.getByRole("list").first().locator(":scope > li");
  expect(await papers.count()).toBeGreaterThan(3);
  expect(await papers.count()).toBeLessThanOrEqual(8);
  for (const paper of await papers.all())
    await expect(paper.locator("p").first()).toHaveText(/^(the|most|earliest|newest|one) [a-z]/);
  await chosen.getByText("How these are chosen").click();
  await expect(chosen.getByText("At most eight citing papers are taken")).toBeVisible();
});

test("the sentence of a representative paper leads to that sentence on the page of the paper", async ({
  page,
}) => {
  await page.goto(INVENTED_HUB);
  const first = page
    .getByRole("region", { name: "Representative citing papers" })
    .getByRole("figure")
    .first();
  const words = (await first.getByRole("blockquote").textContent()) ?? "";
  await first.getByRole("link", { name: "permalink" }).click();
  await expect(page.locator("figure:target")).toContainText(words);
});

test("a claim that nobody spoke to is marked never tested, with every verdict at nought", async ({
  page,
}) => {
  await page.goto(INVENTED_HUB);
  const claims = page.getByRole("region", { name: "Claims ledger" }).getByRole("row");
  await expect(claims).toHaveCount(1 + 5);
  await expect(claims.nth(1)).toContainText("never tested");
  await expect(claims.nth(1).getByRole("cell")).toHaveText([/0/, /0/, /0/, /0/]);
});

test("a hub can be cited: a line for a list of references and an entry for BibTeX", async ({ page }) => {
  await page.goto(INVENTED_HUB);
  const tools = page.getByRole("region", { name: "Hub tools" });
  await tools.getByText("Cite this hub").click();
  await expect(tools.getByText(/^Adaeze Quillfeather and Tomasz Foolscap \(2018\)\. Pencil/)).toBeVisible();
  await expect(tools.locator("pre", { hasText: "@article" })).toContainText(
    "@article{quillfeather2018pencil,",
  );
});

test("every page of the invented hub says that it is a demonstration, and none of the real one does", async ({
  page,
}) => {
  for (const [hub, isInvented] of [
    [INVENTED_HUB, true],
    [CARBON_HUB, false],
  ] as const) {
    await page.goto(`${hub}/citers`);
    const [citer = ""] = await listedCiters(page);
    for (const address of [hub, `${hub}/citers`, `${hub}/citers?q=a`, citer]) {
      await page.goto(address);
      await expect(page.getByText("Demonstration:"), address).toHaveCount(isInvented ? 1 : 0);
    }
  }
});

test("every link on the front pages and the hub pages leads somewhere", async ({ page, request }) => {
  const addresses = new Set<string>();
  for (const address of ["/", "/hubs", "/about", CARBON_HUB, INVENTED_HUB]) {
    await page.goto(address);
    const links = await page
      .locator("a[href^='/']")
      .evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    for (const link of links) addresses.add(link ?? "");
  }
  expect(addresses.size).toBeGreaterThan(50);
  for (const address of addresses) expect((await request.get(address)).status(), address).toBe(200);
});

test("home, about, hub and citer page load no script but the account menu, neither for the first reader nor for the next", async ({
  page,
}) => {
  await page.goto(`${INVENTED_HUB}/citers`);
  const [citer = ""] = await listedCiters(page);
  // What the script of that page still asks for is not counted.
  await page.goto("about:blank");
  const requested: { type: string; path: string }[] = [];
  page.on("request", (request) =>
    requested.push({ type: request.resourceType(), path: new URL(request.url()).pathname }),
  );
  for (const address of ["/", "/about", INVENTED_HUB, citer, "/hubs/no-such-hub", INVENTED_HUB, citer]) {
    await page.goto(address);
    await page.waitForLoadState("networkidle");
  }
  expect(requested.filter(({ type }) => type === "document")).toHaveLength(7);
  const scripts = requested.filter(({ type }) => type === "script" || type === "fetch");
  expect([...new Set(scripts.map(({ path }) => path))]).toEqual(["/account-menu.js"]);
});
