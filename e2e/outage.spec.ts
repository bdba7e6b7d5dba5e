import { request as apiRequest, type BrowserContext, type Page, type Response } from "@playwright/test";
import { type DatabaseGate, openDatabaseGate } from "@/db/testing/database-gate";
import { CARBON_HUB, expect, INVENTED_HUB, test } from "./fixtures";
import { type OwnSite, startOwnSite } from "./own-site";
import { cookieOf, withSiteDb } from "./people";
import { callServerAction, listServerActions } from "./server-actions";

/** A site whose database goes away and comes back, while people read and write. */
const AWAY = "The database cannot be reached just now";
const KEPT = "Nothing was saved; what you wrote is still here.";

let gate: DatabaseGate;
let site: OwnSite;
test.beforeAll(async () => {
  site = await startOwnSite("outage", {}, async (databaseUrl) => {
    gate = await openDatabaseGate(databaseUrl);
    return gate.url;
  });
});
test.afterEach(() => back());
test.afterAll(async () => {
  await site.stop();
  await gate.shut();
});

const statusOf = async (path: string, accept = "text/html") =>
  (await fetch(`${site.url}${path}`, { headers: { accept } })).status;

/** Whether a page came from memory; Next names its cache on those that it makes. */
const isHeld = async (path: string) => {
  const { ok, headers } = await fetch(`${site.url}${path}`);
  return ok && !headers.has("x-nextjs-cache");
};

async function back(): Promise<void> {
  await gate.open();
  await expect.poll(() => statusOf("/readyz")).toBe(200);
}

/** How many reports have these words. */
const reports = (note: string) =>
  withSiteDb(async (db) => (await db.execute(`select 1 from flag where note = '${note}'`)).rows.length, site);

/** Presses a button and gives the answer to the form that it sends. */
async function press(page: Page, name: string): Promise<Response> {
  const answer = page.waitForResponse((one) => one.request().method() === "POST");
  await page.getByRole("main").getByRole("button", { name, exact: true }).click();
  return answer;
}

async function signIn(context: BrowserContext, role: "admin" | "annotator" = "annotator"): Promise<void> {
  const pairs = (await cookieOf({ role }, site)).split("; ").map((pair) => pair.split("="));
  await context.addCookies(pairs.map(([name = "", value = ""]) => ({ name, value, url: site.url })));
}

const targetOf = (page: Page) => page.locator('input[name="target"]').first().inputValue();

const inSite = (statements: string) => withSiteDb((db) => db.execute(statements), site);

/** Votes by this person, with the note. */
const votes = (note: string) =>
  withSiteDb(
    async (db) => (await db.execute(`select 1 from vote_revision where note = '${note}'`)).rows.length,
    site,
  );

