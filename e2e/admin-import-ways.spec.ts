import type { Page } from "@playwright/test";
import { strToU8, zipSync } from "fflate";
import { HUB_DOI } from "@/lib/sources/testing/invented-services";
import { openInvented } from "@/lib/sources/testing/open-invented";
import { expect, test } from "./fixtures";
import { startOwnSite } from "./own-site";
import { cookieOf, signInAs } from "./people";

let made = 0;
/** A word that no other test of this run uses. */
function newWord(): string {
  made += 1;
  return `quay${Date.now().toString(36)}${made}`;
}

const hubOf = (word: string) => ({
  title: `The quays of ${word} and their cranes`,
  identifiers: [`doi:10.5555/${word}`],
});

/** An interchange file about one invented hub, cited by these works. */
function fileOf(word: string, citers: readonly object[]): string {
  const hub = `doi:10.5555/${word}`;
  return [
    { type: "spokes", version: 1, source: "test" },
    { type: "hub", slug: word, work: hubOf(word) },
    ...citers.map((work) => ({ type: "citation", hub, work })),
  ]
    .map((line) => JSON.stringify(line))
    .join("\n");
}

const said = (page: Page) => page.getByText(/^This import (is|has|waits)/);

async function send(page: Page, name: string, bytes: string | Uint8Array) {
  await page.goto("/admin/imports/new");
  await page
    .getByLabel("File", { exact: true })
    .setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(bytes) });
  await page.getByRole("button", { name: "Send the file" }).click();
}

async function expectState(page: Page, words: string) {
  await expect(said(page)).toHaveText(`This import is ${words}.`, { timeout: 30_000 });
}

async function previewAndRun(page: Page) {
  await page.getByRole("button", { name: "Preview", exact: true }).click();
  await expectState(page, "previewed and waits to be run");
  await page.getByRole("button", { name: "Run this import" }).click();
  await expectState(page, "done");
}

async function undo(page: Page) {
  await page.getByRole("button", { name: "Undo this import" }).click();
  await expectState(page, "undone");
}

