import type { BrowserContext, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { linkIn, messageTo } from "./outbox";
import { signInAs, withSiteDb } from "./people";
import { sendForm } from "./send-form";

const DATA_DIR = process.env.SPOKES_DATA_DIR ?? "";
const PASSWORD = "a wheel of words";
const COOKIE = "next-auth.session-token";
const WRONG = "The name or the password is wrong.";

let made = 0;
/** A handle that no other test has. */
const newHandle = () => `visitor-${process.pid}-${++made}`;
const mailOf = (handle: string) => `${handle}@example.org`;

async function signUp(page: Page, handle: string, email = mailOf(handle)): Promise<void> {
  await page.goto("/sign-up");
  await page.getByLabel("Handle").fill(handle);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Make the account" }).click();
  await page.waitForURL("**/sign-up/done");
}

async function signIn(page: Page, login: string, password = PASSWORD, from = "/"): Promise<void> {
  await page.goto(`/sign-in?from=${encodeURIComponent(from)}`);
  await page.getByLabel("Handle or e-mail address").fill(login);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

const sessionCookie = async (context: BrowserContext) =>
  (await context.cookies()).find(({ name }) => name === COOKIE)?.value;

const menuOf = (page: Page, handle: string) => page.locator("summary").filter({ hasText: `you, ${handle}` });

test("somebody signs up, confirms the address, signs in and signs out", async ({ page, context }) => {
  const handle = newHandle();
  await signUp(page, handle);
  const message = await messageTo(DATA_DIR, mailOf(handle), /Confirm/);
  expect(message).toContain(handle);
  const link = linkIn(message);
  for (let i = 0; i < 2; i += 1) {
    // What a mail scanner does: it looks, and nothing happens.
    await page.goto(link);
    await expect(page.getByRole("button", { name: "Confirm" })).toBeVisible();
  }
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByRole("heading", { name: "Your address is confirmed" })).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This link does not work any more" })).toBeVisible();

  await signIn(page, mailOf(handle), PASSWORD, "/hubs?sort=newest");
  await page.waitForURL("**/hubs?sort=newest");
  await menuOf(page, handle).click();
  await expect(page.getByRole("link", { name: "Settings" })).toHaveAttribute("href", "/me");
  await page.getByRole("link", { name: "Sign out" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "You are signed out" })).toBeVisible();
  await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
  expect((await context.cookies()).map(({ name }) => name)).toEqual([]);
});

test("an address that is taken gets the same answer, and a message that says so", async ({ page }) => {
  const [first, second] = [newHandle(), newHandle()];
  await signInAs(page.context(), { handle: first, email: mailOf(first) });
  await page.context().clearCookies();
  await signUp(page, second, mailOf(first));
  const message = await messageTo(DATA_DIR, mailOf(first), /already/);
  expect(message).toContain(`your account ${first}`);
  expect(message).not.toContain("token=");
});

test("a wrong password and an unknown account get the same answer, and what was typed stays but the password", async ({
  page,
}) => {
  const handle = newHandle();
  await signInAs(page.context(), { handle });
  await page.context().clearCookies();
  for (const login of [handle, newHandle()]) {
    await signIn(page, login, "not this one");
    const message = page.getByRole("alert").filter({ hasText: WRONG });
    await expect(message).toBeFocused();
    await expect(page.getByLabel("Handle or e-mail address")).toHaveValue(login);
    await expect(page.getByLabel("Password")).toHaveValue("");
  }
});

test("a password is reset by a link that works once, and every session ends", async ({ page, browser }) => {
  const handle = newHandle();
  const elsewhere = await browser.newContext();
  await signInAs(elsewhere, { handle, email: mailOf(handle) });
  await page.goto("/reset");
  await page.getByLabel("Handle or e-mail address").fill(handle);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByRole("status")).toContainText("If this account exists");
  const link = linkIn(await messageTo(DATA_DIR, mailOf(handle), /new password/));
  await page.goto(link);
  await page.getByLabel("Password").fill("password123");
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "guess" })).toBeVisible();
  const tab = await page.context().newPage();
  await tab.goto(link);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByRole("heading", { name: "Your password is changed" })).toBeVisible();
  // The other tab was open before the link was used.
  await tab.getByLabel("Password").fill("another wheel of words");
  await tab.getByRole("button", { name: "Change the password" }).click();
  await expect(tab.getByRole("alert").filter({ hasText: "has been used or has run out" })).toBeVisible();

  expect(await (await elsewhere.request.get("/api/me")).json()).toBeNull();
  await signIn(page, handle, "another wheel of words");
  await expect(page.getByRole("alert").filter({ hasText: WRONG })).toBeVisible();
  await signIn(page, handle);
  await expect(menuOf(page, handle)).toBeVisible();
  await elsewhere.close();
});

