import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SEARCH_SORTS } from "@/db/queries/search";
import { SEARCH_KINDS } from "@/db/queries/search-conditions";
import { readSiteSearch, searchHref } from "./search-params";

const read = (address: string) =>
  readSiteSearch(Object.fromEntries(new URL(address, "http://site.test").searchParams));

describe("readSiteSearch", () => {
  test("nothing is asked for at the bare address", () => {
    expect(read("/search")).toMatchObject({ text: "", kind: null, sort: "relevance", after: null });
  });

  test.each([
    "/search?kind=people&sort=worst&after=x",
    "/search?after=2020_1_0",
    "/search?after=2020_1_1",
    "/search?sort=newest&after=0.5_1_1",
  ])("%s is read without what is malformed", (address) => {
    expect(read(address)).toMatchObject({ kind: null, after: null });
  });

  test("an address that was made is read as it was meant", () => {
    const place = fc.record({ hubId: fc.integer({ min: 1 }), id: fc.integer({ min: 1, max: 1e14 }) });
    fc.assert(
      fc.property(
        fc.constantFrom("", "carbon role:method", "“é”"),
        fc.constantFrom(null, ...SEARCH_KINDS),
        fc.constantFrom(...SEARCH_SORTS),
        fc.option(place),
        (text, kind, sort, at) => {
          const after = at && { ...at, value: sort === "newest" ? "2020-05" : "0.0607927" };
          expect(read(searchHref({ text, kind, sort, after }))).toMatchObject({ text, kind, sort, after });
        },
      ),
    );
  });
});
