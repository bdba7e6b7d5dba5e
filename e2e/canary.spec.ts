import type { APIRequestContext } from "@playwright/test";
import { expect, test } from "./fixtures";
import { signInAs, withSiteDb } from "./people";
import { addressOf, listSiteRoutes, sampleValues } from "./site-routes";

/** Words that stand nowhere on the site but in what concerns their person. */
const CANARIES = {
  ada: { handle: "canary-ada-yellow", name: "Yellow Canary Ada", email: "yellow-ada@canary.example" },
  bob: { handle: "canary-bob-orange", name: "Orange Canary Bob", email: "orange-bob@canary.example" },
} as const;
const NOBODY = "a reader";
const TURNS = ["ada", NOBODY, "bob", "ada", NOBODY] as const;

/** How a browser asks for a page, and how the script of a page does. */
const WAYS = [{}, { rsc: "1" }, { rsc: "1", "next-router-prefetch": "1" }] as Record<string, string>[];

const holds = (text: string, person: keyof typeof CANARIES) =>
  Object.values(CANARIES[person]).some((word) => text.includes(word));

test("whoever takes turns at an address gets nothing of anybody else's, and what is shared is the same for all", async ({
  browser,
}) => {
  test.slow();
  const values = await withSiteDb(sampleValues);
  const people: Record<string, APIRequestContext> = {};
  for (const who of ["ada", "bob", NOBODY] as const) {
    const context = await browser.newContext();
    if (who !== NOBODY) await signInAs(context, CANARIES[who]);
    people[who] = context.request;
  }
  const personal = new Set<string>();
  for (const { path } of listSiteRoutes())
    for (const headers of WAYS) {
      const address = addressOf(path, values);
      const shared = new Set<string>();
      for (const who of TURNS) {
        const answer = await people[who]?.get(address, { headers, maxRedirects: 0 });
        const text = (await answer?.text()) ?? "";
        const sent = answer?.headers() ?? {};
        const said = `${address} ${JSON.stringify(headers)} for ${who}`;
        for (const other of ["ada", "bob"] as const)
          if (other !== who) expect(holds(text, other), `${said} shows ${other}`).toBe(false);
        const isShared = /public|s-maxage/.test(sent["cache-control"] ?? "");
        if (isShared) shared.add(text);
        if (who !== NOBODY && holds(text, who)) {
          personal.add(path);
          expect(sent["cache-control"], said).toContain("no-store");
        }
        if (isShared) expect(sent["set-cookie"], said).toBeUndefined();
      }
      expect(shared.size, `${address} is one page for all`).toBeLessThanOrEqual(1);
    }
  // So that the words are looked for where they would stand.
  expect([...personal]).toEqual(expect.arrayContaining(["/api/me", "/me", "/me/data"]));
});