test("each signing in gives a session of its own, and after signing out its cookie is worth nothing", async ({
  page,
  context,
  browser,
}) => {
  const handle = newHandle();
  await signUp(page, handle);
  await signIn(page, handle);
  await expect(menuOf(page, handle)).toBeVisible();
  const first = await sessionCookie(context);
  const [jar] = (await context.cookies()).filter(({ name }) => name === COOKIE);
  expect(jar).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  const replay = await browser.newContext();
  await replay.addCookies([{ name: COOKIE, value: first ?? "", url: page.url() }]);
  const seen = async () => (await replay.request.get("/api/me")).json();
  expect(await seen()).toMatchObject({ handle });
  await page.goto("/sign-in");
  await page.getByRole("main").getByRole("button", { name: "Sign out", exact: true }).click();
  await page.waitForURL("**/sign-out");
  await replay.addCookies([{ name: COOKIE, value: first ?? "", url: page.url() }]);
  expect(await seen()).toBeNull();
  await signIn(page, handle);
  await expect(menuOf(page, handle)).toBeVisible();
  expect(await sessionCookie(context)).not.toBe(first);
  await replay.addCookies([{ name: COOKIE, value: first ?? "", url: page.url() }]);
  expect(await seen()).toBeNull();
  await replay.close();
});

test("a session that was planted into a browser ends when its owner signs in", async ({
  page,
  browser,
  baseURL,
}) => {
  const [victim, attacker] = [newHandle(), newHandle()];
  await signUp(page, victim);
  const planting = await browser.newContext();
  await signInAs(planting, { handle: attacker });
  const planted = await sessionCookie(planting);
  await page.goto("/sign-in");
  await page.context().addCookies([{ name: COOKIE, value: planted ?? "", url: baseURL ?? "" }]);
  await page.getByLabel("Handle or e-mail address").fill(victim);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(menuOf(page, victim)).toBeVisible();
  expect(await sessionCookie(page.context())).not.toBe(planted);
  expect(await (await planting.request.get("/api/me")).json()).toBeNull();
  await planting.close();
});

test("a form from another site, or from nowhere, does nothing", async ({ request, baseURL }) => {
  const fields = { login: newHandle(), password: PASSWORD };
  const send = (headers: Record<string, string>) =>
    sendForm(request, "/sign-in", { holding: "login", fields, headers });
  const own = await send({ origin: baseURL ?? "" });
  expect(await own.text()).toContain(WRONG);
  for (const headers of [
    {},
    { origin: "null" },
    { origin: baseURL ?? "", "sec-fetch-site": "cross-site" },
    { origin: "http://evil.test" },
    { origin: "http://evil.test", "x-forwarded-host": "evil.test" },
  ] as Record<string, string>[]) {
    const answer = await send(headers);
    expect(await answer.text(), JSON.stringify(headers)).not.toContain(WRONG);
    expect(answer.headers()["set-cookie"], JSON.stringify(headers)).toBeUndefined();
  }
});

test("after signing in nobody is led to another site", async ({ page, baseURL }) => {
  const handle = newHandle();
  await signUp(page, handle);
  for (const from of [
    "//evil.test",
    "/\\evil.test",
    "https://evil.test",
    "javascript:alert(1)",
    "/%2f%2fevil.test",
  ]) {
    await page.context().clearCookies();
    await signIn(page, handle, PASSWORD, from);
    await expect(menuOf(page, handle)).toBeVisible();
    await expect(page).toHaveURL(`${baseURL}/`);
  }
});

test("a stale hint is taken away and the menu offers to sign in", async ({ page, context, baseURL }) => {
  await context.addCookies([{ name: "spokes_signed_in", value: "1", url: baseURL ?? "" }]);
  const asked = page.waitForResponse("**/api/me");
  await page.goto("/");
  expect((await asked).headers()["cache-control"]).toContain("no-store");
  await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
  await expect.poll(async () => (await context.cookies()).length).toBe(0);
});

