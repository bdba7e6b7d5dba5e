import { describe, expect, test } from "vitest";
import { bibtexEntry, type CitedWork, persistentAddress, referenceLine } from "./cite-work";

const WORK: CitedWork = {
  title: "Marks & <i>Margins</i>: 50% of all",
  authors: [
    { name: "Adaeze Quillfeather", family: "Quillfeather", given: "Adaeze" },
    { name: "The Margin Group" },
  ],
  authorsComplete: true,
  year: 2018,
  venue: "Annals of the Imaginary Library",
  identifiers: [{ scheme: "doi", value: "10.5555/demo.1" }],
};

describe("referenceLine", () => {
  test("names authors, year, title without markup, venue and the address of the DOI", () => {
    expect(referenceLine(WORK)).toBe(
      "Adaeze Quillfeather and The Margin Group (2018). Marks & Margins: 50% of all. " +
        "Annals of the Imaginary Library. https://doi.org/10.5555/demo.1",
    );
  });

  test("what is not known is left out, and a title that ends a sentence has one stop", () => {
    const bare = { ...WORK, title: "Who reads?", authors: [], year: null, venue: null, identifiers: [] };
    expect(referenceLine(bare)).toBe("(n.d.). Who reads?");
    expect(referenceLine({ ...bare, title: "We read." })).toBe("(n.d.). We read.");
  });
});

describe("bibtexEntry", () => {
  test("keeps a group whole, escapes signs, and guards the capitals of the title", () => {
    expect(bibtexEntry(WORK)).toBe(
      [
        "@article{quillfeather2018marks,",
        "  title = {{Marks \\& Margins: 50\\% of all}},",
        "  author = {Quillfeather, Adaeze and {The Margin Group}},",
        "  year = {2018},",
        "  journal = {Annals of the Imaginary Library},",
        "  doi = {10.5555/demo.1},",
        "  url = {https://doi.org/10.5555/demo.1},",
        "}",
      ].join("\n"),
    );
  });

  test("a preprint without a venue is given by its arXiv number, an open list of authors ends in others", () => {
    const preprint: CitedWork = {
      ...WORK,
      authorsComplete: false,
      venue: null,
      identifiers: [{ scheme: "arxiv", value: "2104.10350" }],
    };
    const entry = bibtexEntry(preprint);
    expect(entry).toMatch(/^@misc\{/);
    expect(entry).toContain("  eprint = {2104.10350},\n  archiveprefix = {arXiv},");
    expect(entry).toContain("and others}");
  });

  test("a work of which nothing is known has a key all the same", () => {
    const nothing = { ...WORK, title: null, authors: [{ name: "王" }], year: null };
    expect(bibtexEntry(nothing)).toMatch(/^@article\{[a-z]+,\n/);
  });
});

test("the lasting address is that of the DOI, also of the one that arXiv gives", () => {
  expect(persistentAddress([{ scheme: "arxiv", value: "2104.10350" }])).toBe(
    "https://doi.org/10.48550/arxiv.2104.10350",
  );
  expect(persistentAddress([{ scheme: "acl", value: "W06-1615" }])).toBe("https://aclanthology.org/W06-1615");
  expect(persistentAddress([])).toBeNull();
});
