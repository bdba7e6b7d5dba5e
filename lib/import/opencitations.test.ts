import { describe, expect, it } from "vitest";
import { parseOpenCitations } from "./opencitations";
import { JSON_FILES } from "./testing/json-files";
import { chunksOf, collect, ofKind } from "./testing/read-text";

const parse = (value: unknown) => collect(parseOpenCitations(chunksOf(JSON.stringify(value))));
const PAIRS = JSON.parse(JSON_FILES.opencitations) as object[];
const HUB = "doi:10.5555/gravel.1";

const DESCRIBED = {
  doi: "10.5555/gravel.1",
  title: "Gravel slows wheels",
  author: "van der Berg, Anna, 0000-0002-1825-0097; The Gravel Group",
  year: "2021",
  source_title: "Journal of Wheels",
  citation: "10.5555/paint; 10.5555/square",
  reference: "10.5555/sand",
  citation_count: "2",
};

describe("citations of the index", () => {
  it("of one work make it a hub, with the dates of its citers and its self-citations", async () => {
    const parsed = await parse(PAIRS);
    expect(ofKind(parsed, "hub")).toEqual([{ kind: "hub", work: HUB }]);
    const tie = { kind: "citation", hub: HUB, contextGap: "not_supplied", ifHub: true };
    expect(ofKind(parsed, "citation")).toEqual([
      { ...tie, citing: "doi:10.5555/paint", isSelf: true },
      { ...tie, citing: "doi:10.5555/square" },
    ]);
    expect(ofKind(parsed, "reference")).toHaveLength(2);
    const citers = ofKind(parsed, "work").filter(({ key }) => key !== HUB);
    expect(citers.map(({ fields }) => fields)).toEqual([{ published: "2022-03" }, { published: "2023" }]);
    expect(citers[1]?.identifiers.map(({ scheme }) => scheme)).toEqual(["doi", "pmid"]);
    expect(ofKind(parsed, "rejected").map(({ reason }) => reason)).toEqual([
      "has no identifier of the citing work that is known",
    ]);
  });

  it("of several works, and a single one, make no hub", async () => {
    const other = { ...PAIRS[0], cited: "10.5555/sand" };
    expect(ofKind(await parse([...PAIRS, other]), "hub")).toEqual([]);
    expect(ofKind(await parse(PAIRS.slice(0, 1)), "hub")).toEqual([]);
  });
});

describe("metadata", () => {
  it("of one work with its citers make it a hub", async () => {
    const parsed = await parse([DESCRIBED]);
    expect(parsed[0]).toMatchObject({
      key: HUB,
      fields: {
        title: "Gravel slows wheels",
        authors: [
          { name: "Anna van der Berg", family: "van der Berg", given: "Anna", orcid: "0000-0002-1825-0097" },
          { name: "The Gravel Group" },
        ],
        published: "2021",
        venue: "Journal of Wheels",
        citedByCount: 2,
      },
    });
    expect(ofKind(parsed, "hub")).toEqual([{ kind: "hub", work: HUB }]);
    expect(ofKind(parsed, "citation").map(({ citing }) => citing)).toEqual([
      "doi:10.5555/paint",
      "doi:10.5555/square",
    ]);
    expect(ofKind(parsed, "reference").map(({ cited }) => cited)).toEqual(["doi:10.5555/sand"]);
    expect(ofKind(parsed, "reported_count").map(({ count }) => count)).toEqual([2]);
  });

  it("of several works list them", async () => {
    const parsed = await parse([DESCRIBED, { ...DESCRIBED, doi: "10.5555/sand" }]);
    expect(ofKind(parsed, "hub")).toEqual([]);
    expect(ofKind(parsed, "listed")).toHaveLength(2);
  });

  it("of OpenCitations Meta bear their identifiers in brackets", async () => {
    const parsed = await parse([
      {
        id: "doi:10.5555/gravel.1 openalex:W100 omid:br/1",
        title: "Gravel slows wheels",
        author: "van der Berg, Anna [orcid:0000-0002-1825-0097 omid:ra/1]",
        pub_date: "2021-04",
        venue: "Journal of Wheels [issn:0000-0000 omid:br/2]",
      },
    ]);
    const [work] = ofKind(parsed, "work");
    expect(work?.identifiers.map(({ scheme }) => scheme)).toEqual(["doi", "openalex"]);
    expect(work?.fields).toMatchObject({ published: "2021-04", venue: "Journal of Wheels" });
    expect(work?.fields.authors?.[0]?.orcid).toBe("0000-0002-1825-0097");
  });
});

it("the answer to a SPARQL query is refused in one line", async () => {
  await expect(parse({ head: { vars: [] }, results: { bindings: [] } })).rejects.toThrow(
    "names no citations",
  );
});
