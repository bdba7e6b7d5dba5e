import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CiterSearch, citersHref, isFiltered, readCiterSearch } from "./search-params";

const NOTHING: CiterSearch = { words: "", fromYear: null, toYear: null, sort: "newest", after: null };

describe("readCiterSearch", () => {
  test("without parameters it asks for everything, newest first", () => {
    expect(readCiterSearch({})).toEqual(NOTHING);
  });

  test("the empty fields of a submitted form ask for everything", () => {
    expect(readCiterSearch({ q: "", from: "", to: "", sort: "newest" })).toEqual(NOTHING);
  });

  test("words, years and order are read", () => {
    expect(readCiterSearch({ q: "  carbon   foot ", from: "2021", to: "2023", sort: "most_cited" })).toEqual({
      ...NOTHING,
      words: "carbon foot",
      fromYear: 2021,
      toYear: 2023,
      sort: "most_cited",
    });
  });

  test.each([
    ["a year in words", { from: "last year" }],
    ["a year of five digits", { to: "20211" }],
    ["an unknown order", { sort: "best" }],
    ["a cursor without a work", { after: "2021" }],
    ["a cursor of another order", { after: "17.4" }],
    ["a cursor that is no cursor", { after: "'; drop table work" }],
  ])("%s is ignored", (_, params) => {
    expect(readCiterSearch(params)).toEqual(NOTHING);
  });

  test("a count too large for the database is no cursor", () => {
    expect(readCiterSearch({ sort: "most_cited", after: "9999999999.4" }).after).toBeNull();
  });

  test("the cursor behind papers without a date is read", () => {
    expect(readCiterSearch({ after: ".41" }).after).toEqual({ value: "", workId: 41 });
  });

  test("of a repeated parameter the first counts", () => {
    expect(readCiterSearch({ q: ["first", "second"] }).words).toBe("first");
  });

  test("a very long query is cut to 200 characters", () => {
    expect(readCiterSearch({ q: "x".repeat(5000) }).words).toHaveLength(200);
  });
});

describe("citersHref", () => {
  test("a search for everything has the plain address", () => {
    expect(citersHref("some-hub", NOTHING)).toBe("/hubs/some-hub/citers");
  });

  test("what an address was made from is read back from it", () => {
    const value = fc.oneof(fc.constant(""), fc.constantFrom("2021", "2021-04", "2021-04-21"));
    const workId = fc.integer({ min: 1, max: 1e12 });
    const search = fc.record({
      words: fc.oneof(
        fc.constant(""),
        fc.string({ maxLength: 40 }).map((text) => `a${text}`.replace(/\s+/g, " ").trim()),
      ),
      fromYear: fc.option(fc.integer({ min: 1000, max: 2999 })),
      toYear: fc.option(fc.integer({ min: 1000, max: 2999 })),
      sort: fc.constantFrom("newest" as const, "oldest" as const),
      after: fc.option(fc.record({ value, workId })),
    });
    fc.assert(
      fc.property(search, (asked) => {
        const url = new URL(citersHref("hub", asked), "http://localhost");
        expect(readCiterSearch(Object.fromEntries(url.searchParams))).toEqual(asked);
      }),
    );
  });
});

test.each(["!!!", "\0", " - ", "…"])("the signs %j alone look for nothing", (q) => {
  expect(readCiterSearch({ q }).words).toBe("");
});

test("an order or a further page leaves nobody out, words and years do", () => {
  expect(isFiltered({ ...NOTHING, words: "" })).toBe(false);
  expect(isFiltered({ ...NOTHING, words: "carbon" })).toBe(true);
  expect(isFiltered({ ...NOTHING, toYear: 2020 })).toBe(true);
});
