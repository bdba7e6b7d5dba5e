import { expect, INVENTED_HUB, listedCiters, test } from "./fixtures";
import { signInAs } from "./people";

test("lists load no script but that of the account menu, which says who is signed in", async ({
  page,
  context,
}) => {
  await page.goto(`${INVENTED_HUB}/citers`);
  const [citer] = await listedCiters(page);
  await signInAs(context, { handle: "reader-of-lists" });
  for (const address of [
    "/api",
    "/hubs",
    "/search?q=pencil",
    `${INVENTED_HUB}/citers?q=pencil`,
    `${INVENTED_HUB}${citer}?q=pencil`,
    `${INVENTED_HUB}/cocited`,
    `${INVENTED_HUB}/sentences`,
  ]) {
    const answer = await page.goto(address);
    expect(answer?.status(), address).toBe(200);
    expect(answer?.headers()["content-encoding"], address).toBe("gzip");
    const scripts = page.locator("script:not([type='application/ld+json'])");
    const sources = await scripts.evaluateAll((all) => all.map((one) => one.getAttribute("src")));
    expect(sources, address).toEqual(["/account-menu.js"]);
    await expect(page.getByText("you, reader-of-lists: account menu")).toBeAttached();
  }
});
