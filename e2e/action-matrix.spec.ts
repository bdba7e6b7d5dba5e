import { request as apiRequest } from "@playwright/test";
import { expect, test } from "./fixtures";
import { signInAs } from "./people";
import { callServerAction, listServerActions } from "./server-actions";
import { addressOf, listSiteRoutes } from "./site-routes";

const PEOPLE = ["signed out", "reader", "annotator", "admin", "disabled"] as const;

/** Which of the people above an action lets through its door; an empty form then comes back with complaints. */
const EVERYBODY = [true, true, true, true, false] as const;
const SIGNED_IN = [false, true, true, true, false] as const;
const LABELLERS = [false, false, true, true, false] as const;
const ADMINS = [false, false, false, true, false] as const;

const MATRIX: Readonly<Record<string, readonly boolean[]>> = {
  "app/admin/adjudication/actions.ts#decide": ADMINS,
  "app/admin/adjudication/actions.ts#hideFromReaders": ADMINS,
  "app/admin/adjudication/actions.ts#liftDecision": ADMINS,
  "app/admin/adjudication/actions.ts#settleReport": ADMINS,
  "app/admin/adjudication/actions.ts#showToReaders": ADMINS,
  "app/admin/hubs/actions.ts#arrangeClaim": ADMINS,
  "app/admin/hubs/actions.ts#changeAddress": ADMINS,
  "app/admin/hubs/actions.ts#changeClaim": ADMINS,
  "app/admin/hubs/actions.ts#decideStatus": ADMINS,
  "app/admin/hubs/actions.ts#enterClaim": ADMINS,
  "app/admin/imports/[id]/actions.ts#decide": ADMINS,
  "app/admin/imports/[id]/actions.ts#preview": ADMINS,
  "app/admin/imports/[id]/actions.ts#previewGathered": ADMINS,
  "app/admin/imports/[id]/actions.ts#steer": ADMINS,
  "app/admin/imports/[id]/actions.ts#takeBack": ADMINS,
  "app/admin/imports/[id]/columns/actions.ts#mapColumns": ADMINS,
  "app/admin/imports/actions.ts#previewAll": ADMINS,
  "app/admin/imports/actions.ts#steerAll": ADMINS,
  "app/admin/imports/new/actions.ts#gather": ADMINS,
  "app/admin/people/actions.ts#decideAccess": ADMINS,
  "app/admin/people/actions.ts#decideApproval": ADMINS,
  "app/admin/people/actions.ts#giveRole": ADMINS,
  "app/admin/people/actions.ts#revertVotes": ADMINS,
  "app/admin/works/[id]/actions.ts#saveSummary": ADMINS,
  "app/admin/works/actions.ts#mergePapers": ADMINS,
  "app/admin/works/actions.ts#takeMergeApart": ADMINS,
  "app/annotate/[target]/actions.ts#saveVote": LABELLERS,
  "app/annotate/[target]/actions.ts#setShortcuts": SIGNED_IN,
  "app/annotate/[target]/actions.ts#skip": LABELLERS,
  "app/annotate/[target]/actions.ts#undoLastVote": LABELLERS,
  "app/annotate/[target]/actions.ts#withdraw": LABELLERS,
  "app/annotate/warm-up/actions.ts#finishWarmUp": LABELLERS,
  "app/citers/[id]/add/actions.ts#addSentence": LABELLERS,
  "app/confirm/[target]/actions.ts#confirmSentence": LABELLERS,
  "app/flag/actions.ts#reportMistake": EVERYBODY,
  "app/me/actions.ts#readNotices": SIGNED_IN,
  "app/me/actions.ts#removeOwnAccount": SIGNED_IN,
  "app/me/actions.ts#savePassword": SIGNED_IN,
  "app/me/actions.ts#saveProfile": SIGNED_IN,
  "app/me/actions.ts#signOutBrowser": SIGNED_IN,
  "app/reset/actions.ts#askForReset": EVERYBODY,
  "app/reset/actions.ts#choosePassword": EVERYBODY,
  "app/setup/actions.ts#becomeAdmin": EVERYBODY,
  "app/sign-in/actions.ts#askForSignInLink": EVERYBODY,
  "app/sign-in/actions.ts#signIn": EVERYBODY,
  "app/sign-in/link/actions.ts#signInWithLink": EVERYBODY,
  "app/sign-out/actions.ts#signOut": SIGNED_IN,
  "app/sign-out/actions.ts#signOutEverywhere": SIGNED_IN,
  "app/sign-up/actions.ts#makeAccount": EVERYBODY,
  "app/verify/actions.ts#askForVerification": SIGNED_IN,
  "app/verify/actions.ts#confirmEmail": EVERYBODY,
};

