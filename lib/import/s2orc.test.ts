import { describe, expect, it } from "vitest";
import { UnreadableFileError } from "./record";
import { detectS2orc, parseS2orc } from "./s2orc";
import {
  contextLines,
  expectSameInChunks,
  expectSurvivesDamage,
  expectWhole,
} from "./testing/expect-full-text";
import { S2ORC } from "./testing/full-texts";
import { chunksOf, collect, ofKind } from "./testing/read-text";

const parse = (text: string) => collect(parseS2orc(chunksOf(text)));
const [FIRST = "", SECOND = ""] = S2ORC.split("\n");

describe("detectS2orc", () => {
  it.each([
    ["the first edition", FIRST],
    ["the second edition", SECOND],
    ["CORD-19", '{\n  "paper_id": "0a",\n  "metadata": {"title": "x"},\n  "body_text": []}'],
  ])("knows %s", (_, head) => {
    expect(detectS2orc(head)).toBe(true);
  });

  it.each([
    ["a paper of Semantic Scholar", '{"paperId": "0a", "title": "body_text"}'],
    ["other JSON", '{"paper_id": 3}'],
    ["a text", 'the "paper_id": and "body_text":'],
    ["nothing", ""],
  ])("leaves %s alone", (_, head) => {
    expect(detectS2orc(head)).toBe(false);
  });
});

describe("parseS2orc", () => {
  it("reads the citing work of either edition", async () => {
    const works = ofKind(await parse(S2ORC), "work");
    expect(works.filter(({ fields }) => fields.title?.startsWith("Counting"))).toEqual([
      {
        kind: "work",
        key: "doi:10.5555/counting",
        identifiers: [
          { scheme: "doi", value: "10.5555/counting" },
          { scheme: "pmid", value: "90000003" },
        ],
        fields: {
          title: "Counting stones",
          authors: [{ name: "Cem Cedar", family: "Cedar", given: "Cem" }],
          published: "2016",
          venue: "Stone Letters",
          abstract: "We count stones.",
        },
        source: "s2orc",
      },
      {
        kind: "work",
        key: "title:counting stones again||dogwood",
        identifiers: [],
        fields: {
          title: "Counting stones again",
          authors: [{ name: "Di Dogwood", family: "Dogwood", given: "Di" }],
          abstract: "We count again.",
        },
        source: "s2orc",
      },
    ]);
  });

  it("reads references, and keeps a short title beside the work that cites it", async () => {
    const parsed = await parse(FIRST);
    expect(ofKind(parsed, "work").slice(1)).toMatchObject([
      {
        key: "doi:10.5555/stones",
        fields: { title: "Rain on stones and on sand", published: "2007", venue: "Stone Lett" },
      },
      { key: "title:many stones||birch|doi:10.5555/counting", fields: { title: "Many stones" } },
    ]);
    expect(ofKind(parsed, "rejected").map(({ where }) => where)).toEqual(["entry 1, reference 3"]);
  });

  it("gives every sentence around a mark, without the space before a full stop", async () => {
    expect(contextLines(await parse(FIRST))).toEqual([
      "Introduction → doi:10.5555/stones: Stones were counted ⟦[1]⟧.",
      "Introduction → title:many stones||birch|doi:10.5555/counting: They were found many ⟦[2]⟧ [3].",
    ]);
  });

  it("reads CORD-19", async () => {
    const { grobid_parse, metadata } = JSON.parse(FIRST);
    const parsed = await parse(JSON.stringify({ paper_id: "0a", metadata, ...grobid_parse }, null, 2));
    expect(contextLines(parsed)).toEqual(contextLines(await parse(FIRST)));
  });

  it("reads the text as LaTeX gave it where there is one", async () => {
    const paper = JSON.parse(SECOND);
    paper.latex_parse = {
      body_text: [{ text: "By LaTeX (Ash, 2007).", cite_spans: [] }],
      bib_entries: paper.pdf_parse.bib_entries,
    };
    expect(contextLines(await parse(JSON.stringify(paper)))).toEqual([
      " → doi:10.5555/stones: By LaTeX (⟦Ash, 2007⟧).",
    ]);
  });

  it("refuses an entry that is no paper, and reads the others", async () => {
    const parsed = await parse(
      `{"title":"no id"}\n${FIRST}\n{"paper_id":"1","grobid_parse":{"bib_entries":[]}}`,
    );
    expect(ofKind(parsed, "rejected").map(({ where }) => where)).toEqual([
      "entry 1",
      "entry 2, reference 3",
      "entry 3",
    ]);
    expect(ofKind(parsed, "context")).toHaveLength(2);
  });

  it("survives spans that lie outside the text or within one another, and names from the prototype", async () => {
    const parsed = await parse(
      '{"paper_id":"1","title":"Moss in four words","body_text":[{"text":"Moss [1].","cite_spans":[{"start":5,"end":8,"ref_id":"__proto__"},{"start":6,"end":7,"ref_id":"b"},{"start":8,"end":900,"ref_id":"b"}]}],"bib_entries":{"__proto__":{"title":"Stones in four words"},"b":{"title":"Rain in four words"}}}',
    );
    expectWhole(parsed);
    expect(ofKind(parsed, "context").length).toBeLessThanOrEqual(1);
  });

  it.each(["", "[]", "{", "["])("refuses %j as a whole", async (text) => {
    await expect(parse(text)).rejects.toThrow(UnreadableFileError);
  });

  it("reads soundly", async () => {
    expectWhole(await parse(S2ORC));
    await expectSameInChunks(parseS2orc, S2ORC);
  });

  it("throws nothing but its own error, whatever the text is", async () => {
    await expectSurvivesDamage(parseS2orc, S2ORC);
  }, 30_000);
});
