import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ownPath } from "@/lib/auth/own-path";

const HERE = "https://spokes.test";

describe("ownPath", () => {
  test.each(["/", "/me", "/annotate/12-7?skip=1", "/hubs/energy#c-4", "/hubs?q=a+b&sort=newest", "/a/b%20c"])(
    "%s is followed",
    (path) => {
      expect(ownPath(path)).toBe(path);
    },
  );

  test.each([
    "//evil.test",
    "///evil.test",
    "/\\evil.test",
    "\\\\evil.test",
    "\\/evil.test",
    "/%2f%2fevil.test",
    "/%2F/evil.test",
    "%2f%2fevil.test",
    "/%5cevil.test",
    "/.//evil.test",
    "/..//evil.test",
    "/a/..//evil.test",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "https://evil.test",
    "http:evil.test",
    "https:/evil.test",
    "//ada:secret@evil.test",
    "@evil.test",
    "evil.test",
    "/\t/evil.test",
    "\t//evil.test",
    "/\n/evil.test",
    "/\r/evil.test",
    " //evil.test",
    "/ /evil.test",
    "/%09/evil.test",
    "/%0d%0aset-cookie:x=1",
    "/\u0000/evil.test",
    "/\u2028/evil.test",
    "/／evil.test",
    "",
    "?x",
    "#x",
    `/${"a".repeat(3000)}`,
  ])("%j leads to the start page", (address) => {
    expect(ownPath(address)).toBe("/");
  });

  test.each([undefined, null, 7, ["/me"], { path: "/me" }])("%j leads to the start page", (value) => {
    expect(ownPath(value)).toBe("/");
  });

  test("whatever is given, a browser stays on this site", () => {
    const piece = fc.constantFrom(
      ..."/\\.@:?#%\t\n\r ;&=".split(""),
      ...["..", "%2f", "%5C", "%09", "evil.test", "javascript:", "http:", "a", "／", "\u0000"],
    );
    const address = fc.oneof(
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join("")),
      fc.webUrl(),
      fc.string(),
    );
    fc.assert(
      fc.property(address, fc.boolean(), (text, slash) => {
        const path = ownPath(slash ? `/${text}` : text);
        expect(new URL(path, HERE).origin).toBe(HERE);
        expect(path).toMatch(/^\/(?!\/)/);
        // Followed once more it is the same: nothing in it changes when a browser reads it.
        expect(ownPath(path)).toBe(path);
      }),
      { numRuns: 2000 },
    );
  });
});
