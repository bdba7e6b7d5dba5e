import { setTimeout as delay } from "node:timers/promises";
import type { Page } from "@playwright/test";
import { addPerson } from "@/db/testing/people";
import { castOn, untouchedKeys, votesOf } from "@/db/testing/votes";
import { expect, test } from "./fixtures";
import { signInAs, withSiteDb } from "./people";
import { expectSeenWithinASecond } from "./seen-within-a-second";
import { addVotableHub } from "./votable-hub";

/** A hub of this file alone, because other files expect the demonstration hub without votes. */
const HUB = "keepers-to-label";
const HUB_PAGE = `/hubs/${HUB}`;
const START = `/annotate?hub=${HUB}`;

test.beforeAll(() => addVotableHub(HUB, 12));

/** The right answers of the five practice items, as keys. */
const PRACTICE = [
  ["5", "n"],
  ["0", "s", "e"],
  ["3", "n"],
  ["0", "m", "e"],
  ["2", "c", "t"],
];

const votes = (userId: number) => withSiteDb((db) => votesOf(db, userId));
const freshSentence = () =>
  withSiteDb(async (db) => {
    const { sentences } = await untouchedKeys(db, HUB);
    return sentences.at(-1) ?? "";
  });
const heading = (page: Page) => page.locator("#passage");
const radio = (page: Page, name: string) => page.getByRole("radio", { name });

/** Presses keys once the page listens to them. */
async function pressKeys(page: Page, keys: readonly string[]): Promise<void> {
  await expect(page.locator("body[data-keys]")).toBeVisible();
  for (const key of keys) await page.keyboard.press(key);
}

/** Presses enter and waits until the next target is in front of the person. */
async function saveByKey(page: Page): Promise<void> {
  const before = new URL(page.url()).pathname;
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname !== before);
  await expect(heading(page)).toBeFocused();
}

const DAY_MS = 86_400_000;
const LAST_MINUTES_MS = 120_000;

/** The votes of a day (of UTC) are counted: what begins in its last minutes would reach into the next one. */
async function waitForADay(): Promise<void> {
  const left = DAY_MS - (Date.now() % DAY_MS);
  if (left < LAST_MINUTES_MS) await delay(left);
}

test("from the practice over ten votes by keyboard to undoing the last one, and readers see it within a second", async ({
  page,
  context,
  browser,
}) => {
  test.slow();
  await waitForADay();
  const reader = await browser.newPage();
  const coverage = async () => {
    await reader.goto(HUB_PAGE);
    return reader.getByRole("region", { name: "Coverage" }).textContent();
  };
  const before = await coverage();
  const userId = await signInAs(context, { warmedUp: false });
  await page.goto(START);
  await expect(page).toHaveURL(/\/annotate\/warm-up/);
  await pressKeys(page, ["1", "u", "Enter"]);
  await expect(page.getByRole("heading", { name: "Not quite" })).toBeVisible();
  for (const [i, keys] of PRACTICE.entries()) {
    await expect(page.getByText(`Practice ${i + 1} of 5`)).toBeVisible();
    await pressKeys(page, [...keys, "Enter"]);
    await expect(page.getByRole("heading", { name: "Right" })).toBeFocused();
    await page.keyboard.press("Enter");
  }
  await page.getByRole("button", { name: "Begin to label" }).click();
  await page.waitForURL(/\/annotate\/(context|paper)-/);

  const labelled: string[] = [];
  for (let i = 0; i < 10; i += 1) {
    labelled.push(new URL(page.url()).pathname.split("/").at(-1) ?? "");
    await pressKeys(page, ["7", "Shift+Digit5", "c", "e"]);
    await expect(radio(page, "baseline")).toBeChecked();
    await expect(page.getByRole("checkbox", { name: "also dataset" })).toBeChecked();
    await saveByKey(page);
    await expect(page.getByText("You are the first to vote on it.")).toBeVisible();
    await expect(page.getByRole("status").first()).toHaveText(/^Saved: baseline, also dataset, contrasting/);
  }
  await expectSeenWithinASecond(async () => (await coverage()) !== before);
  await reader.close();
  await expect(page.getByText("you: 10 today")).toBeVisible();
  const cast = await votes(userId);
  expect(cast.map(({ key }) => key)).toEqual(labelled);
  expect(new Set(labelled).size).toBe(10);
  for (const vote of cast)
    expect(vote).toMatchObject({
      role: "baseline",
      furtherRoles: ["dataset"],
      polarity: "contrasting",
      basis: "own_evidence",
      revision: 1,
    });

  await pressKeys(page, ["z"]);
  await expect(page).toHaveURL(new RegExp(`/annotate/${labelled[9]}\\?`));
  await expect(radio(page, "baseline")).toBeChecked();
  expect((await votes(userId)).map(({ key }) => key)).toEqual(labelled.slice(0, 9));
});

