import { describe, expect, test } from "vitest";
import { mergesHref, pairHref, readBefore, readPair, readWorksSearch, worksHref } from "./search-params";

const paramsOf = (address: string) =>
  Object.fromEntries(new URL(address, "https://spokes.example").searchParams.entries());

describe("the addresses of merges", () => {
  test("come back as they were read", () => {
    for (const search of [
      { hub: null, from: "" },
      { hub: "a-hub", from: "a title & more" },
    ])
      expect(readWorksSearch(paramsOf(worksHref(search)))).toEqual(search);
    expect(readPair(paramsOf(pairHref({ into: 3, from: 4 })))).toEqual({ into: "3", from: "4" });
    expect(readBefore(paramsOf(mergesHref(7)))).toBe(7);
    expect(mergesHref()).toBe("/admin/works/merges");
    expect(worksHref()).toBe("/admin/works");
  });

  test("count what is malformed as not given", () => {
    expect(readWorksSearch({ hub: "No Such/Hub", from: ["a", "b"] })).toEqual({ hub: null, from: "a" });
    expect(readPair({ into: "x".repeat(301), from: "  doi:10.1/a " })).toEqual({
      into: "",
      from: "doi:10.1/a",
    });
    expect(readBefore({ before: "-1" })).toBeNull();
  });
});
