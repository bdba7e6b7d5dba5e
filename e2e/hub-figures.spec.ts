import type { Locator } from "@playwright/test";
import { coCitedCounts, coverage, polarityCounts, roleCounts, yearCounts } from "./demonstration-figures";
import { expect, INVENTED_HUB, test } from "./fixtures";

const region = (page: { getByRole: Locator["getByRole"] }, name: string) =>
  page.getByRole("region", { name });

/** Items such as "supporting 9" as a record; items with a count of 0 are left out. */
async function countsIn(list: Locator, pattern: RegExp): Promise<Record<string, number>> {
  const texts = await list.getByRole("listitem").allInnerTexts();
  const pairs = texts.map((text) => {
    const [, word = text, n = "NaN"] = pattern.exec(text.replace(/\s+/g, " ").trim()) ?? [];
    return [word, Number(n)] as const;
  });
  return Object.fromEntries(pairs.filter(([, n]) => n !== 0));
}

async function middleOf(element: Locator): Promise<number> {
  const box = await element.boundingBox();
  return box === null ? Number.NaN : box.x + box.width / 2;
}

test.beforeEach(async ({ page }) => {
  await page.goto(INVENTED_HUB);
});

test("every switch of How it is judged shows the figures of the file", async ({ page }) => {
  const judged = region(page, "How it is judged");
  for (const unit of ["papers", "sentences"] as const)
    for (const evidence of ["all evidence", "own evidence"] as const) {
      await judged.getByRole("radio", { name: unit }).check();
      await judged.getByRole("radio", { name: evidence }).check();
      const list = judged.getByRole("list", { name: /by suggested polarity$/ });
      await expect(list).toHaveCount(1);
      const shown = await countsIn(list, /^(?:[+±○−?] ?)?(.*?) (\d+)$/);
      expect(shown, `${unit}, ${evidence}`).toEqual(polarityCounts(unit, evidence === "own evidence"));
    }
});

test("roles, with the number of citers that have one, are those of the file", async ({ page }) => {
  const used = region(page, "How it is used");
  const shown = await countsIn(used.getByRole("list"), /^([a-z ]+?) (\d+) /);
  expect(shown).toEqual(roleCounts());
  const { withRole, citers } = coverage();
  await expect(used).toContainText(`${withRole} of ${citers} citers have a suggested role`);
  await expect(used).toContainText(`Share of the ${withRole} citers with a suggested role`);
});

test("years are those of the file, in the table beside the chart", async ({ page }) => {
  const byYear = region(page, "By year");
  await byYear.getByText("as a table").click();
  const rows = await byYear.getByRole("row").allInnerTexts();
  const shown = rows.slice(1).map((row) => row.trim().split(/\s+/).slice(0, 2));
  const { unknown = 0, ...years } = yearCounts();
  expect(Object.fromEntries(shown.map(([year = "", n]) => [year, Number(n)]))).toEqual(years);
  expect(unknown).toBe(0);
});

test("a column of the chart is a way to the citers of its year and stands over its name", async ({
  page,
}) => {
  const byYear = region(page, "By year");
  const years = Object.entries(yearCounts()).filter(([, n]) => n > 1);
  expect(years.length).toBeGreaterThan(2);
  for (const [year, n] of years) {
    const way = byYear.getByTitle(`${n} citers of ${year}`, { exact: true });
    expect(
      Math.abs((await middleOf(way)) - (await middleOf(byYear.locator("svg text", { hasText: year })))),
    ).toBeLessThan(2);
    await expect(way).toHaveAttribute("href", new RegExp(`q=year%3A${year}$`));
  }
  const [year, n] = years.at(-1) ?? [];
  await byYear.getByTitle(`${n} citers of ${year}`, { exact: true }).click();
  await expect(page.getByLabel("Words, or terms")).toHaveValue(`year:${year}`);
});

test("co-cited works are counted over the citers that have reference lists", async ({ page }) => {
  const coCited = region(page, "Co-cited works");
  const { counts, lists } = coCitedCounts();
  await expect(coCited).toContainText(`k of the ${lists} citers whose reference list is known`);
  const shown = await coCited.getByText(/^\d+ of \d+$/).allInnerTexts();
  expect(shown).toEqual(counts.slice(0, 10).map((n) => `${n} of ${lists}`));
});

test("coverage and headline say the same of the citers as the file", async ({ page }) => {
  const { citers, withSentence, withRole, withPolarity } = coverage();
  const shown = region(page, "Coverage");
  await expect(shown).toContainText(`${withSentence} of ${citers}`);
  await expect(shown).toContainText(`${withPolarity} of ${citers}`);
  await expect(shown).toContainText(`0 of ${citers}`);
  const main = page.getByRole("main");
  await expect(main).toContainText(`Of ${withRole} citers with a suggested role`);
  await expect(main).toContainText("Nobody has voted yet.");
});
