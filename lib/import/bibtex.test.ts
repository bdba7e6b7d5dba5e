import { describe, expect, it } from "vitest";
import { detectBibtex, parseBibtex } from "./bibtex";
import { UnreadableFileError } from "./record";
import { LIST_FILES } from "./testing/list-files";
import { chunksOf, collect, ofKind } from "./testing/read-text";

const read = (text: string) => collect(parseBibtex(chunksOf(text)));
const firstWork = async (text: string) => ofKind(await read(text), "work")[0];
const field = async (inner: string) =>
  (await firstWork(`@article{a, title={T of a work}, ${inner}}`))?.fields;

describe("parseBibtex", () => {
  it("reads abbreviations, joined values, LaTeX, particles, groups and a list that goes on", async () => {
    expect(await firstWork(LIST_FILES.bibtex ?? "")).toEqual({
      kind: "work",
      key: "doi:10.5555/gravel.1",
      identifiers: [{ scheme: "doi", value: "10.5555/gravel.1" }],
      fields: {
        title: "Gravel slows wheels by n<sup>2</sup> in CO<sub>2</sub>",
        authors: [
          { name: "Anna van der Berg", family: "van der Berg", given: "Anna" },
          { name: "Björn Mårtensson", family: "Mårtensson", given: "Björn" },
          { name: "The Gravel Group" },
        ],
        authorsComplete: false,
        published: "2021-04-07",
        venue: "Journal of Wheels",
        abstract: "We roll <i>twelve</i> wheels – all round.",
      },
      source: "bibtex",
    });
  });

  it("takes year and venue from the entry that another refers to, wherever it stands", async () => {
    const works = ofKind(await read(LIST_FILES.bibtex ?? ""), "work");
    expect(works.find(({ fields }) => fields.title === "Painted wheels")?.fields).toMatchObject({
      published: "1999",
      venue: "Proceedings of the Wheel Symposium",
    });
  });

  it("names editors of a volume that has no authors, and not those of a paper", async () => {
    expect(
      (await firstWork("@proceedings{p, title={All wheels turn here}, editor={Ro, Ira}}"))?.fields.authors,
    ).toHaveLength(1);
    expect((await field("editor={Ro, Ira}"))?.authors).toBeUndefined();
  });

  it("rejects an entry that names no work, with its place", async () => {
    expect(ofKind(await read("\n@book{nothing, year = 1990}"), "rejected")).toEqual([
      {
        kind: "rejected",
        where: "line 2 (nothing)",
        reason: "The entry has no title and no identifier that can be read.",
      },
    ]);
  });

  it("tells an abbreviation that nobody defined once, and leaves it out", async () => {
    const parsed = await read(
      "@article{a, title={One of a kind}, journal=jx}\n@article{b, title={Two of a kind}, journal=jx}",
    );
    expect(ofKind(parsed, "warning")).toEqual([
      {
        kind: "warning",
        where: "line 1 (a)",
        message: 'The abbreviation "jx" is not defined in the file and is left out.',
      },
    ]);
    expect(ofKind(parsed, "work").map(({ fields }) => fields.venue)).toEqual([undefined, undefined]);
  });

  it("refuses a text without an entry", async () => {
    await expect(read("just words")).rejects.toThrow(
      new UnreadableFileError("The file holds no BibTeX entry."),
    );
  });
});

describe("an entry whose braces do not match", () => {
  const NEXT = "\n@article{next, title={The next one of them}, year=1999}";

  it.each([
    [
      "a brace that is not closed in a title",
      "@article{a,\n title = {Square {wheels turn},\n year = {2003}\n}",
    ],
    ["the same on one line", "@article{a, title = {Square {wheels turn}, year = {2003}}"],
    ["a brace too many", "@article{a,\n title = {Square wheels} turn},\n year = {2003}\n}"],
    ["a quotation that is not closed", '@article{a,\n title = "Square wheels turn,\n year = {2003}\n}'],
    ["an entry that is not closed", "@article{a,\n title = {Square wheels turn},\n year = {2003}\n"],
    ["a comma that is missing", "@article{a,\n title = {Square wheels turn}\n year = {2003}\n}"],
    ["a backslash before a brace", String.raw`@article{a, title = {Square wheels turn\}}, year = {2003}}`],
  ])("is read all the same: %s", async (_, entry) => {
    const works = ofKind(await read(entry + NEXT), "work");
    expect(works.map(({ fields }) => fields.published)).toEqual(["2003", "1999"]);
    expect(works[0]?.fields.title).toMatch(/^Square wheels/);
  });

  it("is told of", async () => {
    const parsed = await read(`@article{a,\n title = {Square {wheels},\n year = {2003}\n}${NEXT}`);
    expect(ofKind(parsed, "warning")).toEqual([
      {
        kind: "warning",
        where: "line 1 (a)",
        message: "The braces of the entry do not match; it was read line by line.",
      },
    ]);
  });
});

