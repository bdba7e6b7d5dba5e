import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { admit, postRoutes } from "./admission.mjs";

/** What a build writes of its routes, as far as it is read. */
const ACTIONS = {
  node: {
    a1: { workers: { "app/sign-in/page": {}, "app/citers/[id]/add/page": {} } },
    a2: { workers: { "app/sign-in/page": {}, "app/page": {} } },
  },
};
const ROUTES = {
  "/admin/imports/upload/route": "/admin/imports/upload",
  "/docs/[...path]/route": "/docs/[...path]",
  "/icon.svg/route": "/icon.svg",
  "/hubs/[slug]/page": "/hubs/[slug]",
};
/** Next answers these from memory, whatever the method. */
const PRERENDERED = { routes: { "/icon.svg": {}, "/guidelines": {} } };

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "spokes-routes-"));
  mkdirSync(path.join(folder, "server"));
  writeFileSync(path.join(folder, "server/server-reference-manifest.json"), JSON.stringify(ACTIONS));
  writeFileSync(path.join(folder, "app-path-routes-manifest.json"), JSON.stringify(ROUTES));
  writeFileSync(path.join(folder, "prerender-manifest.json"), JSON.stringify(PRERENDERED));
});
afterAll(() => rmSync(folder, { recursive: true }));

const FORM = "multipart/form-data; boundary=----x";
const ask = (method: string, url: string, contentType = FORM, bytes = 0) =>
  admit({ method, url, contentType, bytes }, { posts: postRoutes(folder) });
const REFUSED = { refused: 405, words: "Nothing at this address takes such a request." };

test.each(["/", "/sign-in", "/sign-in?from=/me", "/citers/7/add"])(
  "a form may be sent to the page %s, and is known as such",
  (url) => {
    expect(ask("POST", url)).toEqual({ url, isForm: true });
  },
);

test.each(["/admin/imports/upload", "/docs/a/b"])(
  "what is sent to the route %s is its own to read",
  (url) => {
    expect(ask("POST", url)).toEqual({ url });
  },
);

test.each([
  "/hubs/energy",
  "/hubs/energy?x=/sign-in",
  "/sign-in/",
  "/sign-in/more",
  "/citers/7/8/add",
  "/citers/add",
  "/_next/static/a.js",
  "/account-menu.js",
  "/icon.svg",
  "/guidelines",
  "/nowhere",
])("nothing at %s takes a form", (url) => {
  expect(ask("POST", url)).toEqual(REFUSED);
});

test("everything can be read, and the interface asked what it takes", () => {
  for (const url of ["/hubs/energy?x=%ff", "/nowhere", "/api/v1/hubs"]) {
    expect(ask("GET", url)).toEqual({ url });
    expect(ask("HEAD", url)).toEqual({ url });
  }
  expect(ask("OPTIONS", "/api/v1/hubs")).toEqual({ url: "/api/v1/hubs" });
});

test("the API says itself what it does not take and what it has not", () => {
  for (const method of ["POST", "PUT", "PATCH", "DELETE"])
    expect(ask(method, "/api/v1/hubs?limit=1", "")).toEqual({ url: "/api/v1/hubs?limit=1" });
  expect(ask("GET", "/api/v1/hubs/%ff")).toEqual({ url: "/api/v1/no-such-address" });
  for (const [method, url] of [
    ["PUT", "/api/me"],
    ["POST", "/api/v10"],
    ["TRACE", "/api/v1"],
  ] as const)
    expect(ask(method, url)).toEqual(REFUSED);
});

test.each(["PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "PROPFIND", "CONNECT", "get", ""])(
  "no page takes %j",
  (method) => {
    expect(ask(method, "/sign-in")).toEqual(REFUSED);
  },
);

test.each(["", "multipart/form-data", "text/plain", "application/json", "application/x-www-form-urlencoded"])(
  "a page takes no body of the type %j",
  (contentType) => {
    expect(ask("POST", "/sign-in", contentType)).toMatchObject({ refused: 415 });
  },
);

test("a form of more than a megabyte is refused before it is read; a route says itself how much it takes", () => {
  const megabyte = 1024 * 1024;
  expect(ask("POST", "/sign-in", FORM, megabyte)).toEqual({ url: "/sign-in", isForm: true });
  expect(ask("POST", "/sign-in", FORM, megabyte + 1)).toMatchObject({ refused: 413 });
  expect(ask("POST", "/admin/imports/upload", FORM, megabyte + 1)).toEqual({ url: "/admin/imports/upload" });
});

test.each(["/hubs/%ff", "/%", "/%c3%28/x?a=1", "//evil.test", "http://evil.test/", "*", ""])(
  "the address %j has no page",
  (url) => {
    expect(ask("GET", url)).toEqual({ url: "/no-such-address" });
  },
);

test("nothing is sent to an address that cannot be decoded", () => {
  for (const url of ["/admin/imports/%/report", "/citers/9%ed%a0%80", "//evil.test", "/api/%"])
    for (const method of ["POST", "PUT", "OPTIONS"]) expect(ask(method, url, ""), url).toEqual(REFUSED);
});

test("what no database keeps is not looked for", () => {
  expect(ask("GET", "/flag?hub=a%00b&q=%2500")).toEqual({ url: "/flag?hub=a%EF%BF%BDb&q=%2500" });
  expect(ask("GET", "/hubs/%00")).toEqual({ url: "/hubs/%EF%BF%BD" });
});

test("whatever the address, it goes on only as a path that can be decoded", () => {
  const piece = fc.constantFrom(..."/%?#\\.:@f2".split(""), "%ff", "%00", "//", "a", "é", "http:");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const admitted = ask("GET", pieces.join(""));
      const [reached = ""] = "url" in admitted ? admitted.url.split(/[?#]/, 1) : [];
      expect(reached).toMatch(/^\/(?!\/)/);
      expect(decodeURIComponent(reached)).not.toContain("\0");
    }),
    { numRuns: 1000 },
  );
});
