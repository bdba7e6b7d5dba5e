import { describe, expect, it } from "vitest";
import { parseOpenAlex } from "./openalex";
import { OPENALEX_WORK } from "./testing/json-files";
import { chunksOf, collect, ofKind } from "./testing/read-text";

const parse = (value: unknown) => collect(parseOpenAlex(chunksOf(JSON.stringify(value))));
const fieldsOf = async (changes: object) =>
  ofKind(await parse({ ...OPENALEX_WORK, ...changes }), "work")[0]?.fields;

describe("a work of OpenAlex", () => {
  it("is listed with all that is said of it and its references", async () => {
    const bare = (value: string) => ({
      kind: "work",
      key: `openalex:${value}`,
      identifiers: [{ scheme: "openalex", value }],
      fields: {},
      source: "openalex",
    });
    expect(await parse(OPENALEX_WORK)).toEqual([
      {
        kind: "work",
        key: "openalex:W100",
        identifiers: [
          { scheme: "doi", value: "10.5555/gravel.1" },
          { scheme: "arxiv", value: "2101.00001" },
          { scheme: "openalex", value: "W100" },
          { scheme: "pmid", value: "77" },
        ],
        fields: {
          title: "Gravel slows wheels",
          authors: [
            {
              name: "Anna van der Berg",
              family: "van der Berg",
              given: "Anna",
              orcid: "0000-0002-1825-0097",
            },
            { name: "Björn Mårtensson", family: "Mårtensson", given: "Björn" },
          ],
          published: "2021-04-07",
          venue: "Journal of Wheels",
          fields: ["Engineering"],
          abstract: "We roll wheels twelve all round.",
          citedByCount: 3,
          notices: [{ kind: "retracted" }],
        },
        source: "openalex",
      },
      { kind: "listed", work: "openalex:W100" },
      bare("W7"),
      { kind: "reference", citing: "openalex:W100", cited: "openalex:W7" },
      bare("W8"),
      { kind: "reference", citing: "openalex:W100", cited: "openalex:W8" },
    ]);
  });

  it("names its authors as they were printed, but for those in capitals and those of another name", async () => {
    const by = (printed: string, recorded: string) =>
      fieldsOf({ authorships: [{ raw_author_name: printed, author: { display_name: recorded } }] });
    expect((await by("Sayidah Mahtari", "Sayidah Mahtarı"))?.authors?.[0]?.name).toBe("Sayidah Mahtari");
    expect((await by("Mahtari, Sayidah", "S. Mahtari"))?.authors?.[0]?.name).toBe("Sayidah Mahtari");
    expect((await by("SAYIDAH MAHTARI", "Sayidah Mahtari"))?.authors?.[0]?.name).toBe("Sayidah Mahtari");
    expect((await by("Mahtari S", "Sayidah Mahtari"))?.authors?.[0]?.name).toBe("Sayidah Mahtari");
  });

  it("names each author once, also where they are listed twice over", async () => {
    const { authorships } = OPENALEX_WORK;
    const known = authorships.map((one, n) => ({ ...one, author: { ...one.author, id: `A${n}` } }));
    expect((await fieldsOf({ authorships: [...known, ...known] }))?.authors).toHaveLength(2);
  });

  it("says when the list of its authors was cut", async () => {
    expect((await fieldsOf({ is_authors_truncated: true }))?.authorsComplete).toBe(false);
    expect(await fieldsOf({})).not.toHaveProperty("authorsComplete");
  });

  it("has an arXiv identifier only where one paper of arXiv is named", async () => {
    const locations = ["2101.00001", "2101.00002"].map((id) => ({
      landing_page_url: `http://arxiv.org/abs/${id}`,
    }));
    const [work] = ofKind(await parse({ ...OPENALEX_WORK, locations }), "work");
    expect(work?.identifiers.map(({ scheme }) => scheme)).not.toContain("arxiv");
  });
});

describe("a list of OpenAlex", () => {
  it("says how many works it lacks, and refuses what is no work", async () => {
    const parsed = await parse({
      meta: { count: 5 },
      results: [OPENALEX_WORK, { ...OPENALEX_WORK, id: "https://openalex.org/A5" }, null],
    });
    expect(ofKind(parsed, "listed")).toHaveLength(1);
    expect(ofKind(parsed, "rejected").map(({ where, reason }) => [where, reason])).toEqual([
      ["entry 1, results[1]", "has no identifier of a work"],
      ["entry 1, results[2]", "must be an object"],
    ]);
    expect(ofKind(parsed, "warning")[0]?.message).toBe(
      "OpenAlex counts 5 works, and the file lists 1 of them.",
    );
  });

  it.each([
    ["an error", { error: "Invalid query.", message: "x is not valid" }, '"Invalid query. x is not valid"'],
    ["an empty page", { meta: { count: 2 }, results: [] }, "is an empty page"],
  ])("without works is refused in one line: %s", async (_, answer, message) => {
    await expect(parse(answer)).rejects.toThrow(message);
  });
});