describe("what a field says", () => {
  it.each([
    ["year = {1985a}", "1985"],
    ["year = {1995--1996}", "1995"],
    ["year = 2021, month = {10~} # mar", "2021-03-10"],
    ["year = 2021, month = 3, day = 9", "2021-03-09"],
    ["year = 2021, month = {June-July}", "2021-06"],
    ["date = {2005-08-13/2006-01}", "2005-08-13"],
    ["date = {2005-08}", "2005-08"],
    ["year = {forthcoming}", undefined],
  ])("the date of %s is %s", async (inner, published) => {
    expect((await field(inner))?.published).toBe(published);
  });

  it.each([
    ["doi = {https://doi.org/10.5555/a\\_b}", "doi:10.5555/a_b"],
    ["eprint = {2101.00001}, archiveprefix = {arXiv}", "arxiv:2101.00001"],
    ["eprint = {2101.00001v2}, eprinttype = {arxiv}", "arxiv:2101.00001"],
    ["journal = {arXiv preprint arXiv:2101.00001}", "arxiv:2101.00001"],
    ["journal = {CoRR}, volume = {abs/2101.00001}", "arxiv:2101.00001"],
    ["url = {https://arxiv.org/abs/2101.00001}", "arxiv:2101.00001"],
    ["howpublished = {\\url{https://doi.org/10.5555/x}}", "doi:10.5555/x"],
    ["note = {{PMID:} 23439512}", "pmid:23439512"],
    ["eprint = {2101.00001}, archiveprefix = {HAL}", undefined],
    ["url = {https://example.org/10.5555/x}", undefined],
  ])("%s names %s", async (inner, named) => {
    const [one] = (await firstWork(`@article{a, title={T of a work}, ${inner}}`))?.identifiers ?? [];
    expect(one && `${one.scheme}:${one.value}`).toBe(named);
  });

  it.each([
    ["Ro, Ira and Wei Li", ["Ira Ro", "Wei Li"]],
    ["{Ro and Li Inc.} and Ian {Iliad Ipswich}", ["Ro and Li Inc.", "Ian Iliad Ipswich"]],
    ["given=Alfred, family=Adler", ["Alfred Adler"]],
    ["Hal Daum{\\'e} III", ["Hal Daumé III"]],
    ["Smith J. and", ["J. Smith"]],
  ])("the authors of %s", async (author, names) => {
    expect((await field(`author = {${author}}`))?.authors?.map(({ name }) => name)).toEqual(names);
  });

  it.each([
    ["journal = {arXiv preprint arXiv:2101.00001}", "arXiv"],
    ["booktitle = {13th \\{USENIX\\} Symposium}", "13th USENIX Symposium"],
    ["school = {Wheel University}", "Wheel University"],
  ])("the venue of %s is %s", async (inner, venue) => {
    expect((await field(inner))?.venue).toBe(venue);
  });
});

describe("detectBibtex", () => {
  it.each([["@article{a,"], ["% words\n\n  @Book { key:1 ,\n"], ["@string{a = 1}"], ["@inproceedings(x,"]])(
    "knows %s",
    (head) => {
      expect(detectBibtex(head)).toBe(true);
    },
  );

  it.each([["@someone wrote {this, and that"], ["mail a@article{x"], ['{"@article{a,": 1}']])(
    "does not take %s",
    (head) => {
      expect(detectBibtex(head)).toBe(false);
    },
  );
});
