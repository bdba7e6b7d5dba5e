import type { Page } from "@playwright/test";
import { createPool, withConnection } from "@/db/client";
import { addTwinPapers } from "@/db/testing/twin-papers";
import { expect, test } from "./fixtures";
import { signInAs } from "./people";
import { expectSeenWithinASecond } from "./seen-within-a-second";

async function addTwins(slug: string) {
  const pool = createPool(process.env.SPOKES_DATABASE_URL ?? "", { max: 2, applicationName: "spokes e2e" });
  try {
    return await withConnection(pool, (connection) => addTwinPapers(connection, slug));
  } finally {
    await pool.end();
  }
}

const message = (page: Page) => page.getByRole("main").locator("[role=status], [role=alert]");

test("the pages of merges are not there for others than admins", async ({ page, context }) => {
  const addresses = ["/admin/works", "/admin/works/merges", "/admin/works/merge?into=1&from=2"];
  for (const address of addresses) {
    await page.goto(address);
    await expect(page, address).toHaveURL(/\/sign-in\?from=%2Fadmin/);
  }
  await signInAs(context);
  for (const address of addresses) expect((await page.goto(address))?.status(), address).toBe(404);
});

for (const javaScriptEnabled of [true, false])
  test(`two records of a paper are found, compared, merged and taken apart ${javaScriptEnabled ? "with" : "without"} script`, async ({
    browser,
    request,
  }) => {
    const slug = javaScriptEnabled ? "gulls-with-script" : "gulls-without-script";
    const { preprint, printed } = await addTwins(slug);
    const context = await browser.newContext({ javaScriptEnabled });
    await signInAs(context, { role: "admin" });
    const page = await context.newPage();
    const citers = async () =>
      (await (await request.get(`/hubs/${slug}`)).text()).match(/>(\d+) citers?</)?.[1];
    const answerOf = async (address: string) => {
      const answer = await request.get(address, { maxRedirects: 0 });
      return [answer.status(), answer.headers().location];
    };
    expect(await answerOf(`/citers/${preprint}`)).toEqual([200, undefined]);

    await page.goto(`/admin/hubs/${slug}`);
    await page.getByRole("link", { name: "citers that may be held twice" }).click();
    await expect(page.getByText("2003 and 2004")).toBeVisible();
    await page.getByRole("link", { name: "Compare" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Are these one paper?");
    // The one that came first is offered to remain.
    if (preprint < printed) await page.getByRole("link", { name: "Keep the other one instead" }).click();
    await expect(page.getByRole("region", { name: "Date" })).toContainText("differs");
    const consequences = page.getByRole("region", { name: "What the merge does" });
    await expect(consequences).toContainText("1 hub is cited by both: one citation of it remains.");
    await expect(consequences).toContainText("1 sentence moves.");
    await expect(consequences).toContainText("1 sentence stands in both and is shown once.");
    await page.getByRole("button", { name: "Merge them" }).click();
    await expect(page).toHaveURL(/\/admin\/works\/merges#merge-\d+$/);

    await expectSeenWithinASecond(async () => (await answerOf(`/citers/${preprint}`))[0] === 307);
    expect(await answerOf(`/citers/${preprint}`)).toEqual([307, `/citers/${printed}`]);
    const paper = await (await request.get(`/citers/${preprint}`)).text();
    expect(paper).toContain("Only the preprint thinks so");
    expect(paper.match(/gulls nest in the north/g)?.length).toBe(1);
    expect(await citers()).toBe("1");
    const answer = await (await request.get(`/api/v1/hubs/${slug}/citers/${preprint}`)).json();
    expect(answer.citer.id).toBe(printed);

    await page
      .getByRole("button", { name: `Take apart the merge of number ${preprint} into ${printed}` })
      .click();
    await expect(message(page)).toContainText("Taken apart.");
    await expectSeenWithinASecond(async () => (await answerOf(`/citers/${preprint}`))[0] === 200);
    expect(await answerOf(`/citers/${preprint}`)).toEqual([200, undefined]);
    expect(await citers()).toBe("2");
    await page.goto("/admin/audit");
    await expect(page.getByText(`took a merge of paper ${printed} apart`)).toBeVisible();
    await context.close();
  });

test("a pair that cannot be merged says why, and a name that means no paper is named", async ({
  page,
  context,
}) => {
  const { printed } = await addTwins("gulls-that-are-hubs");
  await signInAs(context, { role: "admin" });
  await page.goto("/admin/works");
  await page.getByLabel("The paper that is to remain").fill("doi:10.5555/gulls-that-are-hubs.hub");
  await page.getByLabel("The paper that is the same").fill("10.5555/nobody");
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toHaveText(
    "No paper is known as “10.5555/nobody”.",
  );
  await expect(page.getByLabel("The paper that is to remain")).toHaveValue(
    "doi:10.5555/gulls-that-are-hubs.hub",
  );
  await page.getByLabel("The paper that is the same").fill(`/citers/${printed}`);
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page.getByText("the paper would cite itself")).toBeVisible();
  await addTwins("gulls-of-another-hub");
  await page.goto(
    "/admin/works/merge?into=doi:10.5555/gulls-that-are-hubs.hub&from=doi:10.5555/gulls-of-another-hub.hub",
  );
  await expect(page.getByText("Both are hubs")).toBeVisible();
  await expect(page.getByRole("button", { name: "Merge them" })).toHaveCount(0);
});

test("axe finds nothing on the pages of merges, and nothing scrolls sideways", async ({
  page,
  context,
  expectAccessible,
}) => {
  test.slow();
  const { preprint, printed } = await addTwins("gulls-of-every-width");
  await signInAs(context, { role: "admin" });
  for (const address of [
    "/admin/works",
    `/admin/works/${printed}`,
    `/admin/works/merge?into=${printed}&from=${preprint}`,
    "/admin/works/merge?into=0",
    "/admin/works/merges",
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
