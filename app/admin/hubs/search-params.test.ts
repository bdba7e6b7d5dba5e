import { expect, test } from "vitest";
import { hubForAdminHref, hubsForAdminHref, readFind, readHubsSearch } from "./search-params";

const params = (href: string) => Object.fromEntries(new URL(href, "http://localhost").searchParams);

test("the address of a search is read back as the search", () => {
  const search = { words: "lights & 100 %", shown: "hidden", after: { citers: 12, id: 7 } } as const;
  expect(readHubsSearch(params(hubsForAdminHref(search)))).toEqual(search);
  expect(readFind(params(hubForAdminHref("keepers", "forty lights?")))).toBe("forty lights?");
});

test("what is not asked for stays out of the address", () => {
  expect(hubsForAdminHref()).toBe("/admin/hubs");
  expect(hubsForAdminHref({ words: "", shown: "all", after: null })).toBe("/admin/hubs");
  expect(hubForAdminHref("keepers")).toBe("/admin/hubs/keepers");
});

test("a malformed parameter counts as not given, and control characters are white space", () => {
  expect(readHubsSearch({ q: "\u0000a\u0000 b ", show: "gone", after: "12-0" })).toEqual({
    words: "a b",
    shown: "all",
    after: null,
  });
  expect(readFind({})).toBe("");
});
