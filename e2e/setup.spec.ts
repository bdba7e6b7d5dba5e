import { execFile } from "node:child_process";
import { rm } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import type { APIRequestContext } from "@playwright/test";
import { type Program, startProgram } from "@/bin/program";
import { freePort } from "@/db/embedded-port";
import { expect, test } from "./fixtures";
import { type IdentityProvider, orcidVariables, startIdentityProvider } from "./identity-provider";
import { startMailServer } from "./mail-server";
import { linkIn, messageTo, plainText } from "./outbox";
import { sendForm } from "./send-form";

/** Sites of their own: what concerns the first start, the settings and the network. */
const DATA_DIR = path.resolve(process.env.SPOKES_DATA_DIR ?? "", "setup");
const PASSWORD = "a wheel of words";
const run = promisify(execFile);

let program: Program;
let vouching: IdentityProvider;

test.describe.configure({ mode: "serial" });

async function start(more: Record<string, string> = {}): Promise<void> {
  const PORT = String(await freePort());
  const own = { DATA_DIR, DEMO_DATA: "off", AUTH_SECRET: "", PORT, SITE_URL: `http://127.0.0.1:${PORT}` };
  program = await startProgram({ ...own, ...orcidVariables(vouching.issuer), ...more });
  // The site answers a moment before its start says so.
  await expect.poll(() => program.output()).toContain("Spokes is at ");
}

async function stop(): Promise<void> {
  program.process.kill("SIGTERM");
  expect(await program.ended).toBe(0);
}

/** What is printed with the address of the site, in one go. */
const setupLink = () => /http\S+\/setup\?token=\S+/.exec(program.output())?.[0] ?? null;
const admin = (...args: string[]) =>
  run(process.execPath, ["--import", "tsx", "bin/admin.ts", ...args], {
    env: { ...process.env, DATA_DIR, DATABASE_URL: "" },
  });

test.beforeAll(async () => {
  vouching = await startIdentityProvider();
});
test.afterAll(async () => {
  if (program.process.exitCode === null) await stop();
  await vouching.close();
  await rm(DATA_DIR, { recursive: true, force: true });
});

test("the first start prints a link that makes the first admin, once; a later start a new one", async ({
  page,
  expectAccessible,
}) => {
  await start();
  const older = setupLink() ?? "";
  await stop();
  await start();
  const link = setupLink() ?? "";
  await page.goto(`${program.url}/setup?token=${new URL(older).searchParams.get("token")}`);
  await expect(page.getByRole("heading", { name: "the link that the program printed" })).toBeVisible();
  const tab = await page.context().newPage();
  for (const one of [page, tab]) {
    await one.goto(link);
    await one.getByLabel("Handle").fill(one === page ? "ada" : "eve");
    await one.getByLabel("E-mail address").fill("ada@example.org");
    await one.getByLabel("Password").fill(PASSWORD);
  }
  await expectAccessible();
  await page.getByRole("button", { name: "Make the account" }).click();
  const menu = page.locator("summary").filter({ hasText: "you, ada" });
  await expect(menu).toBeVisible();
  await menu.click();
  await expect(page.getByRole("link", { name: "Admin" })).toBeVisible();
  await page.context().clearCookies();
  await tab.getByRole("button", { name: "Make the account" }).click();
  await expect(tab.getByRole("alert").filter({ hasText: "has an admin already" })).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This site has an admin" })).toBeVisible();
});

test("the shell lists people and makes one of them an admin", async ({ page }) => {
  await page.goto(`${program.url}/sign-up`);
  await page.getByLabel("Handle").fill("bob");
  await page.getByLabel("E-mail address").fill("bob@example.org");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Make the account" }).click();
  await page.waitForURL("**/sign-up/done");
  expect((await admin()).stdout).toContain("bob: annotator, votes do not count yet\n");
  expect((await admin("bob")).stdout).toBe("bob is an admin.\n");
  expect((await admin()).stdout).toContain("bob: admin\n");
  await expect(admin("nobody-here")).rejects.toMatchObject({
    code: 2,
    stderr: "There is no account with the handle nobody-here.\n",
  });
  await expect(admin("--all")).rejects.toMatchObject({ code: 2, stderr: /^usage: / });
});

test("somebody whom ORCID vouches for has an approved account, the same one every time", async ({ page }) => {
  vouching.vouchFor({ sub: "0000-0002-1825-0097", given_name: "Josiah", family_name: "Carberry" });
  for (const from of ["/hubs", "/about"]) {
    await page.goto(`${program.url}/sign-in?from=${from}`);
    await page.getByRole("link", { name: "ORCID" }).click();
    await expect(page).toHaveURL(`${program.url}${from}`);
    await expect(page.locator("summary").filter({ hasText: "you, Josiah Carberry" })).toBeVisible();
    expect((await page.context().cookies()).map(({ name }) => name).sort()).toContain("spokes_signed_in");
    await page.context().clearCookies();
  }
  const { stdout } = await admin();
  expect(stdout).toContain("josiah-carberry (Josiah Carberry): annotator\n");
  expect(stdout).not.toContain("josiah-carberry-2");
});