test("pages that are held answer, others and the API say 503, and all is well when it is back", async ({
  page,
  expectAccessible,
}) => {
  await expect.poll(() => isHeld(INVENTED_HUB)).toBe(true);
  await gate.shut();
  expect(await statusOf(INVENTED_HUB)).toBe(200);
  expect([await statusOf("/livez"), await statusOf("/readyz")]).toEqual([200, 503]);
  for (const path of [CARBON_HUB, "/hubs", "/search?q=a", `${INVENTED_HUB}/citers`, "/people/nobody"]) {
    const answer = await fetch(`${site.url}${path}`, { headers: { accept: "text/html" } });
    expect([path, answer.status, answer.headers.get("cache-control")]).toEqual([
      path,
      503,
      "private, no-store",
    ]);
    expect(await answer.text()).toContain(AWAY);
  }
  const problem = await fetch(`${site.url}/api/v1/hubs`);
  expect([problem.status, problem.headers.get("content-type")]).toEqual([503, "application/problem+json"]);
  for (const path of ["/api/me", `${INVENTED_HUB}/export?format=csv`, `${INVENTED_HUB}/feed.xml`])
    expect([path, await statusOf(path, "*/*")]).toEqual([path, path === "/api/me" ? 200 : 503]);
  await page.goto(`${site.url}${CARBON_HUB}`);
  await expect(page.getByRole("heading", { name: AWAY })).toBeVisible();
  await expectAccessible();
  await back();
  await page.getByRole("link", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Carbon");
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a report comes back with what was written, is sent again from there and saved once", async ({
    page,
  }) => {
    const note = "Written while it was away, without script.";
    await page.goto(`${site.url}/flag?hub=demonstration`);
    await page.getByLabel("In your words").fill(note);
    await gate.shut();
    for (const button of ["Send the report", "Send again"]) {
      const answer = await press(page, button);
      expect([answer.status(), answer.headers()["retry-after"]]).toEqual([503, "5"]);
      expect(answer.headers()["content-security-policy"]).toContain("default-src 'none'");
      await expect(page.getByRole("alert")).toContainText("Nothing was saved. What you wrote is still here.");
      await expect(page.getByRole("main")).toContainText(note);
    }
    await back();
    expect((await press(page, "Send again")).status()).toBe(200);
    await expect(page.getByRole("status")).toContainText("Thank you.");
    expect(await reports(note)).toBe(1);
  });

  test("a vote comes back with what was chosen and is saved once", async ({ page, context }) => {
    const note = "Chosen while it was away, without script.";
    await signIn(context);
    await page.goto(`${site.url}/annotate?hub=demonstration`);
    await page.goto(`${site.url}/annotate/${await targetOf(page)}`);
    await page.locator('input[name="role"]').first().check({ force: true });
    await page.locator('input[name="polarity"]').first().check({ force: true });
    await page.getByRole("textbox", { name: "Note" }).fill(note);
    await gate.shut();
    expect((await press(page, "Save and next")).status()).toBe(503);
    await expect(page.getByRole("main")).toContainText(note);
    await back();
    expect((await press(page, "Send again")).status()).toBe(303);
    expect(await votes(note)).toBe(1);
  });

  test("a sign-in keeps the name and asks for the password again", async ({ page }) => {
    await page.goto(`${site.url}/sign-in`);
    await page.getByLabel("Handle or e-mail address").fill("somebody-away");
    await page.getByLabel("Password").fill("a wheel of words");
    await gate.shut();
    const answer = await press(page, "Sign in");
    expect(answer.status()).toBe(503);
    expect(await answer.text()).not.toContain("a wheel of words");
    expect(await page.content()).toContain("somebody-away");
    await expect(page.getByText(KEPT).or(page.getByText("What you wrote is still here."))).toBeVisible();
  });
});

test("the page of a form that came back is accessible", async ({ page, browser, expectAccessible }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(`${site.url}/flag?hub=demonstration`);
  await plain.getByLabel("In your words").fill("The year is wrong.\nIt says 1999 in the paper.");
  await gate.shut();
  await press(plain, "Send the report");
  const body = await plain.content();
  await context.close();
  await page.route("**/flag", (route) => route.fulfill({ status: 503, contentType: "text/html", body }));
  await page.goto(`${site.url}/flag`);
  await expect(page.getByText("It says 1999")).toBeVisible();
  await expectAccessible();
});

test("with script a report stays as it is, with a word on why, and is saved once", async ({ page }) => {
  const note = "Written while it was away, with script.";
  await page.goto(`${site.url}/flag?hub=demonstration`);
  await page.getByLabel("In your words").fill(note);
  await gate.shut();
  for (let times = 0; times < 2; times += 1) {
    expect((await press(page, "Send the report")).status()).toBe(503);
    await expect(page.getByRole("alert").filter({ hasText: KEPT })).toBeFocused();
    await expect(page.getByLabel("In your words")).toHaveValue(note);
  }
  await back();
  expect((await press(page, "Send the report")).status()).toBe(200);
  await expect(page.getByRole("status").filter({ hasText: "Thank you." })).toBeVisible();
  expect(await reports(note)).toBe(1);
});

