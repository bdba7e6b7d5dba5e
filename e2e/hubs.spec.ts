import { expect, test } from "./fixtures";

test.use({ javaScriptEnabled: false });

test("the hubs are listed in each order, the one that is shown is marked, and none is lost in another", async ({
  page,
}) => {
  await page.goto("/hubs");
  const orders = page.getByRole("navigation", { name: "Order of the hubs" });
  const hubs = page.getByRole("main").getByRole("heading", { level: 3 });
  const mostCited = await hubs.allTextContents();
  await expect(orders.locator("[aria-current]")).toHaveText("Most cited");
  for (const name of ["Most contested", "Least covered by votes", "Newest here"]) {
    await orders.getByRole("link", { name }).click();
    await expect(page).toHaveURL(/\/hubs\?sort=/);
    await expect(orders.locator("[aria-current]")).toHaveText(name);
    expect((await hubs.allTextContents()).sort()).toEqual([...mostCited].sort());
  }
  await orders.getByRole("link", { name: "Most cited" }).click();
  await expect(page).toHaveURL(/\/hubs$/);
  expect(await hubs.allTextContents()).toEqual(mostCited);
});