test("the same without script: practice, vote, claim with its own verdict, note, skip, undo, withdraw", async ({
  browser,
}) => {
  test.slow();
  const context = await browser.newContext({ javaScriptEnabled: false });
  const userId = await signInAs(context, { warmedUp: false });
  const page = await context.newPage();
  await page.goto(START);
  for (const [i, keys] of PRACTICE.entries()) {
    await expect(page.getByText(`Practice ${i + 1} of 5`)).toBeVisible();
    for (const key of keys) await page.locator(`[aria-keyshortcuts="${key}"]`).check();
    await page.getByRole("button", { name: "Check" }).click();
    await page.getByRole("link", { name: i === 4 ? "Finish" : "Next sentence" }).click();
  }
  await page.getByRole("button", { name: "Begin to label" }).click();
  await page.waitForURL(/\/annotate\/(context|paper)-/);
  const skipped = new URL(page.url()).pathname;
  await page.getByRole("button", { name: "Skip" }).click();
  await page.waitForURL(({ pathname }) => pathname !== skipped);

  await radio(page, "extension").check();
  await page.getByRole("checkbox", { name: "also method" }).check();
  await radio(page, "supporting").check();
  await radio(page, "relies on it").check();
  await page.getByRole("checkbox", { name: "C2" }).check();
  await page.getByRole("combobox", { name: "claim 2" }).selectOption({ label: "± mixed" });
  await page.getByRole("textbox", { name: "Note" }).fill("As I read it.");
  await page.getByRole("button", { name: "Save and next" }).click();
  await expect(page.getByText("You are the first to vote on it.")).toBeVisible();
  expect(await votes(userId)).toMatchObject([
    {
      role: "extension",
      furtherRoles: ["method"],
      polarity: "supporting",
      basis: "relies_on",
      note: "As I read it.",
      claims: [{ number: 2, verdict: "mixed" }],
    },
  ]);

  await page.getByRole("link", { name: "Look at it again" }).click();
  await expect(radio(page, "extension")).toBeChecked();
  await radio(page, "neutral").check();
  await page.getByRole("button", { name: "Change and next" }).click();
  expect(await votes(userId)).toMatchObject([{ polarity: "neutral", basis: null, revision: 2 }]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Your vote says again what it said before.")).toBeVisible();
  expect(await votes(userId)).toMatchObject([{ polarity: "supporting", revision: 3 }]);
  await page.getByRole("button", { name: "Withdraw your vote" }).click();
  await expect(page.getByText("Withdrawn.")).toBeVisible();
  expect(await votes(userId)).toEqual([]);
  await context.close();
});

test("nothing of others' votes is in the page or in what the browser fetches, until one has voted", async ({
  page,
  context,
}) => {
  const key = await freshSentence();
  const CANARY = "must-not-be-seen-yet";
  await withSiteDb(async (db) => {
    const other = await addPerson(db, { handle: "must-not-be-seen" });
    await castOn(db, other, key, { role: "replication", polarity: "mixed", basis: "restates", note: CANARY });
  });
  await signInAs(context);
  const bodies: string[] = [];
  page.on("response", async (response) => bodies.push(await response.text().catch(() => "")));
  await page.goto(`/annotate/${key}`);
  await page.waitForLoadState("networkidle");
  const asData = await page.request.get(`/annotate/${key}`, { headers: { RSC: "1" } });
  bodies.push(await asData.text());
  expect(bodies.length).toBeGreaterThan(2);
  expect(bodies.filter((body) => body.includes("must-not-be-seen"))).toEqual([]);
  await expect(page.getByText("Others’ votes appear after yours.")).toBeVisible();

  await pressKeys(page, ["1", "n", "Enter"]);
  await page.waitForURL(/last=/);
  await expect(page.getByText("polarity: contested: 1 mixed, 1 neutral")).toBeVisible();
  await page.getByText("2 votes", { exact: true }).click();
  await expect(page.getByRole("link", { name: "must-not-be-seen" })).toBeVisible();
  await expect(page.getByText(CANARY)).toBeVisible();
});

test("a vote that was changed in another window is not overwritten: both stand there to choose", async ({
  page,
  context,
}) => {
  const key = await freshSentence();
  const userId = await signInAs(context);
  await withSiteDb((db) => castOn(db, userId, key));
  await page.goto(`/annotate/${key}`);
  await withSiteDb((db) =>
    castOn(db, userId, key, { role: "method", polarity: "supporting", revision: 1, note: "from elsewhere" }),
  );
  await radio(page, "dataset").check();
  await page.getByRole("button", { name: "Change and next" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "changed in the meantime" })).toBeFocused();
  await expect(page.getByText("Stored: method, supporting, with the note “from elsewhere”.")).toBeVisible();
  await expect(radio(page, "dataset")).toBeChecked();
  expect(await votes(userId)).toMatchObject([{ role: "method", revision: 2 }]);

  await page.getByRole("link", { name: "Keep what is stored" }).click();
  await expect(radio(page, "method")).toBeChecked();
  await withSiteDb((db) => castOn(db, userId, key, { role: "software", revision: 2 }));
  await radio(page, "dataset").check();
  await page.getByRole("button", { name: "Change and next" }).click();
  await expect(page.getByText("Stored: software, neutral.")).toBeVisible();
  await page.getByRole("button", { name: "Change and next" }).click();
  await page.waitForURL(/last=/);
  expect(await votes(userId)).toMatchObject([{ role: "dataset", revision: 4 }]);
});

