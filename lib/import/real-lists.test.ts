import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { hasRealData, listReal, NO_REAL_DATA, readReal, readRealBytes } from "@/db/testing/real-data";
import { parsePartialDate } from "@/lib/citation/partial-date";
import { detectFormat } from "./formats";
import { type Parsed, UnreadableFileError, type WorkRecord } from "./record";
import { chunksOf, collect, expectSound, ofKind } from "./testing/read-text";

const withReason = (title: string) => `${title}${hasRealData ? "" : ` (skipped: ${NO_REAL_DATA})`}`;

/** Reads a text in the format that it is found to be. */
async function read(text: string): Promise<{ format: string | undefined; parsed: Parsed[] }> {
  const format = detectFormat(text);
  return { format: format?.name, parsed: format ? await collect(format.parse(chunksOf(text))) : [] };
}

const figures = (parsed: readonly Parsed[]) => ({
  listed: ofKind(parsed, "listed").length,
  rejected: ofKind(parsed, "rejected").map(({ where }) => where),
});

describe.skipIf(!hasRealData)(withReason("real BibTeX files"), () => {
  test("all 5,031 entries of a research group are read", async () => {
    const { format, parsed } = await read(
      gunzipSync(readRealBytes("exchange/bibtex/refdb_all.bib.gz")).toString("utf8"),
    );
    expect(format).toBe("bibtex");
    expect(figures(parsed)).toEqual({ listed: 5031, rejected: [] });
  });

  test("2,145 of 2,157 messy entries are read; the other 12 have no title", async () => {
    const { parsed } = await read(readReal("exchange/bibtex/papers_messy.bib"));
    expect(figures(parsed)).toEqual({
      listed: 2145,
      rejected: [
        "line 707 (Bachoore04)",
        "line 791 (BakkerLT94)",
        "line 1578 (BodlaenderKKM92)",
        "line 1893 (BodlaenderK04a)",
        "line 1934 (Bodlaender05a)",
        "line 3693 (Cook96)",
        "line 5662 (FellowsPC)",
        "line 5727 (Fellows89)",
        "line 9744 (Kloks)",
        "line 10095 (Kratsch04)",
        "line 12198 (Parra95)",
        "line 13312 (Saurabh09)",
      ],
    });
  });

  test.each([
    ["biblatex-examples.bib", 101, 28],
    ["biber_crossrefs.bib", 34, 12],
    ["biber_dateformats.bib", 30, 4],
    ["biber_names.bib", 0, 38],
    ["jabref_bibWithMixedContent.bib", 1, 0],
    ["jabref_utf8-bom.bib", 2, 0],
    ["encoding2.bib", 1, 0],
  ])("of %s %i entries are read and %i have neither title nor identifier", async (file, listed, rejected) => {
    const { parsed } = await read(readReal(`exchange/bibtex/${file}`));
    expect(figures(parsed).listed).toBe(listed);
    expect(ofKind(parsed, "rejected").map(({ reason }) => reason)).toEqual(
      Array(rejected).fill("The entry has no title and no identifier that can be read."),
    );
    for (const one of parsed) expectSound(one);
  });
});

describe.skipIf(!hasRealData)(withReason("real answers of arXiv and PubMed"), () => {
  const files = hasRealData
    ? [
        ...listReal("api/arxiv").map((file) => `api/arxiv/${file}`),
        ...listReal("api/pubmed").map((file) => `api/pubmed/${file}`),
      ]
    : [];

  test.each(files)("%s is read, or says why not", async (file) => {
    try {
      const { parsed } = await read(readReal(file));
      const { listed, rejected } = figures(parsed);
      expect(listed + rejected.length).toBeGreaterThan(0);
      for (const one of parsed) expectSound(one);
      for (const { fields } of ofKind(parsed, "work"))
        expect(JSON.stringify(fields)).not.toMatch(/Ã|â€|&[a-z]+;/u);
    } catch (error) {
      expect(error).toEqual(new UnreadableFileError("arXiv's answer lists no papers: none was found."));
    }
  });
});

interface Expected {
  title?: string;
  caseName?: string;
  nameOfAct?: string;
  subject?: string;
  date?: string;
  issueDate?: string;
  DOI?: string;
  extra?: string;
  creators?: { firstName?: string; lastName?: string; creatorType: string }[];
}

/** What Zotero calls people who did not write the work. */
const NO_AUTHORS = new Set(["editor", "seriesEditor", "translator", "contributor", "recipient"]);

/** Names without the full stops that Zotero sets behind initials; titles without theirs, and without markup. */
const bareName = (name: string) => name.replaceAll(".", "").replace(/\s+/gu, " ").trim();
const bareTitle = (title = "") =>
  title
    .replace(/<[^>]*>/gu, "")
    .normalize("NFKD")
    .replace(/\s+/gu, " ")
    .replace(/\.$/u, "")
    .trim();

