import { CARBON_HUB, expect, INVENTED_HUB, test, totalIn } from "./fixtures";

test.use({ javaScriptEnabled: false });

test("every co-cited work is on exactly one page of the list, in every order", async ({ page }) => {
  for (const sort of ["together", "strength", "newest", "oldest"]) {
    await page.goto(`${INVENTED_HUB}/cocited?sort=${sort}`);
    const total = totalIn((await page.getByRole("heading", { level: 2 }).textContent()) ?? "");
    const works: string[] = [];
    for (;;) {
      const links = page.getByRole("main").getByRole("listitem").locator("a[href*='q=cites']");
      works.push(...(await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""))));
      const next = page.getByRole("link", { name: "Next page" });
      if ((await next.count()) === 0) break;
      const href = await next.getAttribute("href");
      await next.click();
      await page.waitForURL(({ pathname, search }) => pathname + search === href);
    }
    expect(new Set(works).size, sort).toBe(total);
    expect(works.length, sort).toBe(total);
  }
});

test("the page of the hub leads to all co-cited works, and they lead to the papers that cite both", async ({
  page,
}) => {
  await page.goto(INVENTED_HUB);
  await page.getByRole("link", { name: "All co-cited works" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Co-cited works" })).toBeVisible();
  const first = page.getByRole("main").getByRole("listitem").filter({ hasText: "citers cite both" }).first();
  await expect(first).toContainText(/Suggested, of \d+ of \d+: /);
  await page.getByRole("navigation", { name: "Order" }).getByRole("link", { name: "newest first" }).click();
  await expect(page.getByRole("heading", { level: 2 })).toContainText("newest first");
  await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", /noindex/);
});

test("a hub without reference lists says what is missing, and one that is nowhere leads to its page", async ({
  page,
}) => {
  await page.goto(`${CARBON_HUB}/cocited`);
  await expect(page.getByText("No citer’s reference list is known.")).toBeVisible();
  const answer = await page.goto("/hubs/nothing-is-here/cocited");
  expect(answer?.status()).toBe(404);
});
