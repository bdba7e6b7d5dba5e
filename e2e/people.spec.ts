import { readFile } from "node:fs/promises";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { addPerson, addSession } from "@/db/testing/people";
import { listSentences } from "@/db/testing/sentences";
import { vote } from "@/db/testing/votable";
import { expect, test } from "./fixtures";
import { signInAs, withSiteDb } from "./people";
import { addVotableHub } from "./votable-hub";

const HUB = "keepers-of-people";

test.beforeAll(() => addVotableHub(HUB, 4));

/** A handle that no other test of the run has. */
let made = 0;
const newHandle = (name: string) => {
  made += 1;
  return `${name}-${Date.now().toString(36)}-${made}`;
};

/** The message beside the form that was sent. */
const message = (page: Page) => page.getByRole("main").locator("[role=status], [role=alert]");

async function openAs(
  browser: Browser,
  wanted: Parameters<typeof signInAs>[1],
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<{ page: Page; context: BrowserContext; id: number }> {
  const context = await browser.newContext(options);
  const id = await signInAs(context, wanted);
  return { page: await context.newPage(), context, id };
}

async function castVotes(userId: number, sentences: number) {
  await withSiteDb(async (db) => {
    for (const target of await listSentences(db, HUB, sentences)) await vote(db, userId, target);
  });
}

test.describe("one's own account", () => {
  test("a name that is saved stands on the public page, with script and without", async ({ browser }) => {
    for (const javaScriptEnabled of [true, false]) {
      const handle = newHandle("ada");
      const { page } = await openAs(browser, { handle }, { javaScriptEnabled });
      await page.goto("/me");
      await page.getByLabel("Name").fill("Ada of the Tides");
      await page.getByLabel("Label with single keys").uncheck();
      await page.getByRole("button", { name: "Save" }).click();
      await expect(message(page)).toHaveText("Saved.");
      await page.reload();
      await expect(page.getByLabel("Label with single keys")).not.toBeChecked();
      await page.goto(`/people/${handle}`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ada of the Tides");
    }
  });

  test("a password is set, then changed only with the old one, and other browsers are signed out", async ({
    browser,
  }) => {
    const { page, id } = await openAs(browser, {});
    const elsewhere = await withSiteDb((db) => addSession(db, id));
    expect(elsewhere).not.toBe("");
    await page.goto("/me");
    await expect(page.getByText("in 2 browsers")).toBeVisible();
    await page.getByLabel("New password").fill("a lighthouse of my own");
    await page.getByRole("button", { name: "Set the password" }).click();
    await expect(message(page)).toHaveText("Changed. 1 other browser was signed out.");
    await expect(page.getByText("in 1 browser")).toBeVisible();

    await page.getByLabel("Present password").fill("not the right one");
    await page.getByLabel("New password").fill("another lighthouse of mine");
    await page.getByRole("button", { name: "Change the password" }).click();
    await expect(message(page)).toHaveText("The present password is not right.");
    await page.getByLabel("Present password").fill("a lighthouse of my own");
    await page.getByLabel("New password").fill("another lighthouse of mine");
    await page.getByRole("button", { name: "Change the password" }).click();
    await expect(message(page)).toHaveText("Changed. 0 other browsers were signed out.");
  });

  test("a browser can be signed out from another one, and all of them at once", async ({ browser }) => {
    const { page, id, context } = await openAs(browser, {});
    await withSiteDb(async (db) => {
      await addSession(db, id);
      await addSession(db, id);
    });
    await page.goto("/me");
    await expect(page.getByText("this browser")).toHaveCount(1);
    await page
      .getByRole("button", { name: /^Sign out (?!everywhere)/ })
      .first()
      .click();
    await expect(message(page)).toHaveText("That browser is signed out.");
    await expect(page.getByText("in 2 browsers")).toBeVisible();
    await page.getByRole("button", { name: "Sign out everywhere" }).click();
    await page.waitForURL("**/sign-out");
    expect(await context.cookies()).toEqual([]);
    await page.goto("/me");
    await expect(page).toHaveURL(/\/sign-in\?from=%2Fme$/);
  });

  test("one's data comes as a file that is not stored on the way, for oneself alone", async ({ browser }) => {
    const handle = newHandle("ada");
    const { page, id, context } = await openAs(browser, { handle });
    await castVotes(id, 2);
    await page.goto("/me");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download your data" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`spokes-${handle}.json`);
    const data = JSON.parse(await readFile(await download.path(), "utf8"));
    expect(data.profile.handle).toBe(handle);
    expect(data.votes).toHaveLength(2);
    const answer = await context.request.get("/me/data");
    expect(answer.headers()["cache-control"]).toBe("private, no-store");
    const stranger = await (await browser.newContext()).request.get("/me/data", { maxRedirects: 0 });
    expect(stranger.status()).toBe(307);
  });

  test("an account is removed only with its handle typed; its votes stay without its name", async ({
    browser,
  }) => {
    const handle = newHandle("ada");
    const { page } = await openAs(browser, { handle });
    await page.goto("/me");
    await page.getByText("Remove it …").click();
    await page.getByLabel("To confirm, type your handle").fill("somebody-else");
    await page.getByRole("button", { name: "Remove my account for good" }).click();
    await expect(message(page)).toContainText("That is not your handle.");
    await page.getByLabel("To confirm, type your handle").fill(handle);
    await page.getByRole("button", { name: "Remove my account for good" }).click();
    await page.waitForURL((url) => url.pathname === "/");
    expect((await page.goto(`/people/${handle}`))?.status()).toBe(404);
    await page.goto("/me");
    await expect(page).toHaveURL(/\/sign-in/);
  });

  test("two people who read one address in turn each see themselves", async ({ browser }) => {
    const [ada, bob] = [newHandle("ada"), newHandle("bob")];
    const pages = [await openAs(browser, { handle: ada }), await openAs(browser, { handle: bob })];
    for (let turn = 0; turn < 3; turn += 1)
      for (const [i, { page }] of pages.entries()) {
        const answer = await page.goto("/me");
        expect(answer?.headers()["cache-control"]).toContain("no-store");
        const html = (await answer?.text()) ?? "";
        expect([html.includes(ada), html.includes(bob)]).toEqual([i === 0, i === 1]);
      }
  });
});

test.describe("a public record", () => {
  test("shows votes with the papers they are on, counts them, and stays out of search engines", async ({
    page,
    browser,
  }) => {
    const handle = newHandle("ada");
    const { id } = await openAs(browser, { handle });
    await castVotes(id, 3);
    await page.goto(`/people/${handle}`);
    await expect(page.getByText("3 current votes on 1 hub")).toBeVisible();
    await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(3);
    await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", /noindex/);
    await page.getByRole("heading", { level: 4 }).getByRole("link").first().click();
    await expect(page).toHaveURL(/\/citers\/\d+#c-\d+$/);
  });

  test("of a disabled person says so and keeps the name back", async ({ page }) => {
    const handle = newHandle("bob");
    await withSiteDb((db) => addPerson(db, { handle, name: "Rude Words", disabled: true }));
    await page.goto(`/people/${handle}`);
    await expect(page.getByText("This account has been disabled.")).toBeVisible();
    await expect(page.getByText("Rude Words")).toHaveCount(0);
  });

  test("is not there for nobody", async ({ page }) => {
    for (const handle of ["nobody-at-all", "%00", "Ada%20L", "removed-1"])
      expect((await page.goto(`/people/${handle}`))?.status(), handle).toBe(404);
  });
});

test("whoever is not approved yet is told so where labelling begins, and nobody else is", async ({
  browser,
}) => {
  for (const approved of [true, false]) {
    const { page, context } = await openAs(browser, { approved });
    await page.goto("/annotate");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Read one sentence, say what it does");
    const told = page.getByText("Your votes are kept and do not count yet.");
    await expect(told).toHaveCount(approved ? 0 : 1);
    await context.close();
  }
});