test("with script a vote stays chosen and is saved once", async ({ page, context }) => {
  const note = "Chosen while it was away, with script.";
  await signIn(context);
  await page.goto(`${site.url}/annotate?hub=demonstration`);
  const role = page.locator('input[name="role"]').first();
  await role.check({ force: true });
  await page.locator('input[name="polarity"]').first().check({ force: true });
  await page.getByRole("textbox", { name: "Note" }).fill(note);
  await gate.shut();
  expect((await press(page, "Save and next")).status()).toBe(503);
  await expect(page.getByText(KEPT)).toBeVisible();
  await expect(role).toBeChecked();
  await expect(page.getByRole("textbox", { name: "Note" })).toHaveValue(note);
  await back();
  await press(page, "Save and next");
  await expect.poll(() => votes(note)).toBe(1);
});

test("with script a sign-in keeps even the password, in the browser alone", async ({ page }) => {
  await page.goto(`${site.url}/sign-in`);
  await page.getByLabel("Handle or e-mail address").fill("somebody-away");
  await page.getByLabel("Password").fill("a wheel of words");
  await gate.shut();
  expect((await press(page, "Sign in")).status()).toBe(503);
  await expect(page.getByText(KEPT)).toBeVisible();
  await expect(page.getByLabel("Handle or e-mail address")).toHaveValue("somebody-away");
  await expect(page.getByLabel("Password")).toHaveValue("a wheel of words");
});

test("a vote that was saved before the database was lost is not said to be unsaved", async ({
  page,
  context,
}) => {
  const note = "Saved just before it was lost.";
  await signIn(context);
  await page.goto(`${site.url}/annotate?hub=demonstration`);
  await page.locator('input[name="role"]').first().check({ force: true });
  await page.locator('input[name="polarity"]').first().check({ force: true });
  await page.getByRole("textbox", { name: "Note" }).fill(note);
  // The vote is committed; then the next target is taken for its person.
  await inSite(`create function die() returns trigger language plpgsql as $$ begin
      perform pg_terminate_backend(pg_backend_pid()); return new; end $$;
    create trigger dying before insert or update on turn for each row execute function die()`);
  try {
    expect((await press(page, "Save and next")).status()).toBe(503);
  } finally {
    await inSite("drop trigger dying on turn; drop function die()");
  }
  expect(await votes(note)).toBe(1);
  await expect(page.getByText("so it may have been. Look before you send it again")).toBeVisible();
  // The same form again is the same vote.
  await press(page, "Save and next");
  await expect(page.getByRole("textbox", { name: "Note" })).toHaveValue("");
  expect(await votes(note)).toBe(1);
});

test("every action says so with 503, and so does an upload", async () => {
  const headers = { cookie: await cookieOf({ role: "admin" }, site), origin: site.url };
  const api = await apiRequest.newContext({ baseURL: site.url });
  await gate.shut();
  for (const action of listServerActions()) {
    const { status, error } = await callServerAction(api, action, {}, headers);
    expect([action.name, status, error]).toEqual([action.name, 503, expect.stringContaining(KEPT)]);
  }
  const file = { name: "rows.csv", mimeType: "text/csv", buffer: Buffer.from("title\nA") };
  const upload = await api.post("/admin/imports/upload", { headers, multipart: { file } });
  expect([upload.status(), upload.headers()["retry-after"]]).toEqual([503, "5"]);
  expect(await upload.text()).toContain("Nothing was saved. Go back and send it again in a minute.");
  await api.dispose();
});

test("a database that hangs is told within seconds, and the same process goes on when it wakes", async ({
  page,
}) => {
  const note = "Written while it hung.";
  await page.goto(`${site.url}/flag?hub=demonstration`);
  await page.getByLabel("In your words").fill(note);
  gate.silence();
  expect((await press(page, "Send the report")).status()).toBe(503);
  await expect(page.getByLabel("In your words")).toHaveValue(note);
  expect(await statusOf("/hubs")).toBe(503);
  await back();
  await expect.poll(async () => (await press(page, "Send the report")).status()).toBe(200);
  expect(await reports(note)).toBe(1);
});
