import { describe, expect, it } from "vitest";
import { parseCrossref } from "./crossref";
import { CROSSREF_WORK } from "./testing/json-files";
import { chunksOf, collect, ofKind } from "./testing/read-text";

const parse = (value: unknown) => collect(parseCrossref(chunksOf(JSON.stringify(value))));
const work = async (changes: object) => {
  const [first] = ofKind(await parse({ ...CROSSREF_WORK, ...changes }), "work");
  return first?.fields;
};

describe("a work of Crossref", () => {
  it("is listed with all that is said of it", async () => {
    const parsed = await parse(CROSSREF_WORK);
    expect(parsed[0]).toEqual({
      kind: "work",
      key: "doi:10.5555/gravel.1",
      identifiers: [{ scheme: "doi", value: "10.5555/gravel.1" }],
      fields: {
        title: "Gravel slows <i>all</i> wheels: A study",
        authors: [
          { name: "Anna van der Berg", family: "van der Berg", given: "Anna", orcid: "0000-0002-1825-0097" },
          { name: "The Gravel Group" },
        ],
        published: "2021-04",
        venue: "Journal of Wheels",
        abstract: "We roll <i>twelve</i> wheels, p < 1.",
        citedByCount: 3,
        notices: [
          { kind: "corrected", note: "Correction, 2022-05-08", url: "https://doi.org/10.5555/gravel.2" },
        ],
      },
      source: "crossref",
    });
    expect(ofKind(parsed, "listed")).toEqual([{ kind: "listed", work: "doi:10.5555/gravel.1" }]);
  });

  it("brings the notice that it gives of another", async () => {
    const parsed = await parse(CROSSREF_WORK);
    expect(ofKind(parsed, "work").find(({ key }) => key === "doi:10.5555/sand")?.fields).toEqual({
      notices: [{ kind: "retracted", note: "Retraction", url: "https://doi.org/10.5555/gravel.1" }],
    });
  });

  it("names its references by DOI, by what is printed, or by title, and counts those that cannot be named", async () => {
    const parsed = await parse(CROSSREF_WORK);
    const cited = ofKind(parsed, "reference").map((reference) => reference.cited);
    const byKey = new Map(ofKind(parsed, "work").map((one) => [one.key, one.fields]));
    expect(cited.map((key) => byKey.get(key))).toEqual([
      {
        title: "Painted wheels",
        authors: [{ name: "W Li", family: "Li", given: "W" }],
        authorsComplete: false,
        published: "1999",
      },
      {},
      {
        title: "A History of the Wheel in Four Volumes",
        authors: [{ name: "Ira Ro", family: "Ro", given: "Ira" }],
        authorsComplete: false,
        published: "1990",
      },
    ]);
    expect(cited[1]).toBe("doi:10.5555/square");
    expect(ofKind(parsed, "warning").map(({ message }) => message)).toEqual([
      "1 of 4 references have neither an identifier nor a title of their own and are left out.",
    ]);
  });

  it.each([
    ["no date", { issued: { "date-parts": [[null]] } }, undefined],
    ["a month that cannot be", { issued: { "date-parts": [[2021, 13, 1]] } }, "2021"],
    ["a year", { issued: { "date-parts": [["2021"]] } }, "2021"],
  ])("has a date as precise as it is given: %s", async (_, changes, published) => {
    expect((await work(changes))?.published).toBe(published);
  });

  it("shows the editors of a book without authors, and of nothing else", async () => {
    const edited = { author: undefined, editor: [{ family: "Ro", given: "Ira" }] };
    expect((await work({ ...edited, type: "edited-book" }))?.authors).toHaveLength(1);
    expect((await work({ ...edited, type: "book-chapter" }))?.authors).toBeUndefined();
  });

  it("does not say a subtitle twice", async () => {
    expect((await work({ title: ["Wheels: A study"] }))?.title).toBe("Wheels: A study");
  });
});

describe("an answer of Crossref without works", () => {
  it.each([
    ["an empty list", { "message-type": "work-list", message: { items: [] } }, "is an empty list"],
    ["XML", [{ url: "", status: "200", body: '<?xml version="1.0"?><x/>' }], "is XML, not JSON"],
    ["a text", [{ url: "", status: 404, body: "Resource not found." }], "is a text: Resource not found."],
    [
      "an agency",
      { "message-type": "work-agency", message: { DOI: "10.5555/x", agency: {} } },
      "which agency",
    ],
    [
      "an error",
      { "message-type": "validation-failure", message: [{ type: "x" }] },
      "is an error of Crossref",
    ],
  ])("is refused in one line: %s", async (_, answer, message) => {
    await expect(parse(answer)).rejects.toThrow(message);
  });
});
