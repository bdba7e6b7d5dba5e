import type { Page } from "@playwright/test";
import { CARBON_HUB, expect, INVENTED_HUB, test } from "./fixtures";

test.use({ javaScriptEnabled: false });

const judgedOf = (page: Page) => page.getByRole("region", { name: "How it is judged" });

test("without script, each choice shows one reading and hides the others from everybody", async ({
  page,
}) => {
  await page.goto(INVENTED_HUB);
  const judged = judgedOf(page);
  const notes = new Set<string>();
  for (const labels of ["people only", "with suggestions"])
    for (const unit of ["papers", "sentences"])
      for (const evidence of ["all evidence", "own evidence"]) {
        for (const name of [labels, unit, evidence]) await judged.getByRole("radio", { name }).check();
        const note = judged.getByText(/^\d+ of \d+ (citers|sentences) have/).filter({ visible: true });
        await expect(note).toHaveCount(1);
        notes.add((await note.textContent()) ?? "");
        await expect(judged.getByRole("list", { name: /by (suggested )?polarity$/ })).toHaveCount(1);
        // What a screen reader is told.
        const tree = await judged.ariaSnapshot();
        expect(tree.match(/list "/g)).toHaveLength(1);
      }
  expect([...notes].sort()).toEqual([
    "0 of 48 citers have a vote",
    "0 of 77 sentences have a vote",
    "38 of 48 citers have a suggested polarity",
    "68 of 77 sentences have a suggested polarity",
  ]);
});

test("the keyboard reaches each group of switches, and arrows choose among them", async ({ page }) => {
  await page.goto(INVENTED_HUB);
  const judged = judgedOf(page);
  const suggestions = judged.getByRole("radio", { name: "with suggestions" });
  await expect(suggestions).toBeChecked();
  await suggestions.focus();
  const ring = await suggestions.evaluate((input) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(input.closest("label") ?? input);
    return `${outlineStyle} ${outlineWidth}`;
  });
  expect(ring).toBe("solid 2px");
  await page.keyboard.press("ArrowLeft");
  await expect(judged.getByText("0 of 48 citers have a vote")).toBeVisible();
  await expect(judged.getByText("38 of 48 citers").filter({ visible: true })).toHaveCount(0);
  await page.keyboard.press("Tab");
  await expect(judged.getByRole("radio", { name: "papers" })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(judged.getByText("0 of 77 sentences have a vote")).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(judged.getByRole("radio", { name: "all evidence" })).toBeFocused();
});

test("the groups of switches have names, and what is shown at first is said to be suggested", async ({
  page,
}) => {
  await page.goto(INVENTED_HUB);
  const judged = judgedOf(page);
  for (const name of ["Whose labels are counted", "What is counted", "Which judgements count"])
    await expect(judged.getByRole("group", { name }).getByRole("radio")).toHaveCount(2);
  await expect(judged.getByText("Nobody has voted yet, so this shows what imports")).toBeVisible();
});

test("a hub of which nothing is suggested has no switches, a bar without labels, and a line that says why", async ({
  page,
}) => {
  await page.goto(CARBON_HUB);
  const judged = judgedOf(page);
  await expect(judged.getByRole("radio")).toHaveCount(0);
  await expect(judged.getByRole("list")).toContainText("unlabelled 36");
  await expect(judged).toContainText("no import or model suggests a label");
});
