import { describe, expect, it } from "vitest";
import { LISTED_OF } from "./place-listed";
import { parseSemanticScholar } from "./semantic-scholar";
import { S2_CITATIONS, S2_PAPER } from "./testing/json-files";
import { chunksOf, collect, ofKind } from "./testing/read-text";

const parse = (value: unknown) => collect(parseSemanticScholar(chunksOf(JSON.stringify(value))));
const id = (sign: string) => sign.repeat(40);

describe("a paper", () => {
  it("is listed with all that is said of it, under Semantic Scholar's own identifier", async () => {
    expect(await parse(S2_PAPER)).toEqual([
      {
        kind: "work",
        key: `s2:${id("a")}`,
        identifiers: [
          { scheme: "doi", value: "10.5555/gravel.1" },
          { scheme: "arxiv", value: "2101.00001" },
          { scheme: "s2", value: id("a") },
          { scheme: "pmid", value: "77" },
        ],
        fields: {
          title: "Gravel slows wheels by H<sub>2</sub>O & sand",
          authors: [
            { name: "Anna van der Berg", family: "van der Berg", given: "Anna" },
            { name: "B. Mårtensson", family: "Mårtensson", given: "B." },
          ],
          published: "2021-04-07",
          venue: "Journal of Wheels",
          fields: ["Engineering", "Physics"],
          abstract: "We roll $n^2$ wheels.",
          summary: "Gravel slows wheels.",
          citedByCount: 3,
        },
        source: "semantic-scholar",
      },
      { kind: "listed", work: `s2:${id("a")}` },
    ]);
  });

  it("that appeared on 1 January is known by its year, because that day stands for a year alone", async () => {
    const [work] = ofKind(await parse({ ...S2_PAPER, publicationDate: "2021-01-01" }), "work");
    expect(work?.fields.published).toBe("2021");
  });

  it("may know nothing but its identifier", async () => {
    const bare = { paperId: id("a"), authors: null, citations: null, references: null };
    expect(ofKind(await parse(bare), "work").map(({ fields }) => fields)).toEqual([{}]);
  });

  it("with its citations is a hub, and its count is reported beside the number of citers in the file", async () => {
    const parsed = await parse({ ...S2_PAPER, citations: [{ paperId: id("b"), title: "Painted wheels" }] });
    const hub = ofKind(parsed, "hub")[0]?.work;
    expect(ofKind(parsed, "work").find(({ key }) => key === hub)?.fields.title).toBe(
      "Gravel slows wheels by H<sub>2</sub>O & sand",
    );
    expect(ofKind(parsed, "citation")).toEqual([
      { kind: "citation", hub, citing: `s2:${id("b")}`, contextGap: "not_supplied", ifHub: true },
    ]);
    expect(ofKind(parsed, "reported_count")).toEqual([
      {
        kind: "reported_count",
        hub,
        axis: "citers",
        value: "citing papers",
        count: 3,
        source: "semantic-scholar",
      },
    ]);
    expect(ofKind(parsed, "warning")[0]?.message).toBe(
      "Semantic Scholar counts 3 citing papers, and the file lists 1 of them.",
    );
    expect(ofKind(parsed, "listed")).toEqual([]);
  });

  it("ties a citer without an identifier to the hub for certain, so that it is known again", async () => {
    const parsed = await parse({ ...S2_PAPER, citations: [{ paperId: null, title: "Introduction" }] });
    const tie = { hub: ofKind(parsed, "hub")[0]?.work, citing: "id:entry 1, citations[0]" };
    expect(ofKind(parsed, "citation").at(-1)).toEqual({ kind: "citation", ...tie });
  });

  it("is no hub among others with their citations: then all are listed", async () => {
    const citations = [{ paperId: id("b"), title: "Painted wheels" }];
    const parsed = await parse([
      { ...S2_PAPER, citations },
      { ...S2_PAPER, paperId: id("c"), citations },
    ]);
    expect(ofKind(parsed, "hub")).toEqual([]);
    expect(ofKind(parsed, "listed")).toHaveLength(2);
  });

  it("names its references", async () => {
    const references = [
      { paperId: null, title: "Preface" },
      { paperId: id("d"), title: "Roads" },
    ];
    const parsed = await parse({ ...S2_PAPER, references });
    const [listed] = ofKind(parsed, "listed");
    expect(ofKind(parsed, "reference")).toEqual([
      { kind: "reference", citing: listed?.work, cited: "id:entry 1, references[0]" },
      { kind: "reference", citing: listed?.work, cited: `s2:${id("d")}` },
    ]);
  });
});

