import type { Page } from "@playwright/test";
import { listSentences } from "@/db/testing/sentences";
import { expect, test } from "./fixtures";
import { signInAs, withSiteDb } from "./people";
import { expectSeenWithinASecond } from "./seen-within-a-second";
import { addVotableHub } from "./votable-hub";

const HUB = "lights-of-admins";
const MOVED = "lights-under-another-name";
const UNSEEN = "lights-to-be-hidden";
const PLAIN = "lights-without-script";

test.beforeAll(async () => {
  for (const slug of [HUB, UNSEEN, PLAIN]) await addVotableHub(slug, 4);
});

const message = (page: Page) => page.getByRole("main").locator("[role=status], [role=alert]");

const citerOf = (slug: string) =>
  withSiteDb(async (db) => {
    const [sentence] = await listSentences(db, slug, 1);
    return `/citers/${sentence?.workId}`;
  });

test("the pages of hubs are not there for others than admins", async ({ page, context }) => {
  const addresses = [
    "/admin/hubs",
    `/admin/hubs/${UNSEEN}`,
    `/admin/hubs/${UNSEEN}/claims/1`,
    "/admin/works/1",
  ];
  for (const address of addresses) {
    await page.goto(address);
    await expect(page, address).toHaveURL(/\/sign-in\?from=%2Fadmin/);
  }
  await signInAs(context);
  for (const address of addresses) expect((await page.goto(address))?.status(), address).toBe(404);
});

test("a hidden hub is gone for readers within a second, and back once it is published", async ({
  page,
  context,
  request,
}) => {
  await signInAs(context, { role: "admin" });
  const citer = await citerOf(UNSEEN);
  const status = async (address: string) => (await request.get(address)).status();
  const sitemap = async () => (await (await request.get("/sitemap/hubs-0.xml")).text()).includes(UNSEEN);
  const statuses = async () => [await status(`/hubs/${UNSEEN}`), await status(citer), await sitemap()].join();
  expect(await statuses()).toBe("200,200,true");

  await page.goto("/admin/hubs?q=to-be-hidden");
  await page.getByRole("link", { name: /lights-to-be-hidden/ }).click();
  await page.getByRole("button", { name: "Hide the hub" }).click();
  await expect(message(page)).toContainText("Say why it is hidden");
  await page.getByLabel("Why?").fill("Its work is another one.");
  await page.getByRole("button", { name: "Hide the hub" }).click();
  await expect(message(page)).toContainText("Hidden.");
  await expectSeenWithinASecond(async () => (await statuses()) === "404,404,false");
  expect(await (await request.get("/hubs")).text()).not.toContain(UNSEEN);

  await page.getByRole("button", { name: "Publish the hub" }).click();
  await expect(message(page)).toContainText("Published.");
  await expectSeenWithinASecond(async () => (await statuses()) === "200,200,true");
});

test("a renamed hub is found at its new address, and the old ones lead there for good, also to its citers", async ({
  page,
  context,
  request,
}) => {
  await signInAs(context, { role: "admin" });
  expect((await request.get(`/hubs/${HUB}`)).status()).toBe(200);
  await page.goto(`/admin/hubs/${HUB}`);
  await page.getByLabel("After /hubs/").fill(MOVED);
  await page.getByRole("button", { name: "Change the address" }).click();
  await expect(page).toHaveURL(`/admin/hubs/${MOVED}`);
  await expect(page.getByText(`These lead here: /hubs/${HUB}.`)).toBeVisible();
  const answerOf = async (address: string) => {
    const answer = await request.get(address, { maxRedirects: 0 });
    return [answer.status(), answer.headers().location];
  };
  await expectSeenWithinASecond(async () => (await answerOf(`/hubs/${HUB}`))[0] === 308);
  // The second answer comes from memory.
  expect(await answerOf(`/hubs/${HUB}`)).toEqual([308, `/hubs/${MOVED}`]);
  expect(await answerOf(`/hubs/${HUB}/citers?q=paper`)).toEqual([308, `/hubs/${MOVED}/citers?q=paper`]);
  expect((await request.get(`/hubs/${MOVED}`)).status()).toBe(200);
});