test("without script such a conflict shows the same, and what was chosen is kept", async ({ browser }) => {
  const key = await freshSentence();
  const context = await browser.newContext({ javaScriptEnabled: false });
  const userId = await signInAs(context);
  const page = await context.newPage();
  await page.goto(`/annotate/${key}`);
  await withSiteDb((db) => castOn(db, userId, key, { role: "method" }));
  await radio(page, "replication").check();
  await page.getByRole("checkbox", { name: "also dataset" }).check();
  await radio(page, "mixed").check();
  await page.getByRole("textbox", { name: "Note" }).fill("Typed here.");
  await page.getByRole("button", { name: "Save and next" }).click();
  await expect(page.getByText("Stored: method, neutral.")).toBeVisible();
  await expect(radio(page, "replication")).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "also dataset" })).toBeChecked();
  await expect(page.getByRole("textbox", { name: "Note" })).toHaveValue("Typed here.");
  await page.getByRole("button", { name: "Change and next" }).click();
  await expect(page.getByText("You are the first to vote on it.")).toBeVisible();
  expect(await votes(userId)).toMatchObject([
    { role: "replication", furtherRoles: ["dataset"], polarity: "mixed", note: "Typed here.", revision: 2 },
  ]);
  await context.close();
});

test("a double click casts one vote", async ({ page, context }) => {
  const key = await freshSentence();
  const userId = await signInAs(context);
  await page.goto(`/annotate/${key}`);
  await radio(page, "background").check();
  await radio(page, "unclear").check();
  await page.getByRole("button", { name: "Save and next" }).dblclick();
  await page.waitForURL(/last=/);
  expect(await votes(userId)).toMatchObject([{ key, polarity: "unclear", revision: 1 }]);
});