function compare(expected: Expected, { fields, identifiers }: WorkRecord): string[] {
  const title = expected.title ?? expected.caseName ?? expected.nameOfAct ?? expected.subject;
  const names = (expected.creators ?? [])
    .filter(({ creatorType }) => !NO_AUTHORS.has(creatorType))
    .map(({ firstName, lastName }) => bareName([firstName, lastName].filter(Boolean).join(" ")));
  const doi = expected.DOI ?? /^DOI: (\S+)/mu.exec(expected.extra ?? "")?.[1];
  const printed = expected.date ?? expected.issueDate;
  const date = printed && (parsePartialDate(printed) ?? printed);
  const differs = {
    title: bareTitle(title) !== bareTitle(fields.title),
    creators: names.join("; ") !== (fields.authors ?? []).map(({ name }) => bareName(name)).join("; "),
    date: date !== fields.published,
    DOI: doi?.toLowerCase() !== identifiers.find(({ scheme }) => scheme === "doi")?.value,
  };
  return Object.entries(differs).flatMap(([what, isSo]) => (isSo ? [what] : []));
}

/** Zotero's inputs with the number of items and what differs, each with its reason. */
const ZOTERO: readonly [file: string, items: number, differences: string[]][] = [
  ["bibtex/00.bib", 1, []],
  // We take the year of the volume that the paper refers to, and the editors of the volume as its authors.
  [
    "bibtex/02.bib",
    2,
    ["Proceedings of the Xth Conference on XYZ: creators", "Some publication title: date"],
  ],
  ["bibtex/04.bib", 1, []],
  ["bibtex/06.bib", 1, []],
  ["bibtex/08.bib", 7, []],
  ["bibtex/10.bib", 1, []],
  ["bibtex/12.bib", 1, []],
  ["bibtex/14.bib", 1, []],
  ["bibtex/16.bib", 1, []],
  // Written with doubled backslashes, which mean a line break in LaTeX; Zotero keeps one of them.
  ["bibtex/18.bib", 1, ["The impossible TEL—book: creators"]],
  ["bibtex/20.bib", 1, []],
  ["bibtex/22.bib", 1, []],
  ["medline_nbib/00.nbib", 1, []],
  ["medline_nbib/02.nbib", 1, []],
  // ERIC gives the DOI as an address, which Zotero does not look into, and a number where the date stands.
  ["medline_nbib/04.nbib", 3, ["Test-Taker Perception of and Test Perfor: date, DOI"]],
  ["medline_nbib/06.nbib", 4, ["From Here to There! Elementary: A Game-B: DOI"]],
  ["medline_nbib/08.nbib", 1, []],
  // Editors stand for the authors of a book that has none.
  ["endnote_xml/00.xml", 9, ["Beyond varieties of capitalism : Conflic: creators"]],
  // "Jr." is printed behind the family name.
  ["endnote_xml/02.xml", 2, ["A test item (without a citekey): creators"]],
  ["pubmed_xml/00.xml", 2, []],
  ["pubmed_xml/02.xml", 2, []],
  ["pubmed_xml/04.xml", 1, []],
  ["pubmed_xml/06.xml", 1, []],
  ["pubmed_xml/08.xml", 1, []],
  ["pubmed_xml/10.xml", 1, []],
  // Zotero writes the date as "2/2017" and the like, month first.
  ["crossref_unixref/00.xml", 1, ["6.1 A 56Gb/s PAM-4/NRZ transceiver in 40: date"]],
  ["crossref_unixref/02.xml", 1, ["The Chinese Hukou System at 50: date"]],
  ["crossref_unixref/04.xml", 1, []],
  // Zotero writes "[No title found]"; we leave the title out.
  ["crossref_unixref/06.xml", 1, [": title"]],
  // A control character of cp1252 is a dash to us, and nothing to Zotero.
  ["crossref_unixref/08.xml", 1, ["Scientific Stewardship in the Open Data : title, date"]],
  ["crossref_unixref/10.xml", 1, []],
  ["ris/00.ris", 1, []],
  ["ris/06.ris", 1, []],
  ["ris/08.ris", 1, []],
  ["ris/10.ris", 1, []],
];

describe.skipIf(!hasRealData)(withReason("the files that Zotero is tested with"), () => {
  test.each(ZOTERO)(
    "%s gives %i items that differ from Zotero's in nothing but %j",
    async (file, items, differences) => {
      const { parsed } = await read(readReal(`exchange/zotero/${file}`));
      const expected: Expected[] = JSON.parse(
        readReal(`exchange/zotero/${file.replace(/\.\w+$/u, ".expected.json")}`),
      );
      const works = ofKind(parsed, "listed").map(({ work }) =>
        ofKind(parsed, "work").find(({ key }) => key === work),
      );
      expect(works).toHaveLength(items);
      expect(expected).toHaveLength(items);
      const found = works.flatMap((work, index) => {
        const item =
          expected.find(({ title }) => bareTitle(title) === bareTitle(work?.fields.title)) ?? expected[index];
        const differs = work && item ? compare(item, work) : ["missing"];
        return differs.length > 0
          ? [`${bareTitle(work?.fields.title).slice(0, 40)}: ${differs.join(", ")}`]
          : [];
      });
      expect(found).toEqual(differences);
    },
  );

  test("the two templates of RIS, with words for dates, give all their entries but one that has no title", async () => {
    const entries = await Promise.all(
      ["02", "04"].map(async (name) =>
        figures((await read(readReal(`exchange/zotero/ris/${name}.ris`))).parsed),
      ),
    );
    expect(entries).toEqual([
      { listed: 48, rejected: [] },
      { listed: 38, rejected: ["line 592"] },
    ]);
  });
});
