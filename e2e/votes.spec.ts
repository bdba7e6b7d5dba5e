import type { Page } from "@playwright/test";
import { addPerson } from "@/db/testing/people";
import { randomVote } from "@/db/testing/random-votes";
import { recountPolarity } from "@/db/testing/recount";
import { vote } from "@/db/testing/votable";
import { expect, test } from "./fixtures";
import { withSiteDb } from "./people";
import { expectSeenWithinASecond } from "./seen-within-a-second";
import { addVotableHub } from "./votable-hub";

const SLUG = "keepers-with-votes";
const HUB = `/hubs/${SLUG}`;

let targets: Awaited<ReturnType<typeof addVotableHub>> = [];
const people: number[] = [];

/** The same numbers at each run. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 48271) % 2147483647;
    yield state / 2147483647;
  }
}

test.describe.configure({ mode: "serial" });
test.beforeAll(async () => {
  targets = await addVotableHub(SLUG, 8);
  await withSiteDb(async (db) => {
    for (const handle of ["ada-keeper", "bo-keeper", "cy-keeper", "dee-keeper", "eli-keeper"])
      people.push(await addPerson(db, { handle }));
  });
});

const judgedOf = (page: Page) => page.getByRole("region", { name: "How it is judged" });

/** The counts in the list of keys that is shown, by word; what is lighter, unlabelled or 0 is left out. */
async function votedKeys(page: Page): Promise<Record<string, number>> {
  const list = judgedOf(page).getByRole("list", { name: /^(Citers|Sentences) by polarity$/ });
  const texts = await list.getByRole("listitem").allInnerTexts();
  const pairs = texts.map((text) => {
    const [, word = text, n = "NaN"] =
      /([a-z]+) (\d+)(?: \(\d+ lighter\))?$/.exec(text.replace(/\s+/g, " ").trim()) ?? [];
    return [word, Number(n)] as const;
  });
  return Object.fromEntries(pairs.filter(([word, n]) => n !== 0 && word !== "unlabelled"));
}

test("a hub without a vote says so, and shows suggestions only as such", async ({ page }) => {
  await page.goto(HUB);
  const main = page.getByRole("main");
  await expect(main).toContainText("Nobody has voted yet.");
  await expect(page.getByRole("region", { name: "Coverage" })).toContainText("0 of 8");
  await expect(page.getByRole("region", { name: "Most contested" })).toContainText("nothing is contested");
  await expect(judgedOf(page).getByRole("list")).toHaveAccessibleName("Citers by suggested polarity");
});

test("a vote is seen on the signed-out page within a second, and takes its citer from the suggestions", async ({
  page,
}) => {
  const [, , sentence] = targets;
  if (!sentence) throw new Error("no sentence to vote on");
  const isSeen = async () => (await (await page.request.get(HUB)).text()).includes("1 person has");
  expect(await isSeen()).toBe(false);
  await withSiteDb((db) => vote(db, people[0] ?? 0, sentence, { polarity: "mixed", basis: "own_evidence" }));
  await expectSeenWithinASecond(isSeen);
  await page.goto(HUB);
  expect(await votedKeys(page)).toEqual({ mixed: 1 });
  await judgedOf(page).getByRole("radio", { name: "with suggestions" }).check();
  await expect(judgedOf(page)).toContainText("1 of 8 citers have a vote, 6 more a suggested polarity");
});

/** What the switches can be set to, with what is then counted. */
const SWITCHES = [
  { names: ["papers", "all evidence"], unit: "citers", evidence: "all" },
  { names: ["papers", "own evidence"], unit: "citers", evidence: "own" },
  { names: ["sentences", "all evidence"], unit: "sentences", evidence: "all" },
  { names: ["sentences", "own evidence"], unit: "sentences", evidence: "own" },
] as const;

test("after many votes every switch shows what a recount of the votes gives", async ({ page }) => {
  const random = numbers(11);
  await withSiteDb(async (db) => {
    const world = { db, targets, people, admin: people[0] ?? 0, random: () => random.next().value };
    for (let n = 0; n < 90; n += 1) await randomVote(world).catch(() => undefined);
  });
  const recounts = await withSiteDb((db) =>
    Promise.all(SWITCHES.map(({ unit, evidence }) => recountPolarity(db, SLUG, unit, evidence))),
  );
  for (const recount of recounts) expect(Object.keys(recount).length).toBeGreaterThan(2);
  const shown = async () => {
    await page.goto(HUB);
    const all: Record<string, number>[] = [];
    for (const { names } of SWITCHES) {
      for (const name of ["people only", ...names]) await judgedOf(page).getByRole("radio", { name }).check();
      all.push(await votedKeys(page));
    }
    return all;
  };
  // The last vote may be on its way to the page yet.
  await expect.poll(shown).toEqual(recounts);
  await expect(page.getByRole("region", { name: "Coverage" })).toContainText("5 people have voted here.");
  await expect(page.getByRole("main")).not.toContainText("Nobody has voted yet");
});

