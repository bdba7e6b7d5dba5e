import { describe, expect, test } from "vitest";
import { fileNameOf, readExportSearch } from "./search-params";

const read = (search: string) => readExportSearch(new URLSearchParams(search));

describe("the address of a file", () => {
  test("names a format and the query of a view", () => {
    expect(read("format=csv")).toEqual({ format: "csv", text: "", query: { terms: [] }, sort: "newest" });
    expect(read("format=csl-json&q=role:baseline+year:2020..")).toMatchObject({
      format: "csl-json",
      text: "role:baseline year:2020..",
      query: { terms: [{ key: "role" }, { key: "year" }] },
    });
  });

  test("with a query that cannot be read is refused with the place and what could be meant", () => {
    expect(read("format=csv&q=pencil+role:baselin")).toEqual({
      problem: expect.stringMatching(/at sign 13, “baselin”: .*Perhaps baseline is meant\.$/u),
    });
    expect(read(`format=csv&q=${"x:".repeat(3000)}`)).toHaveProperty("problem");
  });

  test("without a format, or with one that is unknown, is answered with those that there are", () => {
    expect(read("")).toEqual({ problem: expect.stringContaining("?format=csv. There are csv, bibtex") });
    expect(read("format=CSV")).toEqual({ problem: expect.stringContaining("no format “CSV”") });
    expect(read(`format=${"x".repeat(9000)}`)).toEqual({ problem: expect.stringMatching(/^.{1,200}$/u) });
  });
});

test("an order of the explorer is taken over, and one that is unknown refused", () => {
  expect(read("format=csv&sort=most_cited")).toMatchObject({ sort: "most_cited" });
  expect(read("format=csv&sort=best")).toEqual({
    problem: expect.stringContaining("no order “best”. There are newest, oldest"),
  });
});

describe("the name of a file", () => {
  const now = new Date("2026-11-28T23:59:00Z");

  test("tells the hub, the view and the day", () => {
    expect(fileNameOf("wheels", { format: "bibtex", text: "" }, now)).toBe("wheels-2026-11-28.bib");
    expect(fileNameOf("wheels", { format: "csv", text: "role:baseline -is:self “Straße”" }, now)).toBe(
      "wheels-role-baseline-is-self-strasse-2026-11-28.csv",
    );
  });

  test("is letters, digits and hyphens, and not too long, whatever was asked", () => {
    const name = fileNameOf(
      "a".repeat(100),
      { format: "ris", text: '"; rm -rf / \r\n 道路'.repeat(50) },
      now,
    );
    expect(name).toMatch(/^[a-z0-9-]+-2026-11-28\.ris$/u);
    expect(name.length).toBeLessThan(150);
  });
});
