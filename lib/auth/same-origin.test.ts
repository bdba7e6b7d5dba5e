import { expect, test } from "vitest";
import { isSameOrigin } from "@/lib/auth/same-origin";

function ask(
  origin: string | null,
  secFetchSite: string | null,
  { host = "spokes.test:3000", secure = false }: { host?: string | null; secure?: boolean } = {},
): boolean {
  const sent = Object.entries({ origin, "sec-fetch-site": secFetchSite, host });
  return isSameOrigin(new Headers(sent.filter((pair): pair is [string, string] => pair[1] !== null)), {
    secure,
  });
}

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
  expect(ask("http://spokes.test", null, { host: null })).toBe(false);
});

test("where the site is reached over TLS, a page that came without it is not ours", () => {
  expect(ask("http://spokes.test:3000", "same-origin", { secure: true })).toBe(false);
  expect(ask("https://spokes.test:3000", null, { secure: true })).toBe(true);
});