test("a reader comes to the form from the header of a list, on a phone and on a desk", async ({ page }) => {
  for (const width of [375, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto("/hubs");
    await page.getByRole("banner").getByRole("link", { name: "Sign in" }).click();
    await expect(page.getByRole("heading", { name: "Sign in", level: 1 })).toBeVisible();
  }
});

test("a reader's page asks nobody who is signed in", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto("/", { waitUntil: "networkidle" });
  expect(asked).not.toContain("/api/me");
});

test("the menu opens, closes and is left by the keyboard, and nothing moves when it comes", async ({
  page,
  context,
  expectAccessible,
}) => {
  const handle = newHandle();
  await page.goto("/about");
  const guidelines = page.getByRole("banner").getByRole("link", { name: "Guidelines" });
  const fontsReady = () => page.evaluate(() => document.fonts.ready.then(() => undefined));
  await fontsReady();
  const before = await guidelines.boundingBox();
  await signInAs(context, { handle, role: "admin" });
  await page.goto("/about");
  await expect(menuOf(page, handle)).toBeVisible();
  await fontsReady();
  expect(await guidelines.boundingBox()).toEqual(before);
  const summary = menuOf(page, handle);
  await summary.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("banner").getByRole("link", { name: "Annotate" }).last()).toBeFocused();
  await expect(page.getByRole("link", { name: "Admin" })).toBeVisible();
  await expectAccessible();
  await page.keyboard.press("Escape");
  await expect(summary).toBeFocused();
  await expect(page.getByRole("link", { name: "Admin" })).toBeHidden();
});

test("a disabled person is told so with the right password and gets no session", async ({ page }) => {
  const handle = newHandle();
  await signUp(page, handle);
  await withSiteDb((db) => db.execute(`update "user" set disabled_at = now() where handle = '${handle}'`));
  await signIn(page, handle);
  await expect(page.getByRole("alert").filter({ hasText: "disabled" })).toBeVisible();
  expect(await sessionCookie(page.context())).toBeUndefined();
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("somebody signs up, is told what is wrong, signs in and signs out", async ({ page }) => {
    const handle = newHandle();
    await page.goto("/sign-up");
    await page.getByLabel("Handle").fill(handle);
    await page.getByLabel("E-mail address").fill(mailOf(handle));
    await page.getByLabel("Password").fill("password123");
    await page.getByRole("button", { name: "Make the account" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "guess" })).toBeVisible();
    await expect(page.getByLabel("Handle")).toHaveValue(handle);
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Make the account" }).click();
    await expect(page.getByRole("heading", { name: "We have sent you a message" })).toBeVisible();
    await page.goto(linkIn(await messageTo(DATA_DIR, mailOf(handle), /Confirm/)));
    await page.getByRole("button", { name: "Confirm" }).click();
    await expect(page.getByRole("heading", { name: "Your address is confirmed" })).toBeVisible();
    await signIn(page, handle, PASSWORD, "/about");
    await expect(page).toHaveURL(/\/about$/);
    await page.getByRole("link", { name: "Sign in" }).click();
    await expect(page.getByRole("heading", { name: "You are signed in" })).toBeVisible();
    await page.getByRole("button", { name: "Sign out", exact: true }).click();
    await expect(page.getByRole("heading", { name: "You are signed out" })).toBeVisible();
  });
});

test("axe finds nothing on the pages of accounts, in light and in dark, and nothing scrolls sideways", async ({
  page,
  expectAccessible,
}) => {
  test.slow();
  const pages = [
    "/sign-in",
    "/sign-up",
    "/sign-up/done",
    "/reset",
    "/reset?token=x",
    "/reset/done",
    "/sign-out",
  ];
  for (const address of [...pages, "/verify?token=x", "/verify/done", "/setup", "/sign-in/link?token=x"]) {
    await page.goto(address);
    await expectAccessible();
    for (const width of [320, 375, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, `${address} at ${width}`).toBeLessThanOrEqual(width);
    }
  }
  await page.goto("/sign-in");
  await page.getByLabel("Handle or e-mail address").fill(newHandle());
  await page.getByLabel("Password").fill("not this one");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: WRONG })).toBeVisible();
  await expectAccessible();
});
