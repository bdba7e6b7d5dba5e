import { expect, test } from "./fixtures";
import { signInAs, withSiteDb } from "./people";
import { addressOf, listSiteRoutes, sampleValues } from "./site-routes";
import { findStepsBack } from "./steps-back";

for (const width of [320, 1280])
  test(`no page scrolls sideways or leads the keyboard back up, for an admin at ${width} pixels`, async ({
    page,
    context,
  }) => {
    test.slow();
    const values = await withSiteDb(sampleValues);
    await signInAs(context, { role: "admin" });
    await page.setViewportSize({ width, height: 900 });
    for (const { path } of listSiteRoutes().filter(({ kind }) => kind === "page")) {
      const address = addressOf(path, values);
      await page.goto(address);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, address).toBeLessThanOrEqual(width);
      expect(await page.evaluate(findStepsBack), address).toEqual([]);
    }
  });