/** Routes that take what is sent to them; the way back of sign-ins elsewhere has no session to ask for. */
const WRITE_ROUTES: Readonly<Record<string, readonly boolean[]>> = {
  "/admin/imports/upload": ADMINS,
};

const REFUSALS = [
  "You are signed out. Sign in in another tab, then send this again.",
  "Your account may not do this.",
  "Your account has been disabled, so nothing was saved. Ask the people who run the site.",
];

const actions = listServerActions();

const FOREIGN: readonly Readonly<Record<string, string>>[] = [
  { origin: "https://elsewhere.example" },
  { origin: "null" },
  { origin: process.env.SPOKES_URL ?? "", "sec-fetch-site": "cross-site" },
  { origin: process.env.SPOKES_URL ?? "", "sec-fetch-site": "same-site" },
  // Neither header: no browser, and Next would let it pass.
  { origin: "" },
];

test("every server action of the build has a row in the matrix, and every row its action", () => {
  expect(actions.map(({ name }) => name)).toEqual(Object.keys(MATRIX).sort());
});

test.describe("an action lets nobody through but", () => {
  for (const [column, who] of PEOPLE.entries())
    test(`those whose row says so, seen by: ${who}`, async ({ context }) => {
      const role = who === "reader" || who === "admin" ? who : "annotator";
      const through: Record<string, boolean> = {};
      for (const action of actions) {
        // Anew for each: some of them end the session.
        if (who !== "signed out") await signInAs(context, { role, disabled: who === "disabled" });
        const { error, status } = await callServerAction(context.request, action);
        expect(status, `${action.name} for ${who}`).toBeLessThan(500);
        through[action.name] = error === null || !REFUSALS.includes(error);
      }
      const expected = Object.fromEntries(Object.entries(MATRIX).map(([name, row]) => [name, row[column]]));
      expect(through).toEqual(expected);
    });
});

test("no other route takes anything that is sent to it, and each that does lets through those of its row alone", async ({
  browser,
  baseURL,
}) => {
  const handlers = listSiteRoutes().filter(
    ({ kind, path }) => kind === "handler" && !path.includes("/auth/"),
  );
  const through: Record<string, boolean[]> = {};
  const headers = { origin: baseURL ?? "" };
  for (const who of PEOPLE) {
    const context = await browser.newContext({ baseURL });
    const role = who === "reader" || who === "admin" ? who : "annotator";
    if (who !== "signed out") await signInAs(context, { role, disabled: who === "disabled" });
    for (const { path } of handlers)
      for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
        const multipart = { nothing: "1" };
        const options = { method, multipart, headers, maxRedirects: 0 };
        const status = (await context.request.fetch(addressOf(path, {}), options)).status();
        expect(status, `${method} ${path} for ${who}`).toBeLessThan(500);
        if (status !== 405) through[path] = [...(through[path] ?? []), ![401, 403].includes(status)];
      }
    await context.close();
  }
  expect(through).toEqual(WRITE_ROUTES);
});

test("no action takes a form that comes from another site or does not say where it comes from", async ({
  context,
}) => {
  await signInAs(context, { role: "admin" });
  const cookies = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const bare = await apiRequest.newContext({ baseURL: process.env.SPOKES_URL });
  for (const action of actions)
    for (const headers of FOREIGN) {
      const { status, error, redirect } = await callServerAction(
        bare,
        action,
        {},
        { cookie: cookies, ...headers },
      );
      expect(redirect, action.name).toBeNull();
      expect(
        status >= 400 || error === "This form was sent from another site, so nothing was done.",
        action.name,
      ).toBe(true);
    }
  await bare.dispose();
});

test("no action takes a form with a field that it does not ask for", async ({ context }) => {
  for (const action of actions) {
    // Anew for each: some of them end the session.
    await signInAs(context, { role: "admin" });
    const { error, redirect } = await callServerAction(context.request, action, { unasked: "1" });
    expect(redirect, action.name).toBeNull();
    expect(error, action.name).not.toBeNull();
  }
});