test("keys are silent while one types, with ctrl, and once they are switched off", async ({
  page,
  context,
}) => {
  const key = await freshSentence();
  const userId = await signInAs(context);
  await page.goto(`/annotate/${key}`);
  await page.getByRole("textbox", { name: "Note" }).pressSequentially("7 sums? zk");
  await page.getByRole("textbox", { name: "Note" }).blur();
  await page.keyboard.press("Control+s");
  await expect(page.locator("[name=role]:checked, [name=polarity]:checked")).toHaveCount(0);
  await expect(page.getByRole("dialog")).toBeHidden();

  await pressKeys(page, ["?"]);
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await page.keyboard.press("7");
  await expect(radio(page, "baseline")).not.toBeChecked();
  await page.getByRole("button", { name: "Switch the keys off" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.locator("kbd:visible")).toHaveCount(0);
  for (const pressed of ["7", "n", "Enter", "k", "?"]) await page.keyboard.press(pressed);
  await expect(page).toHaveURL(new RegExp(`/annotate/${key}`));
  await expect(page.locator("[name=role]:checked, [name=polarity]:checked")).toHaveCount(0);
  expect(await votes(userId)).toEqual([]);
});

test("before there is a main role a further one becomes it, and the main role cannot be further", async ({
  page,
  context,
}) => {
  await signInAs(context);
  await page.goto(START);
  await pressKeys(page, ["Shift+Digit4"]);
  await expect(radio(page, "method")).toBeChecked();
  await pressKeys(page, ["Shift+Digit4", "Shift+Digit3", "Shift+Digit2", "Shift+Digit3"]);
  const further = page.locator("[name=further]:checked");
  await expect(further).toHaveCount(1);
  await expect(further).toHaveValue("motivation");
});

test("who came from another page of ours goes back to it after saving", async ({ page, context }) => {
  const key = await freshSentence();
  await signInAs(context);
  await page.goto(`/annotate/${key}?from=${encodeURIComponent("/about#licence")}`);
  await pressKeys(page, ["2", "n", "Enter"]);
  await expect(page).toHaveURL("/about#licence");
  await page.goto(`/annotate/${await freshSentence()}?from=//evil.test`);
  await expect(page.locator("[name=from]")).toHaveCount(0);
});

test("who is signed out is led to the sign-in page, and a target that is none is not found", async ({
  page,
  context,
}) => {
  const answer = await page.request.get(START, { maxRedirects: 0 });
  expect(answer.status()).toBe(307);
  expect(answer.headers().location).toBe(`/sign-in?from=${encodeURIComponent(START)}`);
  await signInAs(context);
  for (const none of ["context-999999999", "paper-1-999999999", "context-01", "x"])
    expect((await page.goto(`/annotate/${none}`))?.status(), none).toBe(404);
});

test("two people who label one hub at once have different sentences in front of them", async ({
  browser,
}) => {
  const seen: string[] = [];
  for (let i = 0; i < 3; i += 1) {
    const context = await browser.newContext();
    await signInAs(context);
    const page = await context.newPage();
    await page.goto(START);
    await page.waitForURL(/\/annotate\/(context|paper)-/);
    seen.push(new URL(page.url()).pathname);
    await context.close();
  }
  expect(new Set(seen).size).toBe(3);
});

test("axe finds nothing and nothing scrolls sideways where people choose, practise, label and change", async ({
  page,
  context,
  expectAccessible,
}) => {
  test.slow();
  const userId = await signInAs(context);
  const key = await freshSentence();
  const paper = await withSiteDb(async (db) => (await untouchedKeys(db, HUB)).papers[0] ?? "");
  await withSiteDb((db) => castOn(db, userId, key, { furtherRoles: ["method"], note: "A note." }));
  const practice = "/annotate/warm-up?role=background&polarity=neutral";
  for (const address of ["/annotate", practice, START, `/annotate/${paper}`, `/annotate/${key}`]) {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(address);
    await expectAccessible();
    for (const width of [320, 375, 640]) {
      await page.setViewportSize({ width, height: 800 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, `${address} at ${width}`).toBeLessThanOrEqual(width);
    }
  }
  await page.getByRole("button", { name: "Keys" }).click();
  await expectAccessible();
});
