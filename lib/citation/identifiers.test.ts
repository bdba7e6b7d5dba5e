import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compareIdentifiers,
  IDENTIFIER_SCHEMES,
  identifierLabel,
  identifierUrl,
  normaliseIdentifier,
  parseIdentifier,
} from "@/lib/citation/identifiers";

const HASH = "0123456789abcdef0123456789abcdef01234567";
const PITH_NUMBER = "ABCDEFGHIJKLMNOPQRSTUVWX23";

const wildText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc
    .array(
      fc.constantFrom(
        ...[
          "doi:",
          "https://",
          "doi.org/",
          "10.1000/",
          "arxiv.org/abs/",
          "10.48550/arXiv.",
          "2104.10350",
          "v2",
        ],
        ...[
          "math.GT/0309136",
          "pmid ",
          "0012",
          "PMC",
          "acl:",
          "W04-1013",
          "pith:",
          "2017:",
          PITH_NUMBER,
          HASH,
        ],
        ...["%2F", "%", "(", ")", "<", ">", "?", "#", ".", " ", "\u200b", "é", "Σ"],
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join("")),
);

describe("parseIdentifier", () => {
  it.each([
    ["https://doi.org/10.1038/NATURE14539", "doi", "10.1038/nature14539"],
    ["http://dx.doi.org/10.1000/182", "doi", "10.1000/182"],
    ["doi.org/10.1000/182", "doi", "10.1000/182"],
    ["doi:https://doi.org/10.1000/182", "doi", "10.1000/182"],
    ["DOI: 10.1000/182.", "doi", "10.1000/182"],
    ["10.1000/182", "doi", "10.1000/182"],
    ["https://doi.org/10.1000/182?utm_source=mail#top", "doi", "10.1000/182"],
    ["info:doi/10.1000/182", "doi", "10.1000/182"],
    ["<https://doi.org/10.1000/182>.", "doi", "10.1000/182"],
    ["https://doi.org/10.48550/arXiv.2104.10350", "arxiv", "2104.10350"],
    ["doi:10.48550/arXiv.math/0309136", "arxiv", "math/0309136"],
    ["https://arxiv.org/abs/2104.10350v3", "arxiv", "2104.10350"],
    ["arxiv.org/pdf/2104.10350v1.pdf", "arxiv", "2104.10350"],
    ["https://arxiv.org/abs/math.GT/0309136", "arxiv", "math/0309136"],
    ["arXiv:hep-th/9901001", "arxiv", "hep-th/9901001"],
    ["2104.10350", "arxiv", "2104.10350"],
    ["https://openalex.org/W2741809807", "openalex", "W2741809807"],
    ["https://openalex.org/works/w2741809807", "openalex", "W2741809807"],
    [`https://www.semanticscholar.org/paper/A-Title/${HASH.toUpperCase()}`, "s2", HASH],
    [`https://www.semanticscholar.org/paper/${HASH}/`, "s2", HASH],
    [`s2:${HASH}`, "s2", HASH],
    [`Semantic Scholar ${HASH}`, "s2", HASH],
    ["https://pubmed.ncbi.nlm.nih.gov/29456894/", "pmid", "29456894"],
    ["https://www.ncbi.nlm.nih.gov/pubmed/29456894", "pmid", "29456894"],
    ["PMID: 0029456894", "pmid", "29456894"],
    ["https://pmc.ncbi.nlm.nih.gov/articles/PMC5815332/", "pmcid", "PMC5815332"],
    ["https://www.ncbi.nlm.nih.gov/pmc/articles/PMC5815332/pdf/main.pdf", "pmcid", "PMC5815332"],
    ["pmc5815332", "pmcid", "PMC5815332"],
    ["https://aclanthology.org/W04-1013/", "acl", "W04-1013"],
    ["https://aclanthology.org/2020.acl-main.1.pdf", "acl", "2020.acl-main.1"],
    ["https://www.aclweb.org/anthology/P/P02/P02-1053", "acl", "P02-1053"],
    ["acl:w04-1013", "acl", "W04-1013"],
    [`https://pith.science/pith/${PITH_NUMBER}`, "pith", PITH_NUMBER],
    [`pith:2017:${PITH_NUMBER.toLowerCase()}`, "pith", PITH_NUMBER],
    ["https://pith.science/paper/2104.10350", "arxiv", "2104.10350"],
    ["  \u200bdoi:10.1000/182\u00a0", "doi", "10.1000/182"],
  ])("reads %s as %s %s", (text, scheme, value) => {
    expect(parseIdentifier(text)).toEqual({ scheme, value });
  });

  it.each([
    "",
    "a title",
    "12345678",
    "CorpusId:12345",
    "isbn:9780262033848",
    "https://example.org/10.1000/182",
    "https://www.semanticscholar.org/author/12345",
    "https://openalex.org/A5023888391",
    "https://aclanthology.org/volumes/W04-10/",
    "pith:ABCDEFGH",
    `doi:10.1000/${"a".repeat(400)}`,
  ])("does not read %j", (text) => {
    expect(parseIdentifier(text)).toBeNull();
  });

  it("refuses a text too long to hold an identifier, however it goes on", () => {
    expect(parseIdentifier("doi:".repeat(100_000))).toBeNull();
    expect(parseIdentifier(`https://doi.org/10.1000/182?${"x".repeat(2000)}`)).toBeNull();
    expect(normaliseIdentifier("doi", `10.1000/182${" ".repeat(2000)}`)).toBeNull();
  });

  it("reads back every label and every address that it stands for", () => {
    fc.assert(
      fc.property(wildText, (text) => {
        const found = parseIdentifier(text);
        if (found === null) return;
        expect(parseIdentifier(identifierLabel(found))).toEqual(found);
        expect(parseIdentifier(identifierUrl(found))).toEqual(found);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("normaliseIdentifier", () => {
  it.each([
    ["openalex", "w2741809807", "W2741809807"],
    ["pmid", "0029456894", "29456894"],
    ["pmcid", "PMC5815332.2", "PMC5815332"],
    ["pmcid", "5815332", "PMC5815332"],
    ["acl", "2020.ACL-main.1", "2020.acl-main.1"],
    ["acl", "P19-1001v2", "P19-1001"],
    ["s2", HASH.toUpperCase(), HASH],
  ] as const)("takes the %s %s bare and gives %s", (scheme, raw, value) => {
    expect(normaliseIdentifier(scheme, raw)).toEqual({ scheme, value });
  });

  it("turns the DOI that arXiv gives into the arXiv identifier", () => {
    expect(normaliseIdentifier("doi", "10.48550/ARXIV.2104.10350")).toEqual({
      scheme: "arxiv",
      value: "2104.10350",
    });
  });

  it("keeps a DOI under arXiv's prefix that names no paper", () => {
    expect(normaliseIdentifier("doi", "10.48550/arXiv.overview")).toEqual({
      scheme: "doi",
      value: "10.48550/arxiv.overview",
    });
  });

  it.each([
    ["doi", "https://openalex.org/W2741809807"],
    ["pmid", "PMC5815332"],
    ["pmid", "0"],
    ["pmcid", "PMC0"],
    ["arxiv", "10.1000/182"],
    ["s2", "CorpusId:12345"],
    ["openalex", "2741809807"],
    ["pith", "ABCDEFGH"],
  ] as const)("refuses as %s what is none: %j", (scheme, raw) => {
    expect(normaliseIdentifier(scheme, raw)).toBeNull();
  });

  it("throws on no text, and leaves a normalised identifier as it is", () => {
    fc.assert(
      fc.property(fc.constantFrom(...IDENTIFIER_SCHEMES), wildText, (scheme, text) => {
        const found = normaliseIdentifier(scheme, text);
        if (found === null) return;
        expect(normaliseIdentifier(found.scheme, found.value)).toEqual(found);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("identifierUrl and identifierLabel", () => {
  it.each([
    ["doi", "10.1000/a<b>#c?d", "https://doi.org/10.1000/a%3Cb%3E%23c%3Fd", "doi:10.1000/a<b>#c?d"],
    ["arxiv", "hep-th/9901001", "https://arxiv.org/abs/hep-th/9901001", "arXiv:hep-th/9901001"],
    ["openalex", "W2741809807", "https://openalex.org/W2741809807", "OpenAlex W2741809807"],
    ["s2", HASH, `https://www.semanticscholar.org/paper/${HASH}`, `Semantic Scholar ${HASH}`],
    ["pmid", "29456894", "https://pubmed.ncbi.nlm.nih.gov/29456894", "PMID 29456894"],
    ["pmcid", "PMC5815332", "https://pmc.ncbi.nlm.nih.gov/articles/PMC5815332", "PMC5815332"],
    ["acl", "W04-1013", "https://aclanthology.org/W04-1013", "ACL W04-1013"],
    ["pith", PITH_NUMBER, `https://pith.science/pith/${PITH_NUMBER}`, `pith:${PITH_NUMBER}`],
  ] as const)("show the %s %s so that it can be read back", (scheme, value, url, label) => {
    expect(identifierUrl({ scheme, value })).toBe(url);
    expect(identifierLabel({ scheme, value })).toBe(label);
    expect(parseIdentifier(url)).toEqual({ scheme, value });
    expect(parseIdentifier(label)).toEqual({ scheme, value });
  });

  it("survive half a character", () => {
    expect(identifierUrl({ scheme: "doi", value: "10.1000/\ud800" })).toBe(
      "https://doi.org/10.1000/%EF%BF%BD",
    );
  });
});

describe("compareIdentifiers", () => {
  it("sorts by the order of the schemes, then by value", () => {
    const sorted = [
      { scheme: "doi", value: "10.1000/1" },
      { scheme: "doi", value: "10.1000/2" },
      { scheme: "arxiv", value: "2104.10350" },
      { scheme: "pmid", value: "1" },
      { scheme: "acl", value: "W04-1013" },
    ] as const;
    expect([...sorted].reverse().sort(compareIdentifiers)).toEqual(sorted);
  });

  it("tells greater from equal", () => {
    expect(compareIdentifiers({ scheme: "pmid", value: "2" }, { scheme: "pmid", value: "1" })).toBe(1);
    expect(compareIdentifiers({ scheme: "pmid", value: "1" }, { scheme: "pmid", value: "1" })).toBe(0);
  });
});
