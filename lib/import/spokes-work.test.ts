import { describe, expect, it } from "vitest";
import { readWorkEntry, readWorkOrRef } from "./spokes-work";
import { ofKind } from "./testing/read-text";

const place = { where: "line 2", source: "wheel-index" };
const read = (entry: unknown) => readWorkEntry(entry, place);
const record = (entry: unknown) => ofKind(read(entry), "work")[0];
const reason = (entry: unknown) => ofKind(read(entry), "rejected")[0]?.reason;
const warnings = (entry: unknown) => ofKind(read(entry), "warning").map((item) => item.message);

describe("the description of a work", () => {
  it("becomes one record that holds all that it says", () => {
    const fields = {
      title: "Gravel",
      authorsComplete: true,
      published: "2021-04-21",
      venue: "Journal of Wheels",
      fields: ["Engineering"],
      abstract: "One.\n\nTwo.",
      summary: "Gravel slows wheels.",
      citedByCount: 12,
      notices: [{ kind: "retracted", note: "By its authors.", url: "https://example.org/notice" }],
      note: "Also printed as a book.",
    };
    const authors = [{ name: "Ada Dale", family: "Dale", given: "Ada" }];
    expect(
      read({ type: "work", id: "w", identifiers: ["doi:10.5555/A"], authors: ["Dale, Ada"], ...fields }),
    ).toEqual([
      {
        kind: "work",
        key: "id:w",
        identifiers: [{ scheme: "doi", value: "10.5555/a" }],
        fields: { ...fields, authors },
        source: "wheel-index",
      },
    ]);
  });

  it("has signs where its file has character references, once, so that it is found by them", () => {
    const written = record({
      title: "R&amp;D &#233;tudes &amp;lt;",
      authors: ["Smith &amp; Sons", { family: "N&uacute;&ntilde;ez", given: "Ana" }],
      venue: "Wheels &amp; Roads",
      abstract: "A &lt; B, AT&T;",
    });
    expect(written?.fields).toMatchObject({
      title: "R&D études &lt;",
      authors: [{ name: "Smith & Sons" }, { family: "Núñez" }],
      venue: "Wheels & Roads",
      abstract: "A < B, AT&T;",
    });
    const plain = { title: "R&D études &amp;lt;", authors: ["Smith & Sons"] };
    expect(written?.key).toBe(record(plain)?.key);
  });

  it("is keyed by its first identifier, else by title, year and first author", () => {
    expect(record({ identifiers: ["arxiv:2101.00001v2", "https://doi.org/10.5555/A"] })?.key).toBe(
      "doi:10.5555/a",
    );
    expect(record({ title: "On Gravel", published: "2021-04", authors: ["Dale, Ada"] })?.key).toBe(
      "title:on gravel|2021|dale",
    );
  });

  it("counts null and empty text as absent", () => {
    const empty = {
      id: "",
      authors: [],
      venue: null,
      abstract: " \n ",
      citedByCount: null,
      note: "",
      source: "",
    };
    expect(record({ title: "Gravel", ...empty })).toStrictEqual({
      kind: "work",
      key: "title:gravel||",
      identifiers: [],
      fields: { title: "Gravel" },
      source: "wheel-index",
    });
  });

  it("has its white space folded, but for the paragraphs of the abstract", () => {
    const untidy = " One\u0007\t two\r\n three ";
    expect(record({ title: untidy, summary: untidy, abstract: `${untidy}\n\n${untidy}` })?.fields).toEqual({
      title: "One two three",
      summary: "One two three",
      abstract: "One two three\n\nOne two three",
    });
  });

  it("needs a title, an identifier that can be read or an id of the file's own", () => {
    const needed = "has neither a title, an identifier that can be read nor an id";
    expect(reason({ id: "w", venue: "Journal of Wheels" })).toBeUndefined();
    expect(reason({ venue: "Journal of Wheels" })).toBe(needed);
    expect(reason({ identifiers: ["doi:wheel"] })).toBe(needed);
    expect(reason({ title: "   " })).toBe(needed);
  });
});

describe("an identifier that cannot be read", () => {
  it("is left out with a warning while a title or another identifier remains", () => {
    const entry = { identifiers: ["doi:wheel", "PMID 12", "pmid:0012"], title: "Gravel" };
    expect(record(entry)?.identifiers).toEqual([{ scheme: "pmid", value: "12" }]);
    expect(warnings(entry)).toEqual(['"doi:wheel" cannot be read as an identifier and is left out']);
  });
});

