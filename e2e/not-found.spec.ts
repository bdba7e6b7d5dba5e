import { settleHub } from "@/db/testing/settle-hub";
import { expect, test } from "./fixtures";
import { signInAs, withSiteDb } from "./people";
import { addressOf, listSiteRoutes, sampleValues } from "./site-routes";
import { addVotableHub } from "./votable-hub";

const HIDDEN = "lamps-nobody-may-see";

const NOWHERE = [
  "/nothing-is-here",
  "/hubs/no-such-hub",
  "/hubs/no-such-hub/citers",
  "/hubs/%00",
  "/citers/999999999",
  "/citers/0",
  "/citers/-1",
  "/citers/1e3",
  "/citers/99999999999999999999",
  "/citers/latest",
  "/home/yesterday",
  "/about/yesterday",
];

test("an address without a page is answered by 404, a page that says so, and no place in search engines", async ({
  page,
}) => {
  for (const address of NOWHERE) {
    const answer = await page.goto(address);
    expect(answer?.status(), address).toBe(404);
    await expect(page.getByRole("heading", { level: 1 }), address).toHaveText(
      "There is nothing at this address",
    );
    await expect(page.locator("meta[name=robots][content*=noindex]").first(), address).toBeAttached();
  }
});

test("without script, an address without a page is answered with the same words", async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false, baseURL: process.env.SPOKES_URL });
  for (const address of NOWHERE) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 }), address).toHaveText(
      "There is nothing at this address",
    );
    await expect(page, address).toHaveTitle("Not found · Spokes");
  }
  await page.close();
});

test("the page for addresses without a page leads to the hubs", async ({ page }) => {
  await page.goto("/hubs/no-such-hub");
  await page.getByRole("link", { name: "on one list" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hubs");
});

test("answers of every kind forbid framing and guessing of types", async ({ request }) => {
  for (const address of ["/", "/hubs", "/nothing-is-here", "/robots.txt"]) {
    const headers = (await request.get(address)).headers();
    expect(headers["content-security-policy"], address).toContain("frame-ancestors 'none'");
    expect(headers["x-frame-options"], address).toBe("DENY");
    expect(headers["x-content-type-options"], address).toBe("nosniff");
    expect(headers["referrer-policy"], address).toBe("strict-origin-when-cross-origin");
    expect(headers["x-powered-by"], address).toBeUndefined();
  }
});

test("for who is no admin, an address of admins is like one without a page, and tells nothing of what is there", async ({
  page,
  request,
}) => {
  await addVotableHub(HIDDEN, 1);
  // As it stands in the title of the hub.
  const title = `keepers of ${HIDDEN}`;
  const addresses = await withSiteDb(async (db) => {
    const values = await sampleValues(db);
    await settleHub(db, HIDDEN, "hide");
    return [
      `/admin/hubs/${HIDDEN}`,
      ...listSiteRoutes()
        .filter(({ path, kind }) => kind === "page" && /^\/admin(?:\/|$)/.test(path))
        .map(({ path }) => addressOf(path, values)),
    ];
  });
  expect(addresses.length).toBeGreaterThan(10);
  for (const address of addresses) {
    const away = await request.get(address, { maxRedirects: 0 });
    expect(away.status(), address).toBe(307);
    expect(away.headers().location, address).toMatch(/^\/sign-in\?from=%2Fadmin/);
    expect(await away.text(), address).not.toContain(title);
  }
  await signInAs(page.context(), { role: "annotator" });
  for (const address of addresses) {
    const answer = await page.goto(address);
    expect(answer?.status(), address).toBe(404);
    await expect(page, address).toHaveTitle("Not found · Spokes");
    await expect(page.getByRole("heading", { level: 1 }), address).toHaveText(
      "There is nothing at this address",
    );
    const sent = await answer?.text();
    expect(sent, address).not.toContain(title);
    expect(sent, address).toContain("<title>Not found · Spokes</title>");
  }
});
