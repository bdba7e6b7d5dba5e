import { CARBON_HUB, expect, INVENTED_HUB, listedCiters, test } from "./fixtures";

test("the hub page counts 36 citers and gives Pith's figure as Pith's", async ({ page }) => {
  await page.goto(CARBON_HUB);
  const main = page.getByRole("main");
  await expect(main.getByRole("heading", { level: 1 })).toHaveText(
    "Carbon Emissions and Large Neural Network Training",
  );
  await expect(
    main.getByText("36 known citers, 2021–2026; for 0 of 36 we hold the citing sentence."),
  ).toBeVisible();
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
    "Abstract",
    "Suggested labels",
    "By year",
    "Claims ledger",
    "Co-cited works",
    "Citing papers",
    "Hub tools",
  ]);
});

test("a hub without sentences and reference lists says so, and why", async ({ page }) => {
  await page.goto(CARBON_HUB);
  await expect(page.getByText("36 citers have no sentence: for 36 no source has supplied it.")).toBeVisible();
  await expect(page.getByText("No citer’s reference list is known.")).toBeVisible();
  await expect(page.getByText("The abstract shown here is a description written for Spokes")).toBeVisible();
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
  for (const address of ["/", "/hubs", CARBON_HUB, INVENTED_HUB]) {
    await page.goto(address);
    const links = await page
      .locator("a[href^='/']")
      .evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    for (const link of links) addresses.add(link ?? "");
  }
  expect(addresses.size).toBeGreaterThan(50);
  for (const address of addresses) expect((await request.get(address)).status(), address).toBe(200);
});
