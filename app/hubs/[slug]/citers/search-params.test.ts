import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CiterView, citersHref, readCiterSearch } from "./search-params";

const NOTHING = { text: "", query: { terms: [] }, problems: [], sort: "newest", after: null };

describe("readCiterSearch", () => {
  test("without parameters it asks for everything, newest first", () => {
    expect(readCiterSearch({})).toEqual(NOTHING);
  });

  test("the empty fields of a submitted form ask for everything", () => {
    expect(readCiterSearch({ q: "", sort: "newest" })).toEqual(NOTHING);
  });

  test("query and order are read", () => {
    expect(readCiterSearch({ q: "  carbon   role:method ", sort: "most_cited" })).toEqual({
      ...NOTHING,
      text: "carbon role:method",
      query: {
        terms: [
          { key: "text", not: false, text: "carbon", phrase: false },
          { key: "role", not: false, values: ["method"] },
        ],
      },
      sort: "most_cited",
    });
  });

  test("what cannot be read of a query is kept to be shown, with its place", () => {
    const { text, problems } = readCiterSearch({ q: "role:metod" });
    expect(text).toBe("role:metod");
    expect(problems).toMatchObject([{ at: 5, length: 5, suggestion: "method" }]);
  });

  test.each([
    ["an unknown order", { sort: "best" }],
    ["a cursor without a work", { after: "2021" }],
    ["a cursor of another order", { after: "17.4" }],
    ["a cursor that is no cursor", { after: "'; drop table work" }],
    ["a relevance that is no number", { sort: "newest", after: "1e-5.4" }],
  ])("%s is ignored", (_, params) => {
    expect(readCiterSearch(params)).toEqual(NOTHING);
  });

  test("a count too large for the database is no cursor", () => {
    expect(readCiterSearch({ sort: "most_cited", after: "9999999999.4" }).after).toBeNull();
  });

  test("the cursor behind papers without a date is read", () => {
    expect(readCiterSearch({ after: ".41" }).after).toEqual({ value: "", workId: 41 });
  });

  test.each(["0", "0.6079271", "1e-20", "0.00123"])("the cursor of a relevance of %s is read", (value) => {
    expect(readCiterSearch({ sort: "relevance", after: `${value}.7` }).after).toEqual({ value, workId: 7 });
  });

  test("of a repeated parameter the first counts", () => {
    expect(readCiterSearch({ q: ["first", "second"] }).text).toBe("first");
  });
});

describe("citersHref", () => {
  test("a search for everything has the plain address", () => {
    expect(citersHref("some-hub", { text: "", sort: "newest", after: null })).toBe("/hubs/some-hub/citers");
  });

  test("what an address was made from is read back from it", () => {
    const value = fc.oneof(fc.constant(""), fc.constantFrom("2021", "2021-04", "2021-04-21"));
    const view: fc.Arbitrary<CiterView> = fc.record({
      text: fc.string({ maxLength: 40 }).map((text) => text.replace(/\s+/g, " ").trim()),
      sort: fc.constantFrom("newest" as const, "oldest" as const),
      after: fc.option(fc.record({ value, workId: fc.integer({ min: 1, max: 1e12 }) })),
    });
    fc.assert(
      fc.property(view, (asked) => {
        const url = new URL(citersHref("hub", asked), "http://localhost");
        expect(readCiterSearch(Object.fromEntries(url.searchParams))).toMatchObject(asked);
      }),
    );
  });
});