test("the headline, the roles and the years tell votes, and each figure says of how many", async ({
  page,
}) => {
  await page.goto(HUB);
  await expect(page.getByRole("main")).toContainText(/citers? with a voted (role|polarity)/);
  await expect(page.getByRole("region", { name: "How it is used" })).toContainText(
    /\d of 8 citers have a voted role/,
  );
  await expect(page.getByRole("region", { name: "By year" })).toContainText("Citers by voted polarity");
  const ledger = page.getByRole("region", { name: "Claims ledger" });
  await expect(ledger).toContainText(/2 claims, (each tested|\d never tested)/);
});

test("a contested sentence leads to itself on the page of its paper, where both sides are told", async ({
  page,
}) => {
  await page.goto(HUB);
  const first = page.getByRole("region", { name: "Most contested" }).getByRole("listitem").first();
  await expect(first).toContainText(/(polarity|role): \d+ [a-z]+.*, \d+ [a-z]+/);
  await first.getByRole("link").click();
  await expect(page).toHaveURL(/\/citers\/\d+#(c|hub)-\d+$/);
  await expect(page.getByRole("main")).toContainText(/contested: \d+ [a-z]+.*, \d+ [a-z]+/);
});

test("who voted what can be opened on the page of a paper, beside the ways to label and to report", async ({
  page,
}) => {
  const [, , sentence] = targets;
  if (!sentence) throw new Error("no sentence");
  await withSiteDb(async (db) => {
    const late = await addPerson(db, { handle: "late-keeper", approved: false });
    await vote(
      db,
      late,
      sentence,
      { polarity: "contrasting" },
      { note: "Read on: it is withdrawn.", ownPaper: true },
    );
  });
  await page.goto(`/citers/${sentence.workId}`);
  const figure = page.locator(`#c-${sentence.contextId}`);
  await figure.locator("summary").click();
  const own = figure.getByRole("listitem").filter({ hasText: "late-keeper" });
  await expect(own).toContainText("does not count: the account is not approved yet");
  await expect(own).toContainText("on their own paper");
  await expect(own).toContainText("Read on: it is withdrawn.");
  await expect(own.getByRole("link", { name: "late-keeper" })).toHaveAttribute("href", "/people/late-keeper");
  await expect(figure.getByRole("link", { name: "Label this" })).toHaveAttribute(
    "href",
    `/annotate/context-${sentence.contextId}?from=/citers/${sentence.workId}%23c-${sentence.contextId}`,
  );
  await expect(figure.getByRole("link", { name: "Report" })).toHaveAttribute(
    "href",
    `/flag?target=context-${sentence.contextId}`,
  );
});

test("the front page proposes targets that need a vote, and tells of each hub how many citers have one", async ({
  page,
}) => {
  await page.goto("/");
  const needing = page.getByRole("region", { name: "Citations that need a vote" });
  const links = needing.getByRole("link", { name: "Label this" });
  expect(await links.count()).toBeGreaterThan(1);
  for (const link of await links.all())
    await expect(link).toHaveAttribute("href", /^\/annotate\/(context-\d+|paper-\d+-\d+)$/);
  const hub = page.getByRole("listitem").filter({ has: page.locator(`a[href="${HUB}"]`) });
  await expect(hub).toContainText(/[1-8] of 8 citers have a vote/);
});

test("axe finds nothing where people have voted, with all details open, and nothing scrolls sideways", async ({
  page,
  expectAccessible,
}) => {
  test.slow();
  for (const address of [HUB, `/citers/${targets.at(-1)?.workId}`, "/"]) {
    await page.goto(address);
    await page.locator("details").evaluateAll((all) => {
      for (const details of all) details.setAttribute("open", "");
    });
    await expectAccessible();
    for (const width of [320, 640, 1024]) {
      await page.setViewportSize({ width, height: 800 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, `${address} at ${width}`).toBeLessThanOrEqual(width);
    }
  }
  await page.goto(HUB);
  await judgedOf(page).getByRole("radio", { name: "with suggestions" }).check();
  await expectAccessible();
});