test("claims are added, moved, changed and retired without script, and readers see them so", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  await signInAs(context, { role: "admin" });
  const page = await context.newPage();
  await page.goto(`/admin/hubs/${PLAIN}`);
  await page.getByLabel("What the hub claims").fill("Keepers know every ship by its lamps.");
  await page.getByRole("button", { name: "Add the claim" }).click();
  await expect(message(page)).toHaveText("C3 is on the list.");
  await page.getByRole("button", { name: "Move up C3" }).click();
  await expect(message(page)).toHaveText("C3 stands one place further up.");
  await page.getByRole("button", { name: "Retire C1" }).click();
  await expect(message(page)).toContainText("C1 is retired.");
  await page.getByRole("link", { name: "Change C2" }).click();
  await page.getByLabel("What the hub claims").fill("Keepers sleep until noon.");
  await page.getByRole("button", { name: "Save the claim" }).click();
  await expect(message(page)).toContainText("Saved.");
  await expect(page.getByText("2 versions")).toBeVisible();
  const ledger = page.getByRole("region", { name: "Claims ledger" }).getByRole("rowheader");
  const told = async () => {
    await page.goto(`/hubs/${PLAIN}`);
    return (await ledger.allTextContents()).join("|");
  };
  await expectSeenWithinASecond(async () =>
    /^C3\s*Keepers know[^|]*\|C2\s*Keepers sleep until noon[^|]*$/.test(await told()),
  );
  await context.close();
});

test("words that are marked in the abstract become the quote of a claim, and others are refused", async ({
  page,
  context,
}) => {
  await signInAs(context, { role: "admin" });
  await page.goto("/admin/hubs/demonstration");
  const abstract = page.getByLabel("Abstract, to mark words in");
  const words = (await abstract.inputValue()).slice(0, 12).trim();
  // The page is there before its script is.
  await expect(async () => {
    await abstract.focus();
    await page.keyboard.press("ControlOrMeta+Home");
    for (let i = 0; i < 12; i += 1) await page.keyboard.press("Shift+ArrowRight");
    await expect(page.getByLabel("The words of the abstract")).toHaveValue(words, { timeout: 1_000 });
  }).toPass();
  await page.getByLabel("What the hub claims").fill("A claim that is not kept.");
  await page.getByLabel("The words of the abstract").fill("nobody wrote this");
  await page.getByRole("button", { name: "Add the claim" }).click();
  await expect(message(page)).toContainText("do not stand in one paragraph");
  await expect(page.getByLabel("What the hub claims")).toHaveValue("A claim that is not kept.");
});

test("a summary of an admin stands on the page of the paper until it is taken back", async ({
  page,
  context,
  request,
}) => {
  await signInAs(context, { role: "admin" });
  const citer = await citerOf(PLAIN);
  const summary = "It looks at four lights and counts who kept them.";
  const shows = async () => (await (await request.get(citer)).text()).includes(summary);
  expect(await shows()).toBe(false);
  await page.goto(`/admin${citer.replace("citers", "works")}`);
  await page.getByLabel("Your summary").fill("Cut short in the");
  await page.getByRole("button", { name: "Save the summary" }).click();
  await expect(message(page)).toContainText("a sentence cut short");
  await page.getByLabel("Your summary").fill(summary);
  await page.getByRole("button", { name: "Save the summary" }).click();
  await expect(page.getByText("shown to readers")).toBeVisible();
  await expectSeenWithinASecond(shows);
  await page.getByRole("button", { name: "Take it back" }).click();
  await expect(page.getByText("shown to readers")).toHaveCount(0);
  await expectSeenWithinASecond(async () => !(await shows()));
});

test("axe finds nothing on the pages of hubs for admins, and nothing scrolls sideways", async ({
  page,
  context,
  expectAccessible,
}) => {
  test.slow();
  await signInAs(context, { role: "admin" });
  const work = (await citerOf(PLAIN)).replace("/citers", "/admin/works");
  for (const address of [
    "/admin/hubs",
    "/admin/hubs/demonstration?find=the",
    "/admin/hubs/demonstration/claims/1",
    work,
  ]) {
    await page.goto(address);
    await expectAccessible();
    for (const width of [320, 640, 1024, 1600]) {
      await page.setViewportSize({ width, height: 800 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, `${address} at ${width}`).toBeLessThanOrEqual(width);
    }
  }
});
