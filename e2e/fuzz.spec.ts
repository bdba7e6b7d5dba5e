import { request as apiRequest } from "@playwright/test";
import { expect, test } from "./fixtures";
import { hostileBodies } from "./hostile-bodies";
import { type Chance, chanceOf, hostile, hostilePiece } from "./hostile-values";
import { type OwnSite, startOwnSite } from "./own-site";
import { listParameterNames } from "./parameter-names";
import { cookieOf, withSiteDb } from "./people";
import { expectAllFine, problemOf, TELLTALE } from "./probe";
import { callServerAction, listServerActions } from "./server-actions";
import { addressOf, listSiteRoutes, sampleValues } from "./site-routes";

/**
 * Whatever is sent to whichever route, form or parameter: no answer is a fault of ours, none tells of our code, and
 * each comes. SPOKES_FUZZ_ROUNDS makes it longer; SPOKES_FUZZ_SEED repeats a run.
 */
const ROUNDS = Number(process.env.SPOKES_FUZZ_ROUNDS ?? 12);
const SEED = Number(process.env.SPOKES_FUZZ_SEED ?? 20_260_101);
const HINT = `with SPOKES_FUZZ_SEED=${SEED}`;

const NAMES = listParameterNames();
const ODD_NAMES = ["__proto__", "constructor", "a[b][c]", "q[]", "%ff", "", "q%00", "$ACTION_KEY"];
const ODD_HEADERS: readonly (readonly [string, string])[] = [
  ["rsc", "1"],
  ["rsc", "x"],
  ["next-router-prefetch", "1"],
  ["next-url", "/\\..//evil"],
  ["accept", "text/x-component"],
  ["accept", "x".repeat(2000)],
  ["accept-language", "*;q=NaN"],
  ["range", "bytes=5-1"],
  ["if-none-match", "*"],
  ["if-modified-since", "yesterday"],
  ["x-forwarded-proto", "javascript"],
  ["x-forwarded-host", "evil.test\\@"],
  ["x-forwarded-for", "'; drop table rate_limit; --"],
  ["x-middleware-subrequest", "middleware:middleware"],
  ["x-nextjs-data", "1"],
  ["x-matched-path", "/admin"],
  ["cookie", "next-auth.session-token=eyJhbGciOiJkaXIifQ..x.y.z; spokes_signed_in=1"],
  ["cookie", "=;;=%ff; next-auth.session-token=%00"],
  ["authorization", "Bearer null"],
  ["content-type", "multipart/form-data"],
];

let site: OwnSite;
let admin = "";
let values: Record<string, string> = {};
test.describe.configure({ timeout: 240_000 + ROUNDS * 20_000 });
test.beforeAll(async () => {
  site = await startOwnSite("fuzzed", { TRUST_PROXY: "on" });
  values = await withSiteDb(sampleValues, site);
  admin = await cookieOf({ role: "admin" }, site);
});
test.afterAll(async () => {
  await site.stop();
});

/** The names that the files of a route itself know; those of all routes where it knows none. */
function namesOf(route: string): readonly string[] {
  const own = listParameterNames(route);
  return own.length > 0 ? own : NAMES;
}

function query(chance: Chance, own: readonly string[]): string {
  const parts = Array.from({ length: chance.below(5) }, () => {
    const name = chance.pick(chance.pick([own, own, own, own, NAMES, ODD_NAMES]));
    return `${name}=${chance.below(6) === 0 ? chance.pick(Object.values(values)) : hostilePiece(chance)}`;
  });
  return parts.length > 0 ? `?${parts.join("&")}`.slice(0, 7000) : "";
}

function anyAddress(chance: Chance, route: string, names: readonly string[]): string {
  const fill = () => (chance.below(2) === 0 ? hostilePiece(chance).slice(0, 4000) || "%20" : undefined);
  return `${addressOf(route, values, fill)}${query(chance, names)}`;
}

function anyHeaders(chance: Chance): Record<string, string> {
  const odd = Array.from({ length: chance.below(3) }, () => chance.pick(ODD_HEADERS));
  return { ...(chance.below(2) === 0 ? { cookie: admin } : {}), ...Object.fromEntries(odd) };
}

test("the names of parameters are found, also those that only one page knows", () => {
  expect(NAMES).toEqual(
    expect.arrayContaining(["q", "from", "to", "sort", "after", "target", "hub", "token"]),
  );
});

test("no route fails, whatever stands in its address and its headers", async () => {
  const asked = listSiteRoutes().flatMap(({ path }, i) => {
    const chance = chanceOf(SEED + i);
    const names = namesOf(path);
    return Array.from({ length: ROUNDS }, () => ({
      method: chance.pick(["GET", "GET", "GET", "GET", "HEAD", "POST", "OPTIONS", "PUT"]),
      path: anyAddress(chance, path, names),
      headers: anyHeaders(chance),
    }));
  });
  await expectAllFine(site.url, asked, HINT);
});

test("no action fails, whatever stands in the fields that it asks for", async () => {
  const api = await apiRequest.newContext({ baseURL: site.url });
  const chance = chanceOf(SEED - 1);
  const problems: string[] = [];
  for (const action of listServerActions())
    for (let round = 0; round < Math.max(2, ROUNDS / 3); round += 1) {
      // Anew each time: some of them end the session or the account.
      const headers = {
        origin: site.url,
        cookie: await cookieOf({ role: "admin" }, site),
        "x-forwarded-for": `192.0.2.${chance.below(250)}`,
      };
      const { complaints } = await callServerAction(api, action, {}, headers);
      const fields: Record<string, string> = chance.below(8) === 0 ? { [chance.pick(ODD_NAMES)]: "x" } : {};
      for (const name of Object.keys(complaints))
        fields[name] =
          chance.below(3) === 0 ? chance.pick([...Object.values(values), "1", "yes"]) : hostile(chance);
      const { status, text } = await callServerAction(api, action, fields, headers);
      const told = TELLTALE.exec(text)?.[0];
      if (status >= 500 || told)
        problems.push(`${status} ${told ?? ""} ${action.name} ${JSON.stringify(fields).slice(0, 300)}`);
    }
  await api.dispose();
  expect(problems, HINT).toEqual([]);
});

test("no action and no upload fails, whatever takes the place of its form", async () => {
  const known = listServerActions();
  const chance = chanceOf(SEED - 2);
  const chosen = ROUNDS > 40 ? known : [chance.pick(known), chance.pick(known)];
  const upload = { id: "0", path: "/admin/imports/upload" };
  const probes = [...chosen, upload].flatMap((action) =>
    hostileBodies(action, { cookie: admin, origin: site.url }),
  );
  await expectAllFine(site.url, probes, HINT);
});

test("afterwards the site is as quick and as whole as before", async () => {
  for (const path of ["/", "/hubs", "/hubs/demonstration", "/api/me"])
    expect(await problemOf(site.url, { method: "GET", path, headers: {} })).toBeNull();
});
