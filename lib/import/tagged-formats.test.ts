import { describe, expect, it } from "vitest";
import { parseMedline } from "./medline";
import { parseRis } from "./ris";
import { LIST_FILES } from "./testing/list-files";
import { chunksOf, collect, ofKind } from "./testing/read-text";

const ris = async (text: string) => ofKind(await collect(parseRis(chunksOf(text))), "work");
const medline = async (text: string) => ofKind(await collect(parseMedline(chunksOf(text))), "work");

describe("parseRis", () => {
  it("reads authors under both tags in their order, lines that go on, and the precise date", async () => {
    expect((await ris(LIST_FILES.ris ?? ""))[0]?.fields).toEqual({
      title: "Gravel slows wheels by a third",
      authors: [
        { name: "Anna van der Berg", family: "van der Berg", given: "Anna" },
        { name: "Björn Mårtensson", family: "Mårtensson", given: "Björn" },
      ],
      authorsComplete: false,
      published: "2021-04-07",
      venue: "Journal of Wheels",
      abstract: "We roll twelve wheels.",
    });
  });

  it("begins an entry at its type even where the one before was not closed", async () => {
    const works = await ris(LIST_FILES.ris ?? "");
    expect(works.map(({ fields }) => fields.title)).toContain("Painted wheels");
  });

  it.each([
    ["PY  - 2012/07/03/", "2012-07-03"],
    ["PY  - 2012///", "2012"],
    ["Y1  - 2012/07//spring", "2012-07"],
    ["DA  - 2012-07-03", "2012-07-03"],
    ["DA  - 3 July 2012", "2012-07-03"],
    ["PY  - 2012\nDA  - 2013/01/01", "2012"],
    ["PY  - Year", undefined],
  ])("the date of %s is %s", async (line, published) => {
    expect((await ris(`TY  - JOUR\nTI  - One of a kind\n${line}\nER  - `))[0]?.fields.published).toBe(
      published,
    );
  });

  it.each([
    ["DO  - doi:10.5555/x", ["doi:10.5555/x"]],
    ["M3  - doi: 10.5555/x", ["doi:10.5555/x"]],
    ["M3  - Article", []],
    ["UR  - https://doi.org/10.5555/x", ["doi:10.5555/x"]],
    ["AN  - 23439512\nDB  - PubMed", ["pmid:23439512"]],
    ["AN  - 23439512", []],
    ["C2  - PMC123456", ["pmcid:PMC123456"]],
  ])("%s names %s", async (line, named) => {
    const [work] = await ris(`TY  - JOUR\nTI  - One of a kind\n${line}\nER  - `);
    expect(work?.identifiers.map(({ scheme, value }) => `${scheme}:${value}`)).toEqual(named);
  });
});

describe("parseMedline", () => {
  it("reads full names before short ones, groups, the DOI and that it was retracted", async () => {
    expect((await medline(LIST_FILES.medline ?? ""))[0]).toEqual({
      kind: "work",
      key: "doi:10.5555/gravel.1",
      identifiers: [
        { scheme: "doi", value: "10.5555/gravel.1" },
        { scheme: "pmid", value: "12345678" },
      ],
      fields: {
        title: "Gravel slows wheels: twelve roads in one year",
        authors: [
          { name: "Anna van der Berg", family: "van der Berg", given: "Anna" },
          { name: "Björn Mårtensson", family: "Mårtensson", given: "Björn" },
          { name: "The Gravel Group" },
        ],
        published: "2021-04-07",
        venue: "Journal of wheels",
        abstract: "We roll twelve wheels.",
        notices: [
          {
            kind: "retracted",
            note: "J Wheels. 2022 May;3(1):9. PMID: 23456789",
            url: "https://pubmed.ncbi.nlm.nih.gov/23456789",
          },
        ],
      },
      source: "pubmed",
    });
  });

  it("takes initials off a short name, and the brackets off a translated title", async () => {
    expect((await medline(LIST_FILES.medline ?? ""))[1]?.fields).toEqual({
      title: "Painted wheels",
      authors: [{ name: "W Li", family: "Li", given: "W" }],
      authorsComplete: false,
      published: "1998-12",
    });
  });

  it("reads entries that begin without a number, as ERIC writes them", async () => {
    const text =
      "OWN - ERIC\nTI  - One of a kind\nDP  - Apr 2019\n\nOWN - ERIC\nTI  - Two of a kind\nAID - http://dx.doi.org/10.5555/x\n";
    expect((await medline(text)).map(({ key, fields }) => [key, fields.published])).toEqual([
      ["title:one of a kind|2019|", "2019-04"],
      ["doi:10.5555/x", undefined],
    ]);
  });
});
