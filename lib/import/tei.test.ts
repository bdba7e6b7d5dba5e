import { describe, expect, it } from "vitest";
import { UnreadableFileError } from "./record";
import { detectTei, parseTei } from "./tei";
import {
  contextLines,
  expectSameInChunks,
  expectSurvivesDamage,
  expectWhole,
} from "./testing/expect-full-text";
import { JATS, TEI } from "./testing/full-texts";
import { chunksOf, collect, ofKind } from "./testing/read-text";

const parse = (text: string) => collect(parseTei(chunksOf(text)));

/** A paper around what is given. */
const paper = (body: string, refs: string) =>
  parse(
    `<TEI><teiHeader><fileDesc><titleStmt><title>Moss in four words</title></titleStmt></fileDesc></teiHeader><text><body>${body}</body><back><listBibl>${refs}</listBibl></back></text></TEI>`,
  );

describe("detectTei", () => {
  it("knows a paper of GROBID, and a collection of them", () => {
    expect(detectTei(TEI)).toBe(true);
    expect(detectTei('<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><TEI>')).toBe(true);
  });

  it.each([
    ["JATS", JATS],
    ["a text that speaks of it", "<p>A <TEI> has a <teiHeader>.</p>"],
    ["nothing", ""],
  ])("leaves %s alone", (_, head) => {
    expect(detectTei(head)).toBe(false);
  });
});

describe("parseTei", () => {
  it("reads the citing work without the institutes that stand among its authors", async () => {
    const [work] = ofKind(await parse(TEI), "work");
    expect(work).toEqual({
      kind: "work",
      key: "doi:10.5555/night",
      identifiers: [{ scheme: "doi", value: "10.5555/night" }],
      fields: {
        title: "Counting moss by night",
        authors: [{ name: "Ann B Oak", family: "Oak", given: "Ann B" }],
        published: "2019-05-03",
        venue: "Journal of Moss",
        abstract: "We count moss.",
      },
      source: "grobid",
    });
  });

  it("reads parts, books, and refuses a journal without a title of its own", async () => {
    const parsed = await parse(TEI);
    const [, ...works] = ofKind(parsed, "work");
    expect(works.map(({ fields }) => [fields.title, fields.venue, fields.published])).toEqual([
      ["Rain and the colour of moss", "Moss Lett", "2014"],
      ["A book of stones", undefined, "2001"],
      ["Stones at noon", undefined, "1998"],
      ["Moss in the dark", undefined, "2003"],
    ]);
    expect(ofKind(parsed, "rejected").map(({ where, reason }) => [where, reason])).toEqual([
      [
        "paper 1 (line 2), reference 4",
        'has neither a title nor an identifier that can be read: "Moss Lett, 1990."',
      ],
    ]);
  });

  it("gives every sentence around a mark, linked by GROBID or not", async () => {
    const parsed = await parse(TEI);
    const sentence = (marked: string) =>
      "It is counted by day (Birch, 2001) Cedar and Fir (1998), as Dogwood et al. (2003) say. 1".replace(
        marked,
        `⟦${marked}⟧`,
      );
    expect(contextLines(parsed)).toEqual([
      "Introduction → title:rain and the colour of moss|2014|ash: Moss was counted before (e.g., ⟦Ash et al., 2014⟧).",
      `Introduction → title:a book of stones|2001|birch: ${sentence("Birch, 2001")}`,
      `Introduction → title:stones at noon|1998|cedar: ${sentence("Cedar and Fir (1998)")}`,
      `Introduction → title:moss in the dark|2003|dogwood: ${sentence("Dogwood et al. (2003)")}`,
      "Fig. 1 → title:rain and the colour of moss|2014|ash: Moss, from ⟦Ash et al. (2014)⟧.",
    ]);
    expect(ofKind(parsed, "warning").map(({ message }) => message)).toEqual([
      'The mark "1" is left out: the source does not say which reference it means.',
      'The mark "Elm, 1990" is left out: no entry of the reference list fits it.',
    ]);
  });

  it("takes the numbers of marks from the entries as printed", async () => {
    const bibl = (id: string, printed: string) =>
      `<biblStruct xml:id="${id}"><analytic><title>Title of ${id} in four</title></analytic><note type="raw_reference">${printed}</note></biblStruct>`;
    const parsed = await paper(
      '<div><head>A</head><p>Moss <ref type="bibr" target="#x">[7]</ref>. Stones <ref type="bibr">[8]</ref>.</p></div>',
      bibl("x", "[7] Ash. Title.") + bibl("y", "[8] Birch. Title."),
    );
    expect(contextLines(parsed)).toEqual([
      "A → title:title of x in four||: Moss ⟦[7]⟧.",
      "A → title:title of y in four||: Stones [⟦8⟧].",
    ]);
  });

  it.each(["", "<TEI>", "<teiCorpus></teiCorpus>"])("refuses %j as a whole", async (text) => {
    await expect(parse(text)).rejects.toThrow(UnreadableFileError);
  });

  it("reads soundly", async () => {
    expectWhole(await parse(TEI));
    await expectSameInChunks(parseTei, TEI);
  });

  it("throws nothing but its own error, whatever the text is", async () => {
    await expectSurvivesDamage(parseTei, TEI);
  }, 30_000);
});
