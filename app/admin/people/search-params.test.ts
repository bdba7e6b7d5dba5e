import { expect, test } from "vitest";
import { peopleHref, readPeopleSearch } from "./search-params";

const read = (href: string) =>
  readPeopleSearch(Object.fromEntries(new URL(href, "http://localhost").searchParams));

test("the address of a search is read back as the search", () => {
  const search = { words: "ada %_\\", shown: "disabled", after: 12 } as const;
  expect(read(peopleHref(search))).toEqual(search);
});

test("what is not asked for stays out of the address", () => {
  expect(peopleHref()).toBe("/admin/people");
  expect(peopleHref({ words: "", shown: "all", after: null })).toBe("/admin/people");
});

test("a malformed parameter counts as not given, and control characters are white space", () => {
  expect(readPeopleSearch({ q: "\u0000ada\u0000  b ", show: "everybody", after: "0" })).toEqual({
    words: "ada b",
    shown: "all",
    after: null,
  });
});