describe("authors", () => {
  it("may be names in either order or objects", () => {
    const orcid = "https://orcid.org/0000-0002-1825-009x";
    const authors = [
      "Dale, Ada van",
      "Ben Dale",
      { family: "Le Roy", given: "Cleo", orcid },
      { name: "The Wheel Group" },
    ];
    expect(record({ title: "Gravel", authors })?.fields.authors).toEqual([
      { name: "Ada van Dale", family: "Dale", given: "Ada van" },
      { name: "Ben Dale", family: "Dale", given: "Ben" },
      { name: "Cleo Le Roy", family: "Le Roy", given: "Cleo", orcid: "0000-0002-1825-009X" },
      { name: "The Wheel Group" },
    ]);
  });

  it.each(["et al.", "and others", "Ada Dale et al."])("are incomplete where they end with %j", (last) => {
    const fields = record({ title: "Gravel", authors: ["Ada Dale", last], authorsComplete: true })?.fields;
    expect(fields?.authorsComplete).toBe(false);
    expect(fields?.authors?.every((author) => author.name === "Ada Dale")).toBe(true);
  });

  it("say nothing of their completeness unless the entry does", () => {
    expect(record({ title: "Gravel", authors: ["Ada Dale"] })?.fields).not.toHaveProperty("authorsComplete");
    expect(record({ title: "Gravel", authors: ["et al."] })?.fields).toEqual({
      title: "Gravel",
      authorsComplete: false,
    });
  });

  it("lose an ORCID iD that cannot be read, with a warning", () => {
    const entry = { title: "Gravel", authors: [{ name: "Ada Dale", orcid: "12" }] };
    expect(record(entry)?.fields.authors).toEqual([{ name: "Ada Dale" }]);
    expect(warnings(entry)).toEqual(['"12" cannot be read as an ORCID iD and is left out']);
  });
});

describe("a date", () => {
  it("is kept as precise as it is", () => {
    for (const published of ["2021", "2021-04", "2021-04-21"])
      expect(record({ title: "Gravel", published })?.fields.published).toBe(published);
    expect(record({ title: "Gravel", published: "May 2021" })?.fields.published).toBe("2021-05");
  });

  it("is left out with a warning when it cannot be read", () => {
    const entry = { title: "Gravel", published: "2021-02-30" };
    expect(record(entry)?.fields).toEqual({ title: "Gravel" });
    expect(warnings(entry)).toEqual(['"2021-02-30" cannot be read as a date and is left out']);
  });
});

describe("a work that does not fit", () => {
  it.each([
    [{ title: "a\0b" }, "title contains a NUL character"],
    [{ title: "a\ud800" }, "title contains half of a surrogate pair"],
    [{ title: "x".repeat(2001) }, "title is longer than 2000 characters"],
    [{ title: 7 }, "title must be a text"],
    [{ title: "x", authors: "Ada" }, "authors must be a list"],
    [{ title: "x", authors: [7] }, "authors[0] must be a text or an object"],
    [{ title: "x", authors: ["Ada", { given: "Ben" }] }, "authors[1] has neither name nor family"],
    [{ title: "x", authors: [{ name: "Ada", age: 7 }] }, 'unknown property "age" in authors[0]'],
    [{ title: "x", citedByCount: 1.5 }, "citedByCount must be a whole number"],
    [{ title: "x", citedByCount: 2 ** 31 }, "citedByCount is above 2147483647"],
    [{ title: "x", citedByCount: -1 }, "citedByCount is below 0"],
    [{ title: "x", notices: [{ kind: "burnt" }] }, /^notices\[0\]\.kind must be "retracted" or /],
    [
      { title: "x", notices: [{ kind: "corrected", url: "javascript:1" }] },
      /must be an http or https address$/,
    ],
    [{ title: "x", fields: Array(51).fill("a") }, "fields has more than 50 members"],
    [{ title: "x", id: "DOI:w" }, "id begins with the name of an identifier scheme; choose another"],
    [{ title: "x", colour: 1, size: 2 }, 'unknown property "colour", "size"'],
    [{ title: 1, venue: 2, note: 3, summary: 4 }, /^title must be a text; .*; and 1 more$/],
  ])("is rejected for a reason that names the field: %j", (entry, expected) => {
    expect(reason(entry)).toEqual(typeof expected === "string" ? expected : expect.stringMatching(expected));
    expect(record(entry)).toBeUndefined();
  });
});

describe("a reference to a work", () => {
  it("by local id names the work and brings no record", () => {
    expect(readWorkOrRef("  w1 ", place)).toEqual({ key: "id:w1", parsed: [] });
  });

  it("by identifier brings a bare record, so that the work exists", () => {
    const identifiers = [{ scheme: "arxiv", value: "2101.00001" }];
    const key = "arxiv:2101.00001";
    expect(readWorkOrRef("arXiv:2101.00001v3", place)).toEqual({
      key,
      parsed: [{ kind: "work", key, identifiers, fields: {}, source: "wheel-index" }],
    });
  });

  it("is refused when it claims to be an identifier and is none", () => {
    expect(readWorkOrRef("doi:wheel", place)).toEqual({
      refused: '"doi:wheel" cannot be read as an identifier',
    });
    expect(readWorkOrRef("", place)).toEqual({ refused: "is empty" });
    expect(readWorkOrRef(undefined, place)).toEqual({ refused: "is missing" });
    expect(readWorkOrRef(7, place)).toEqual({ refused: "must be an object" });
  });
});