test("who is turned away at ORCID, or lost the way back, is told so and not signed in", async ({ page }) => {
  vouching.vouchFor(null);
  await page.goto(`${program.url}/sign-in`);
  await page.getByRole("link", { name: "ORCID" }).click();
  await expect(page.getByText("The other site did not let you in")).toBeVisible();
  // An answer to a question that this browser did not ask.
  await page.goto(`${program.url}/api/auth/callback/orcid?code=1&state=2`);
  await expect(page.getByText("The way back from the other site was lost")).toBeVisible();
  expect((await page.context().cookies()).map(({ name }) => name)).not.toContain("next-auth.session-token");
  for (const missing of ["/sign-in/with/github", "/api/auth/callback/github", "/api/auth/session"])
    expect((await page.request.get(`${program.url}${missing}`)).status(), missing).toBe(404);
});

test("the way to ORCID begins on a page of this site and leads back to one", async ({ request }) => {
  const ask = (address: string, site: string) =>
    request.get(`${program.url}${address}`, { headers: { "sec-fetch-site": site }, maxRedirects: 0 });
  const foreign = await ask("/sign-in/with/orcid", "cross-site");
  expect(foreign.headers().location).toMatch(/^(http:\/\/[^/]+)?\/sign-in$/);
  const own = await ask("/sign-in/with/orcid?from=//evil.test", "same-origin");
  expect(own.headers().location).toContain(vouching.issuer);
  expect(own.headers()["set-cookie"]).not.toContain("evil");
});

/** Asks for a reset and says to come from somewhere else. */
const askFrom = (request: APIRequestContext, address: string) =>
  sendForm(request, `${program.url}/reset`, {
    holding: "login",
    fields: { login: address },
    headers: {
      origin: program.url,
      "x-forwarded-for": `198.51.100.1, ${address}`,
      "x-real-ip": address,
      forwarded: `for=${address}`,
    },
  });

test("an address that a browser makes up does not get around a limit", async ({ request }) => {
  for (let n = 1; n <= 20; n += 1)
    expect(await (await askFrom(request, `203.0.113.${n}`)).text()).toContain("If this account exists");
  const answer = await askFrom(request, "203.0.113.21");
  expect(await answer.text()).toContain("That was too often. Please try again in 60 minutes.");
});

test("behind a trusted proxy the address that it writes last is the one that counts", async ({ request }) => {
  await stop();
  await start({ TRUST_PROXY: "on" });
  for (let n = 1; n <= 22; n += 1)
    expect(await (await askFrom(request, `203.0.113.${n}`)).text()).toContain("If this account exists");
});

test("with sign-up closed nobody makes an account, and who has one signs in", async ({ page }) => {
  await stop();
  await start({ SIGN_UP: "closed" });
  expect(setupLink()).toBeNull();
  await page.goto(`${program.url}/sign-up`);
  await expect(page.getByRole("heading", { name: "No new accounts at the moment" })).toBeVisible();
  vouching.vouchFor({ sub: "0000-0001-5109-3700", given_name: "New" });
  await page.goto(`${program.url}/sign-in`);
  await page.getByRole("link", { name: "ORCID" }).click();
  await expect(page.getByText("takes no new accounts")).toBeVisible();
  await page.getByLabel("Handle or e-mail address").fill("ada");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.locator("summary").filter({ hasText: "you, ada" })).toBeVisible();
});

test("with a mail server a link by e-mail signs in, once, and only when its button is pressed", async ({
  page,
}) => {
  await page.goto(`${program.url}/sign-in`);
  await expect(page.getByLabel("E-mail address", { exact: true })).toHaveCount(0);
  await stop();
  const mail = await startMailServer();
  // From an address of its own, because other tests have used up the attempts of the loopback.
  await start({ SMTP_URL: mail.url, MAIL_FROM: "Spokes <spokes@example.org>", TRUST_PROXY: "on" });
  await page.setExtraHTTPHeaders({ "x-forwarded-for": "192.0.2.77" });
  await page.goto(`${program.url}${linkIn(await messageTo(DATA_DIR, "ada@example.org", /Confirm/))}`);
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.waitForURL("**/verify/done");
  await page.goto(`${program.url}/sign-in`);
  for (const email of ["nobody@example.org", "ADA@example.org"]) {
    await page.getByLabel("E-mail address", { exact: true }).fill(email);
    await page.getByRole("button", { name: "Send me a link" }).click();
    await expect(page.getByRole("status")).toContainText(`an account has the address ${email.toLowerCase()}`);
  }
  await expect.poll(() => mail.messages.length).toBe(1);
  const [message = ""] = mail.messages;
  expect(message).toContain("From: Spokes <spokes@example.org>");
  expect(message).toContain("To: ada@example.org");
  const link = `${program.url}${linkIn(plainText(message))}`;
  for (let i = 0; i < 2; i += 1) {
    await page.goto(link);
    await expect(page.getByRole("heading", { name: "Sign in as ada" })).toBeVisible();
  }
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await expect(page.locator("summary").filter({ hasText: "you, ada" })).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This link does not work any more" })).toBeVisible();
  await mail.close();
});

test("settings that belong together stop the start in one line when one is missing", async () => {
  const attempt = run(process.execPath, ["--import", "tsx", "bin/start.ts"], {
    env: { ...process.env, GITHUB_ID: "id", DATA_DIR },
  });
  await expect(attempt).rejects.toMatchObject({
    code: 2,
    stderr: "GITHUB_SECRET must be set when GITHUB_ID is set.\n",
  });
});
