import type { Browser, Page } from "@playwright/test";
import { listSentences } from "@/db/testing/sentences";
import { vote } from "@/db/testing/votable";
import { expect, test } from "./fixtures";
import { signInAs, withSiteDb } from "./people";
import { addVotableHub } from "./votable-hub";

const HUB = "keepers-of-admins";

test.beforeAll(() => addVotableHub(HUB, 4));

let made = 0;
const newHandle = (name: string) => {
  made += 1;
  return `${name}-${Date.now().toString(36)}-a${made}`;
};

const message = (page: Page) => page.getByRole("main").locator("[role=status], [role=alert]");

async function openAs(
  browser: Browser,
  wanted: Parameters<typeof signInAs>[1],
  options: Parameters<Browser["newContext"]>[0] = {},
) {
  const context = await browser.newContext(options);
  const id = await signInAs(context, wanted);
  return { page: await context.newPage(), id };
}

const pagesOf = (handle: string) => [
  "/admin",
  "/admin/people",
  `/admin/people/${handle}`,
  `/admin/people/${handle}/revert?since=2020-01-01`,
  "/admin/audit",
];

test("the pages of admins are not there for others, and lead a reader to the sign-in page", async ({
  browser,
  page,
}) => {
  const handle = newHandle("ada");
  const { page: ofAda } = await openAs(browser, { handle });
  for (const address of pagesOf(handle)) {
    expect((await ofAda.goto(address))?.status(), address).toBe(404);
    await page.goto(address);
    await expect(page, address).toHaveURL(/\/sign-in\?from=%2Fadmin/);
  }
});

test("whoever is disabled is refused at the next action of the page they have open, and told why", async ({
  browser,
}) => {
  const handle = newHandle("bob");
  const { page: ofBob } = await openAs(browser, { handle });
  await ofBob.goto("/me");
  const { page } = await openAs(browser, { role: "admin" });
  await page.goto(`/admin/people?q=${handle}`);
  await page.getByRole("link", { name: handle }).click();
  await page.getByRole("button", { name: "Disable the account" }).click();
  await expect(message(page)).toHaveText("Disabled. Their next request is refused.");

  await ofBob.getByLabel("Name").fill("Bob the Persistent");
  await ofBob.getByRole("button", { name: "Save" }).click();
  await expect(message(ofBob)).toContainText("Your account has been disabled, so nothing was saved.");
  await expect(ofBob.getByLabel("Name")).toHaveValue("Bob the Persistent");
  expect((await ofBob.request.get("/me/data", { maxRedirects: 0 })).status()).toBe(307);

  await page.getByRole("button", { name: "Enable the account" }).click();
  await expect(message(page)).toHaveText("Enabled. They can come in again.");
  await ofBob.getByRole("button", { name: "Save" }).click();
  await expect(message(ofBob)).toHaveText("Saved.");
});

test("approval, role and the revert of votes are each one press, and each a sentence in the log", async ({
  browser,
}) => {
  const [admin, handle] = [newHandle("cyd"), newHandle("ada")];
  const { id } = await openAs(browser, { handle, approved: false });
  await withSiteDb(async (db) => {
    for (const target of await listSentences(db, HUB, 3)) await vote(db, id, target);
  });
  const { page } = await openAs(browser, { handle: admin, role: "admin" });
  await page.goto("/admin/people?show=not_approved");
  await page.getByRole("link", { name: handle }).click();
  await page.getByRole("button", { name: "Approve" }).click();
  await expect(message(page)).toContainText("Approved.");
  await page.getByLabel("May do").selectOption("reader");
  await page.getByRole("button", { name: "Change the role" }).click();
  await expect(message(page).last()).toHaveText("The role is now: reader.");

  await page.getByRole("button", { name: "Count them" }).click();
  await expect(page.getByText("3 votes were cast since then and will be withdrawn.")).toBeVisible();
  await page.getByRole("button", { name: "Revert 3 votes" }).click();
  await expect(message(page)).toHaveText("Done: 3 votes were reverted.");
  await page.getByRole("link", { name: `Back to ${handle}` }).click();
  await expect(page.getByText("0 votes")).toBeVisible();

  await page.goto(`/admin/audit?actor=${admin}`);
  await expect(page.getByRole("main").getByRole("listitem").locator("p:first-child")).toHaveText([
    `${admin} reverted votes of ${handle}`,
    `${admin} changed the role of ${handle}`,
    `${admin} approved ${handle}`,
  ]);
  await page.getByText("detail").nth(1).click();
  await expect(page.getByText('"to": "reader"')).toBeVisible();
});

test("an admin without script is told what was done, too", async ({ browser }) => {
  const handle = newHandle("bob");
  await openAs(browser, { handle, approved: false });
  const { page } = await openAs(browser, { role: "admin" }, { javaScriptEnabled: false });
  await page.goto(`/admin/people/${handle}`);
  for (const [button, answer] of [
    ["Approve", "Approved."],
    ["Withdraw the approval", "The approval is withdrawn."],
    ["Disable the account", "Disabled."],
    ["Enable the account", "Enabled."],
  ] as const) {
    await page.getByRole("button", { name: button }).click();
    await expect(message(page)).toContainText(answer);
  }
});

test("an admin finds no button against themselves", async ({ browser }) => {
  const handle = newHandle("cyd");
  const { page } = await openAs(browser, { handle, role: "admin" });
  await page.goto(`/admin/people/${handle}`);
  await expect(page.getByText("This is your own account.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Disable the account" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Change the role" })).toHaveCount(0);
});

test("axe finds nothing on the pages of people and admins, and nothing scrolls sideways", async ({
  page,
  context,
  browser,
  expectAccessible,
}) => {
  test.slow();
  const handle = newHandle("ada");
  const { id } = await openAs(browser, { handle, name: "Ada of the Tides", email: `${handle}@example.org` });
  await withSiteDb(async (db) => {
    for (const target of await listSentences(db, HUB, 4)) await vote(db, id, target);
  });
  await signInAs(context, { role: "admin" });
  for (const address of ["/me", `/people/${handle}`, ...pagesOf(handle)]) {
    await page.goto(address);
    await page.locator("details").evaluateAll((all) => {
      for (const details of all) details.setAttribute("open", "");
    });
    await expectAccessible();
    for (const width of [320, 640, 1024, 1600]) {
      await page.setViewportSize({ width, height: 800 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, `${address} at ${width}`).toBeLessThanOrEqual(width);
    }
  }
});