async function expectNarrow(page: Page) {
  await page.setViewportSize({ width: 375, height: 900 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** Two citers of one title that are in already, then a file that could mean either. */
async function decideOne(page: Page, whileAsked: () => Promise<void> = async () => undefined) {
  const word = newWord();
  const title = `How the cranes of ${word} were greased`;
  await send(
    page,
    `${word}.jsonl`,
    fileOf(word, [
      { title, identifiers: [`doi:10.5555/${word}.a`], published: "2004" },
      { title, identifiers: [`doi:10.5555/${word}.b`], published: "2005" },
    ]),
  );
  await previewAndRun(page);
  const known = page.url();
  await send(page, `${word}-again.jsonl`, fileOf(word, [{ title, authors: ["Ada Beam"] }]));
  await page.getByRole("button", { name: "Preview", exact: true }).click();
  await expectState(page, "previewed and waits to be run");
  const question = page.getByRole("group", { name: title });
  await expect(question.getByText("agrees in 2 of 2 known facts: title, cited hub")).toHaveCount(2);
  await expect(page.getByRole("heading", { level: 2 })).toHaveText([
    /^Preview/,
    /^To be decided/,
    "Run it",
    /^Preview it otherwise/,
  ]);
  await expect(page.getByRole("region", { name: "Run it" })).toContainText("1 work still to be decided");
  await whileAsked();
  await question.getByRole("radio", { name: /2005/ }).check();
  await page.getByRole("button", { name: "Save and preview again" }).click();
  await expectState(page, "previewed and waits to be run");
  await expect(page.getByText(`is the known work ${title} (2005)`)).toBeVisible();
  await expect(page.getByRole("row", { name: "citations 0 0 1" })).toBeVisible();
  await page.getByRole("button", { name: "Run this import" }).click();
  await expectState(page, "done");
  await undo(page);
  await page.goto(known);
  await undo(page);
}

test("an ambiguous work is decided in the preview, by keyboard too", async ({
  context,
  page,
  expectAccessible,
}) => {
  await signInAs(context, { role: "admin" });
  await decideOne(page, async () => {
    await expectAccessible();
    await expectNarrow(page);
    const radios = page.getByRole("radio");
    await radios.first().focus();
    await page.keyboard.press("Space");
    await expect(radios.first()).toBeChecked();
    await page.keyboard.press("ArrowDown");
    await expect(radios.nth(1)).toBeChecked();
  });
});

test("an archive is previewed, run and undone as a whole", async ({ context, page, expectAccessible }) => {
  await signInAs(context, { role: "admin" });
  const [one, another] = [newWord(), newWord()];
  const archive = zipSync({
    "one.jsonl": strToU8(fileOf(one, [{ title: `First of ${one} and its tide`, published: "2001" }])),
    "lists/another.jsonl": strToU8(
      fileOf(another, [{ title: `First of ${another} and its tide`, published: "2002" }]),
    ),
    "fog.txt": strToU8("Only fog."),
  });
  await send(page, `${one}.zip`, archive);
  const status = page.getByRole("main").getByRole("status").first();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${one}.zip`);
  await expect(page.getByRole("listitem").filter({ hasText: "fog.txt" })).toContainText(
    "format is not recognised",
  );
  await expectAccessible();
  await expectNarrow(page);
  await page.getByRole("button", { name: "Preview 3 files" }).click();
  await expect(status).toContainText("2 previewed", { timeout: 30_000 });
  await page.getByRole("button", { name: "Run 2 previewed files" }).click();
  await expect(status).toContainText("2 done", { timeout: 30_000 });
  expect((await page.request.get(`/hubs/${another}`)).status()).toBe(200);
  await page.getByRole("button", { name: "Undo all that this archive brought" }).click();
  await expect(status).toContainText("2 undone", { timeout: 30_000 });
  expect((await page.request.get(`/hubs/${another}`)).status()).toBe(404);
});

async function mapTable(page: Page, whileShown: () => Promise<void> = async () => undefined) {
  const word = newWord();
  await send(
    page,
    `${word}.csv`,
    `Arbeit;Wer;Jahr\nVon Kränen in ${word};Ada Beam;1999\nVon Kais in ${word};Grace Quay;2001\n`,
  );
  await page.getByRole("link", { name: "say what its columns hold" }).click();
  await expect(page.getByText("Read as UTF-8.")).toBeVisible();
  await expect(page.getByLabel("Columns are parted by")).toHaveValue(";");
  await expect(page.getByText(`Von Kränen in ${word}`)).toBeVisible();
  await page.getByRole("button", { name: "Keep these columns" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Say which column holds the title");
  await whileShown();
  await page.getByLabel("Arbeit").selectOption("title");
  await page.getByLabel("Wer").selectOption("authors");
  await page.getByLabel("Jahr").selectOption("year");
  await page.getByRole("button", { name: "Keep these columns" }).click();
  await page.getByLabel("If the file only lists works, they are").selectOption("citers");
  await page.getByLabel("That work").fill(`doi:10.5555/${word}`);
  await previewAndRun(page);
  await expect(page.getByRole("row", { name: "citations 2 0 0" })).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: `Von Kränen in ${word}` })).toBeVisible();
  await undo(page);
}

test("a table whose columns say nothing goes in as an admin says", async ({
  context,
  page,
  expectAccessible,
}) => {
  await signInAs(context, { role: "admin" });
  await mapTable(page, async () => {
    await expectAccessible();
    await expectNarrow(page);
  });
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("ambiguous works are decided and columns are named", async ({ context, page }) => {
    await signInAs(context, { role: "admin" });
    await decideOne(page);
    await mapTable(page);
  });
});

test("a work named by its address is gathered, previewed with the counts of the services, run and undone", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const { server: services } = await openInvented();
  const site = await startOwnSite("gathering", {
    OPENALEX_URL: `${services.base}/openalex`,
    SEMANTIC_SCHOLAR_URL: `${services.base}/s2`,
    CROSSREF_URL: `${services.base}/crossref`,
    ARXIV_URL: `${services.base}/arxiv`,
    SERVICES_ON_LOOPBACK: "on",
  });
  const context = await browser.newContext({ baseURL: site.url, javaScriptEnabled: false });
  try {
    const cookies = (await cookieOf({ role: "admin" }, site)).split("; ").map((cookie) => cookie.split("="));
    await context.addCookies(cookies.map(([name = "", value = ""]) => ({ name, value, url: site.url })));
    const page = await context.newPage();
    await page.goto("/admin/imports/new");
    await page.getByLabel("Works, one on each line").fill("https://example.org/no-work");
    await page.getByRole("button", { name: "Gather and preview" }).click();
    await expect(page.getByRole("alert").first()).toContainText("names no work");
    await page.getByLabel("Works, one on each line").fill(`https://doi.org/${HUB_DOI}`);
    await page.getByRole("button", { name: "Gather and preview" }).click();
    await expect(said(page)).toHaveText("This import is previewed and waits to be run.", { timeout: 60_000 });
    await expect(page.getByRole("row", { name: "OpenAlex 812 3" })).toBeVisible();
    await expect(page.getByRole("row", { name: "Semantic Scholar 790 3" })).toBeVisible();
    await expect(page.getByRole("row", { name: "Crossref 655 –" })).toBeVisible();
    await expect(page.getByRole("row", { name: "citations 4 0 0" })).toBeVisible();
    const asked = services.asked.length;
    await page.getByRole("button", { name: "Run this import" }).click();
    await expectState(page, "done");
    expect(services.asked.length).toBe(asked);
    expect((await page.request.get("/hubs/how-lamps-are-kept-on-lonely-coasts")).status()).toBe(200);
    await undo(page);
    expect((await page.request.get("/hubs/how-lamps-are-kept-on-lonely-coasts")).status()).toBe(404);
  } finally {
    await context.close();
    await site.stop();
    await services.close();
  }
});
