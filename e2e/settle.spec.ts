import type { Browser, Page } from "@playwright/test";
import { addPerson } from "@/db/testing/people";
import { vote } from "@/db/testing/votable";
import { expect, test } from "./fixtures";
import { signInAs, withSiteDb } from "./people";
import { expectSeenWithinASecond } from "./seen-within-a-second";
import { addVotableHub } from "./votable-hub";

const SLUG = "keepers-who-disagree";

type Targets = Awaited<ReturnType<typeof addVotableHub>>;
let targets: Targets = [];
test.beforeAll(async () => {
  targets = await addVotableHub(SLUG, 5);
});

const sentences = () => targets.filter(({ contextId }) => contextId !== null);

async function openAs(browser: Browser, role: "annotator" | "admin", javaScriptEnabled = true) {
  const context = await browser.newContext({ javaScriptEnabled });
  const id = await signInAs(context, { role });
  return { page: await context.newPage(), id };
}

/** The part of a list that speaks of one sentence. */
const itemOf = (page: Page, text: string) => page.getByRole("listitem").filter({ hasText: text });

test("what two people see differently is decided by an admin, with a reason that readers see", async ({
  page,
  browser,
}) => {
  const target = sentences()[0] as Targets[number];
  await withSiteDb(async (db) => {
    await vote(db, await addPerson(db), target, { polarity: "supporting", role: "evidence" });
    await vote(db, await addPerson(db), target, { polarity: "contrasting", role: "evidence" });
  });
  const admin = await openAs(browser, "admin");
  await admin.page.goto("/admin/adjudication");
  await itemOf(admin.page, "Sentence 0 of paper 1")
    .getByRole("link", { name: /decide/ })
    .click();
  await admin.page.getByLabel("Polarity").selectOption("mixed");
  await admin.page.getByLabel("Reason").fill("It grants one half and denies the other.");
  await admin.page.getByRole("button", { name: "Decide", exact: true }).click();
  await expect(admin.page.getByRole("region", { name: "Decisions so far" })).toContainText("mixed on");
  const isSeen = async () => {
    await page.goto(`/citers/${target.workId}`);
    return (await page.locator("main").textContent())?.includes("It grants one half and denies the other.");
  };
  await expectSeenWithinASecond(async () => (await isSeen()) === true);
  await admin.page.getByRole("button", { name: /Lift the decision/ }).click();
  await expect(admin.page.getByText("lifted since")).toBeVisible();
  await expectSeenWithinASecond(async () => (await isSeen()) === false);
});

for (const javaScriptEnabled of [true, false])
  test(`a reader reports a sentence, an admin hides it for that and shows it again, ${javaScriptEnabled ? "with" : "without"} script`, async ({
    browser,
  }) => {
    const target = sentences()[javaScriptEnabled ? 1 : 2] as Targets[number];
    const context = await browser.newContext({ javaScriptEnabled });
    const reader = await context.newPage();
    await reader.goto(`/citers/${target.workId}`);
    const quote = reader.locator(`#c-${target.contextId}`);
    const text = ((await quote.locator("blockquote").textContent()) ?? "").trim();
    await quote.getByRole("link", { name: /Report/ }).click();
    await reader.getByRole("button", { name: "Send the report" }).click();
    await expect(reader.getByText("Choose what is wrong.")).toBeVisible();
    await reader.getByLabel("cites another work").check();
    await reader.getByLabel("In your words").fill("It means another census.");
    await reader.getByRole("button", { name: "Send the report" }).click();
    await expect(reader.getByRole("status")).toContainText("Thank you. An admin will look at it.");

    const admin = await openAs(browser, "admin", javaScriptEnabled);
    await admin.page.goto("/admin/adjudication");
    const report = itemOf(admin.page, "It means another census.").filter({ hasText: text });
    await expect(report.getByLabel("In your words, for whoever reported it")).toBeVisible();
    await report.getByLabel("The report is right").check();
    await report.getByLabel(/keep the sentence from readers/).check();
    await report.getByRole("button", { name: "Settle" }).click();
    await expect(report).toHaveCount(0);
    const shown = async () => {
      await reader.goto(`/citers/${target.workId}`);
      return quote.count();
    };
    await expectSeenWithinASecond(async () => (await shown()) === 0);
    await admin.page.goto("/admin/adjudication#hidden");
    await itemOf(admin.page, text).getByRole("button", { name: "Restore" }).click();
    await expect(itemOf(admin.page, text).getByRole("button", { name: "Restore" })).toHaveCount(0);
    await expectSeenWithinASecond(async () => (await shown()) === 1);
  });

test("a sentence is added by hand, labelled at once, and confirmed by a second person", async ({
  browser,
}) => {
  const paper = targets.find(({ contextId }) => contextId === null) as Targets[number];
  const ada = await openAs(browser, "annotator");
  await ada.page.goto(`/citers/${paper.workId}/add?hub=${SLUG}`);
  await ada.page.getByLabel("The sentence, word for word").fill("Their lamps were counted as in [7].");
  await ada.page.getByLabel("The citation marker in it").fill("[8]");
  await ada.page.getByLabel("Where you read it").fill("page 3");
  await ada.page.getByRole("button", { name: "Add it and label it" }).click();
  await expect(ada.page.getByRole("main").getByRole("alert")).toHaveText(
    /marker does not stand in the sentence/,
  );
  await expect(ada.page.getByLabel("The sentence, word for word")).toHaveValue(
    "Their lamps were counted as in [7].",
  );
  await ada.page.getByLabel("The citation marker in it").fill("[7]");
  await ada.page.getByRole("button", { name: "Add it and label it" }).click();
  await ada.page.waitForURL(/\/annotate\/context-/);
  await expect(ada.page.locator("mark")).toHaveText("[7]");
  const confirmation = `/confirm/${new URL(ada.page.url()).pathname.split("/").at(-1)}`;
  await ada.page.goto(confirmation);
  await expect(ada.page.getByText("You added it: a second person has to find it there.")).toBeVisible();
  const bob = await openAs(browser, "annotator");
  await bob.page.goto(`/citers/${paper.workId}`);
  await bob.page.getByRole("link", { name: "have you read it?" }).click();
  await bob.page.getByRole("button", { name: "I have found it" }).click();
  await expect(bob.page.getByRole("status")).toContainText("Thank you.");
  await bob.page.goto(`/citers/${paper.workId}`);
  await expect(bob.page.getByText("confirmed by somebody else")).toBeVisible();
  await ada.page.goto(confirmation);
  await expect(ada.page.getByText("A second person has found it there already.")).toBeVisible();
});

test("a sentence that came with an import asks nobody to confirm it", async ({ context, page }) => {
  await signInAs(context);
  await page.goto(`/confirm/context-${sentences()[4]?.contextId}`);
  await expect(page.getByText("It came with an import, not by hand.")).toBeVisible();
  await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
});

test("axe finds nothing where mistakes are reported and settled", async ({
  page,
  context,
  expectAccessible,
}) => {
  const target = sentences()[3] as Targets[number];
  await signInAs(context, { role: "admin" });
  for (const path of [
    `/flag?target=context-${target.contextId}`,
    `/flag?hub=${SLUG}`,
    `/citers/${target.workId}/add?hub=${SLUG}`,
    `/confirm/context-${target.contextId}`,
    "/admin/adjudication",
  ]) {
    await page.goto(path);
    await expectAccessible();
  }
});
