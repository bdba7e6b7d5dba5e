import { request as apiRequest, type BrowserContext, type Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { signInAs } from "./people";

/** An interchange file about an invented hub. */
function fileOf(slug: string, citers: number): { name: string; mimeType: string; buffer: Buffer } {
  const hub = `doi:10.5555/${slug}`;
  const lines = [
    { type: "spokes", version: 1, source: "test" },
    { type: "hub", slug, work: { title: `The harbours of ${slug} and their pilots`, identifiers: [hub] } },
    ...Array.from({ length: citers }, (_, i) => ({
      type: "citation",
      hub,
      work: {
        title: `Paper ${i} on the harbours of ${slug}`,
        identifiers: [`${hub}.${i}`],
        published: "2004",
      },
    })),
  ];
  const buffer = Buffer.from(lines.map((line) => JSON.stringify(line)).join("\n"));
  return { name: `${slug}.jsonl`, mimeType: "application/jsonl", buffer };
}

let made = 0;
const newSlug = () => {
  made += 1;
  return `harbour-${Date.now().toString(36)}-${made}`;
};

const said = (page: Page) => page.getByText(/^This import (is|has|waits)/);

async function send(page: Page, file: ReturnType<typeof fileOf>) {
  await page.goto("/admin/imports");
  await page.getByRole("link", { name: "Import a file" }).click();
  await page.getByLabel("File", { exact: true }).setInputFiles(file);
  await page.getByRole("button", { name: "Send the file" }).click();
}

async function wholeWay(page: Page, slug: string) {
  await send(page, fileOf(slug, 40));
  await expect(said(page)).toHaveText("This import is kept and waits for its preview.");
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(said(page)).toHaveText("This import is previewed and waits to be run.", { timeout: 30_000 });
  await expect(page.getByRole("row", { name: "citations 40 0 0" })).toBeVisible();
  await expect(page.getByText("40 citations: no source has supplied it")).toBeVisible();
  await page.getByRole("button", { name: "Run this import" }).click();
  await expect(said(page)).toHaveText("This import is done.", { timeout: 30_000 });
  await page.getByRole("main").getByRole("link", { name: slug }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`The harbours of ${slug}`);
  await page.goBack();
}

test("an admin sends a file, previews it, runs it, keeps its report and undoes it", async ({
  context,
  page,
  expectAccessible,
}) => {
  await signInAs(context, { role: "admin" });
  const slug = newSlug();
  await page.goto("/admin/imports/new");
  await expectAccessible();
  await expect(page.getByRole("navigation", { name: "Admin" }).locator("[aria-current=page]")).toHaveText(
    "Imports",
  );
  await wholeWay(page, slug);
  await expectAccessible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download the report (JSON)" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^import-\d+\.json$/);
  await page.setViewportSize({ width: 320, height: 900 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.getByRole("button", { name: "Undo this import" }).click();
  await expect(said(page)).toHaveText("This import is undone.", { timeout: 30_000 });
  expect((await page.request.get(`/hubs/${slug}`)).status()).toBe(404);
  await page.goto("/admin/imports");
  await expect(page.getByRole("listitem").filter({ hasText: `${slug}.jsonl` })).toContainText("undone");
  await expectAccessible();
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the whole way works, and the page of work under way loads itself again", async ({
    context,
    page,
  }) => {
    await signInAs(context, { role: "admin" });
    await wholeWay(page, newSlug());
    await page.getByRole("button", { name: "Undo this import" }).click();
    await expect(said(page)).toHaveText("This import is undone.", { timeout: 30_000 });
  });

  test("a file that is empty, and one that nobody can read, are refused in words", async ({
    context,
    page,
  }) => {
    await signInAs(context, { role: "admin" });
    await send(page, { name: "empty.txt", mimeType: "text/plain", buffer: Buffer.from("") });
    await expect(page.getByRole("alert")).toContainText("The file is empty. Choose another one.");
    await send(page, { name: "fog.txt", mimeType: "text/plain", buffer: Buffer.from("Only fog.") });
    await expect(page.getByText("The file cannot be read as it is")).toBeVisible();
  });
});

test("the upload takes a file from nobody but an admin on this site", async ({ browser, baseURL }) => {
  const multipart = { file: fileOf(newSlug(), 1) };
  const origin = baseURL ?? "";
  const sent: Record<string, number> = {};
  for (const who of ["signed out", "reader", "annotator", "disabled", "admin"] as const) {
    const context = await browser.newContext({ baseURL });
    if (who !== "signed out")
      await signInAs(context, { role: who === "disabled" ? "admin" : who, disabled: who === "disabled" });
    const post = (headers: Record<string, string>) =>
      context.request.post("/admin/imports/upload", { multipart, headers, maxRedirects: 0 });
    sent[who] = (await post({ origin })).status();
    if (who === "admin") await expectForeignRefused(context, multipart, origin);
    await context.close();
  }
  expect(sent).toEqual({ "signed out": 401, reader: 403, annotator: 403, disabled: 403, admin: 303 });
});

async function expectForeignRefused(
  context: BrowserContext,
  multipart: { file: ReturnType<typeof fileOf> },
  origin: string,
) {
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const bare = await apiRequest.newContext({ baseURL: origin });
  for (const headers of [
    { origin: "https://elsewhere.example" },
    { origin: "null" },
    { origin, "sec-fetch-site": "cross-site" },
    {},
  ] as Record<string, string>[]) {
    const answer = await bare.post("/admin/imports/upload", {
      multipart,
      headers: { cookie, ...headers },
      maxRedirects: 0,
    });
    expect(answer.status()).toBe(403);
  }
  await bare.dispose();
}
