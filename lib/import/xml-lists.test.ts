import { describe, expect, it } from "vitest";
import { parseArxivAtom } from "./arxiv-atom";
import { parseCrossrefUnixref } from "./crossref-unixref";
import { parseEndnoteXml } from "./endnote-xml";
import { parsePubmedXml } from "./pubmed-xml";
import { LIST_FILES } from "./testing/list-files";
import { chunksOf, collect, ofKind } from "./testing/read-text";

const BERG = { name: "Anna van der Berg", family: "van der Berg", given: "Anna" };
const MARTENSSON = { name: "Björn Mårtensson", family: "Mårtensson", given: "Björn" };
const GROUP = { name: "The Gravel Group" };
const ORCID = "0000-0001-2345-678X";
const DOI = { scheme: "doi", value: "10.5555/gravel.1" };

describe("parseArxivAtom", () => {
  it("reads papers with LaTeX and broken letters made text, and that one was withdrawn", async () => {
    const [work] = ofKind(await collect(parseArxivAtom(chunksOf(LIST_FILES["arxiv-atom"] ?? ""))), "work");
    expect(work).toMatchObject({
      identifiers: [DOI, { scheme: "arxiv", value: "2104.00001" }],
      fields: {
        title: "Gravel slows wheels by n<sup>2</sup>",
        authors: [BERG, MARTENSSON],
        published: "2021-04-07",
        venue: "arXiv",
        fields: ["cs.WH"],
        notices: [{ kind: "withdrawn", note: "This paper has been withdrawn by the authors" }],
      },
      source: "arxiv",
    });
  });

  it("says what arXiv answered in place of a paper, and that it found none", async () => {
    expect(
      ofKind(await collect(parseArxivAtom(chunksOf(LIST_FILES["arxiv-atom"] ?? ""))), "rejected"),
    ).toEqual([
      {
        kind: "rejected",
        where: "line 10",
        reason: "arXiv answered with an error: incorrect id format for x.",
      },
    ]);
    await expect(
      collect(parseArxivAtom(chunksOf("<feed><id>https://arxiv.org/x</id></feed>"))),
    ).rejects.toThrow("arXiv's answer lists no papers: none was found.");
  });
});

describe("parseEndnoteXml", () => {
  it("reads styled text, groups by their comma, and the day beside the year", async () => {
    const [work] = ofKind(await collect(parseEndnoteXml(chunksOf(LIST_FILES["endnote-xml"] ?? ""))), "work");
    expect(work?.fields).toEqual({
      title: "Gravel slows <i>round</i> wheels",
      authors: [BERG, MARTENSSON, GROUP],
      published: "2021-04-07",
      venue: "Journal of Wheels",
    });
  });
});

describe("parsePubmedXml", () => {
  const parsed = () => collect(parsePubmedXml(chunksOf(LIST_FILES["pubmed-xml"] ?? "")));

  it("reads markup, labelled parts of the abstract, ORCID iDs, an open list of authors and a correction", async () => {
    expect(ofKind(await parsed(), "work")[0]).toMatchObject({
      identifiers: [DOI, { scheme: "pmid", value: "12345678" }],
      fields: {
        title: "Gravel slows <i>round</i> wheels in CO<sub>2</sub>",
        authors: [{ ...BERG, orcid: ORCID }, GROUP],
        authorsComplete: false,
        published: "2021-04-07",
        abstract: "METHODS: We roll twelve wheels.\n\nRESULTS: They turn.",
        notices: [{ kind: "corrected", url: "https://pubmed.ncbi.nlm.nih.gov/23456789" }],
      },
    });
  });

  it("gives references that have an identifier and counts those without", async () => {
    expect(ofKind(await parsed(), "reference")).toEqual([
      { kind: "reference", citing: "doi:10.5555/gravel.1", cited: "pmid:12345679" },
    ]);
    expect(ofKind(await parsed(), "warning")[0]?.message).toBe(
      "1 of 2 references have no identifier and are left out.",
    );
  });

  it("reads books with their publisher", async () => {
    expect(ofKind(await parsed(), "work").at(-1)?.fields).toEqual({
      title: "Wheels and Roads",
      published: "1999",
      venue: "Wheel Press",
    });
  });
});

describe("parseCrossrefUnixref", () => {
  const parsed = () => collect(parseCrossrefUnixref(chunksOf(LIST_FILES["crossref-unixref"] ?? "")));

  it("reads the article of a journal with its subtitle, its authors without editors, and the earliest date", async () => {
    expect(ofKind(await parsed(), "work")[0]).toMatchObject({
      identifiers: [DOI],
      fields: {
        title: "Gravel slows <i>round</i> wheels: A study",
        authors: [{ ...BERG, orcid: ORCID }, GROUP],
        published: "2021-04-07",
        venue: "Journal of Wheels",
        abstract: "We roll twelve wheels.",
      },
      source: "crossref",
    });
  });

  it("gives references by DOI or by what was deposited, and counts those without either", async () => {
    expect(ofKind(await parsed(), "reference").map(({ cited }) => cited)).toEqual([
      "doi:10.5555/paint",
      "title:wheels and roads of the north|1999|li",
    ]);
    expect(ofKind(await parsed(), "warning")[0]?.message).toBe(
      "1 of 3 references have neither a DOI nor a title and are left out.",
    );
  });

  it("says what Crossref answered in place of a work", async () => {
    expect(ofKind(await parsed(), "rejected")[0]?.reason).toBe(
      "Crossref answered with an error: DOI not found.",
    );
  });
});