describe("a page of citations", () => {
  it("ties each citer to the work of the list, those of one title and no identifier apart", async () => {
    const parsed = await parse(S2_CITATIONS);
    const citing = [`s2:${id("b")}`, `s2:${id("c")}`, "id:entry 1, data[2]", "id:entry 1, data[3]"];
    expect(ofKind(parsed, "listed").map(({ work }) => work)).toEqual(citing);
    expect(ofKind(parsed, "citation")).toEqual([
      { kind: "citation", hub: LISTED_OF, citing: citing[0], isInfluential: true },
      { kind: "citation", hub: LISTED_OF, citing: citing[1], contextGap: "withheld_by_source" },
      { kind: "citation", hub: LISTED_OF, citing: citing[2], contextGap: "no_full_text" },
      { kind: "citation", hub: LISTED_OF, citing: citing[3], contextGap: "no_full_text" },
    ]);
    expect(ofKind(parsed, "rejected")).toEqual([
      {
        kind: "rejected",
        where: "entry 1, data[4]",
        reason: "has no title and no identifier that can be read",
      },
      {
        kind: "rejected",
        where: "entry 1, data[5]",
        reason: "is null: Semantic Scholar does not know this paper",
      },
    ]);
  });

  it("gives sentences, and labels as suggestions: of their sentence, or of the citation", async () => {
    const parsed = await parse(S2_CITATIONS);
    expect(ofKind(parsed, "context").map(({ text }) => text)).toEqual([
      "We roll as in [4].",
      "Gravel is rough [4, 5].",
    ]);
    expect(
      ofKind(parsed, "suggestion").map(({ original, role, contextText }) => [original, role, contextText]),
    ).toEqual([
      ["methodology", "method", "We roll as in [4]."],
      ["background", "background", "Gravel is rough [4, 5]."],
      ["praise", undefined, undefined],
      ["result", "comparison", undefined],
    ]);
  });

  it("asked for without sentences does not say that there are none", async () => {
    const [citation] = ofKind(await parse({ data: [{ citingPaper: { title: "Roads" } }] }), "citation");
    expect(citation?.contextGap).toBe("not_supplied");
  });
});

describe("a page of references", () => {
  it("lists them as cited by the work of the list, with its sentences for those that are hubs", async () => {
    const parsed = await parse({
      data: [
        { contexts: ["Roads are long [1]."], intents: [], citedPaper: { paperId: id("d"), title: "Roads" } },
      ],
    });
    const tie = { hub: `s2:${id("d")}`, citing: LISTED_OF };
    expect(parsed.slice(1)).toEqual([
      { kind: "listed", work: `s2:${id("d")}` },
      { kind: "citation", ...tie, ifHub: true },
      { kind: "context", ...tie, text: "Roads are long [1].", source: "semantic-scholar", ifHub: true },
    ]);
  });
});

describe("an answer without papers", () => {
  it.each([
    [
      "an error",
      { error: "Paper with id 0 not found" },
      'an error of Semantic Scholar: "Paper with id 0 not found"',
    ],
    ["an empty search", { total: 0, offset: 0 }, "is an empty page"],
    ["an empty page", { offset: 0, data: [] }, "is an empty page"],
    ["a withheld list", { offset: 0, data: null }, "may not pass it on"],
    [
      "passages of a search",
      { data: [{ snippet: { text: "x" }, paper: { title: "Roads" } }] },
      "not a citation",
    ],
    ["an empty list", [], "its lists are empty"],
  ])("is refused in one line: %s", async (_, answer, message) => {
    await expect(parse(answer)).rejects.toThrow(message);
  });

  it("among others costs that answer alone", async () => {
    const pages = [{ error: "Too many requests" }, S2_PAPER].map((body) => ({ url: "", status: 200, body }));
    const parsed = await parse(pages);
    expect(ofKind(parsed, "rejected")).toHaveLength(1);
    expect(ofKind(parsed, "listed")).toHaveLength(1);
  });
});
