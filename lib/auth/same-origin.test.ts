import { expect, test } from "vitest";
import { isSameOrigin } from "@/lib/auth/same-origin";

const ask = (origin: string | null, secFetchSite: string | null, host: string | null = "spokes.test:3000") =>
  isSameOrigin({ origin, secFetchSite, host });

test.each([
  ["http://spokes.test:3000", "same-origin", true],
  ["http://spokes.test:3000", null, true],
  [null, "same-origin", true],
  [null, null, false],
  ["null", null, false],
  ["null", "same-origin", false],
  ["http://evil.test", null, false],
  ["http://spokes.test:3001", null, false],
  ["http://spokes.test:3000", "cross-site", false],
  ["http://spokes.test:3000", "same-site", false],
  [null, "none", false],
  ["http://spokes.test:3000.evil.test", null, false],
])("Origin %s with Sec-Fetch-Site %s: %s", (origin, secFetchSite, expected) => {
  expect(ask(origin, secFetchSite)).toBe(expected);
});

test("without a Host nothing is of the same origin", () => {
  expect(ask("http://spokes.test", null, null)).toBe(false);
});
