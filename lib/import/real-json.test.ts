import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { hasRealData, listReal, NO_REAL_DATA, readReal, readRealBytes } from "@/db/testing/real-data";
import { parsePartialDate } from "@/lib/citation/partial-date";
import { detectFormat } from "./formats";
import { LISTED_OF } from "./place-listed";
import { type Parsed, UnreadableFileError } from "./record";
import { chunksOf, collect, expectSound, ofKind } from "./testing/read-text";

const withReason = (title: string) => `${title}${hasRealData ? "" : ` (skipped: ${NO_REAL_DATA})`}`;

/** Reads a real file in the format that it is found to be; every record must be sound. */
async function read(file: string): Promise<{ format: string | undefined; parsed: Parsed[] }> {
  const text = file.endsWith(".gz") ? gunzipSync(readRealBytes(file)).toString("utf8") : readReal(file);
  const format = detectFormat(text);
  const parsed = format ? await collect(format.parse(chunksOf(text))) : [];
  parsed.forEach(expectSound);
  return { format: format?.name, parsed };
}

/** How many records there are of each kind. */
function figures(parsed: readonly Parsed[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of parsed) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

describe.skipIf(!hasRealData)(withReason("real answers of Semantic Scholar"), () => {
  test("a hub comes with 1,000 citers, and says that it is cited 10,059 times", async () => {
    const { format, parsed } = await read("api/semanticscholar/Paper_turing1950_1000_citations.json.gz");
    expect(format).toBe("semantic-scholar");
    expect(figures(parsed)).toEqual({
      work: 1015,
      citation: 1014,
      reference: 14,
      reported_count: 1,
      warning: 1,
      hub: 1,
    });
    const hub = ofKind(parsed, "hub")[0]?.work;
    expect(ofKind(parsed, "citation").filter((citation) => citation.hub === hub)).toHaveLength(1000);
    expect(ofKind(parsed, "reported_count")[0]).toMatchObject({ hub, axis: "citers", count: 10_059 });
    expect(ofKind(parsed, "warning")[0]?.message).toContain("the file lists 1,000 of them");
    expect(new Set(ofKind(parsed, "work").map(({ key }) => key)).size).toBe(1015);
  });

  test("19 pages give 1,881 citers, 8 of them without an identifier, none of them joined by its title", async () => {
    const { parsed } = await read("api/semanticscholar/test_get_paper_citations.pages.json");
    expect(figures(parsed)).toEqual({ work: 1881, listed: 1881, citation: 1881 });
    const works = ofKind(parsed, "work");
    expect(new Set(works.map(({ key }) => key)).size).toBe(1881);
    expect(works.filter(({ identifiers }) => identifiers.length === 0)).toHaveLength(8);
    expect(works.filter(({ fields }) => fields.title === "Introduction")).toHaveLength(5);
  });

  test("67 references are listed, 23 of them by their title alone", async () => {
    const { parsed } = await read("api/semanticscholar/test_get_paper_references.pages.json");
    const works = ofKind(parsed, "work");
    expect(works).toHaveLength(67);
    expect(works.filter(({ identifiers }) => identifiers.length === 0)).toHaveLength(23);
    expect(ofKind(parsed, "citation").every(({ citing }) => citing === LISTED_OF)).toBe(true);
    // Its titles came through cp1252, with control characters for quotation marks.
    expect(works.some(({ fields }) => fields.title?.startsWith("“A Global Surge in Tiny Loans"))).toBe(true);
  });

  test("single ties give their sentences with their labels", async () => {
    const citation = await read("api/semanticscholar/Citation.json");
    expect(figures(citation.parsed)).toEqual({ work: 1, listed: 1, citation: 1, context: 4, suggestion: 4 });
    expect(ofKind(citation.parsed, "suggestion").map(({ role }) => role)).toEqual([
      "method",
      "method",
      "comparison",
      "background",
    ]);
    const reference = await read("api/semanticscholar/Reference.json");
    expect(figures(reference.parsed)).toEqual({ work: 1, listed: 1, citation: 1, context: 1, suggestion: 1 });
    const bare = await read("api/semanticscholar/PaperWithNullValues.json");
    expect(figures(bare.parsed)).toEqual({ work: 1, listed: 1 });
  });
});

describe.skipIf(!hasRealData)(withReason("real files of services"), () => {
  test.each([
    ["openalex/single_0_200.json", "openalex", { work: 231, listed: 1, reference: 230 }],
    ["openalex/work_single.json", "openalex", { work: 55, listed: 1, reference: 54 }],
    ["openalex/works_list_page1.json", "openalex", { work: 117, listed: 2, reference: 115 }],
    [
      "openalex/works_cites_W3046863325_W3045921891.json",
      "openalex",
      { work: 303, listed: 5, reference: 298 },
    ],
    ["openalex/works_seed_W3046863325_W3045921891.json", "openalex", { work: 45, listed: 2, reference: 43 }],
    [
      "crossref/cr_cn_citeproc_json.pages.json",
      "crossref",
      { rejected: 1, work: 44, reference: 43, warning: 1, listed: 1 },
    ],
    [
      "crossref/cr_works_parses_funders.pages.json",
      "crossref",
      { work: 138, listed: 9, reference: 129, warning: 6 },
    ],
    ["crossref/test_cursor.pages.json", "crossref", { work: 60, listed: 20, reference: 40, warning: 1 }],
    [
      "crossref/test_random_dois_sample_param.pages.json",
      "crossref",
      { work: 107, reference: 99, listed: 8, warning: 3 },
    ],
    [
      "crossref/test_works_no_id_withlimit.pages.json",
      "crossref",
      { work: 54, reference: 52, warning: 1, listed: 2 },
    ],
    [
      "crossref/test_works_with_many_ids.pages.json",
      "crossref",
      { work: 171, reference: 166, listed: 5, warning: 1 },
    ],
    ["crossref/test_works_with_one_id.pages.json", "crossref", { work: 71, reference: 70, listed: 1 }],
    ["opencitations/oc_coci_citation.pages.json", "opencitations", { work: 2, reference: 1, citation: 1 }],
    [
      "opencitations/oc_coci_cites.pages.json",
      "opencitations",
      { work: 40, reference: 20, citation: 20, hub: 1 },
    ],
    [
      "opencitations/oc_coci_meta.pages.json",
      "opencitations",
      { work: 58, citation: 20, reference: 37, hub: 1, reported_count: 1 },
    ],
    ["opencitations/oc_coci_refs.pages.json", "opencitations", { work: 74, reference: 37, citation: 37 }],
    [
      "local_citation_network/example_0.json",
      "local-citation-network",
      { work: 1518, reference: 1486, warning: 1 },
    ],
    [
      "local_citation_network/example_2.json",
      "local-citation-network",
      { work: 4822, reference: 4743, warning: 1 },
    ],
  ])("%s is read as %s", async (file, name, expected) => {
    const { format, parsed } = await read(`api/${file}`);
    expect(format).toBe(name);
    expect(figures(parsed)).toEqual(expected);
  });

  test.each([
    ["semanticscholar/test_bad_query_parameters.pages.json", "Unrecognized or unsupported fields: [unknown]"],
    ["semanticscholar/test_not_found.pages.json", "Paper with id 0 not found"],
    ["semanticscholar/test_empty_paginated_results.pages.json", "is an empty page"],
    ["semanticscholar/test_search_snippet.pages.json", "a passage that a search found"],
    ["openalex/single_1_400.json", "DOESNTEXIST is not a valid select field"],
    ["openalex/works_list_page2_empty.json", "is an empty page"],
    ["crossref/cr_abstract.pages.json", "is XML, not JSON"],
    ["opencitations/oc_doi2ids.pages.json", "the answer to a SPARQL query"],
  ])("%s holds no works, and says why in one line", async (file, reason) => {
    const refusal = await read(`api/${file}`).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UnreadableFileError);
    expect((refusal as Error).message).toContain(reason);
    expect((refusal as Error).message).not.toContain("\n");
  });

  test("no JSON answer of these services is left out here", () => {
    const folders = ["crossref", "local_citation_network", "openalex", "opencitations", "semanticscholar"];
    expect(folders.map((folder) => listReal(`api/${folder}`).length)).toEqual([8, 2, 7, 5, 10]);
  });
});

interface ZoteroItem {
  title: string;
  date?: string;
  DOI?: string;
  creators: { firstName?: string; lastName: string }[];
}

describe.skipIf(!hasRealData)(withReason("what Zotero reads"), () => {
  /** What we read otherwise, and why. */
  const DIFFERENCES: Readonly<Record<string, Partial<Record<"date" | "DOI" | "creators", unknown>>>> = {
    // OpenAlex gives 1 January where it knows the year alone; Zotero leaves out the DOIs of types without that field.
    "openalex_json/02.json": { date: "1999", DOI: "10.1007/978-94-017-1406-8_2" },
    "openalex_json/04.json": { DOI: "10.18130/v3v002" },
    // Printed without its signs on the paper; Zotero shows the name of the author's record.
    "openalex_json/06.json": {
      creators: [
        "Riccardo Volpi",
        "Hongseok Namkoong",
        "Ozan Sener",
        "John C. Duchi",
        "Vittorio Murino",
        "Silvio Savarese",
      ],
    },
  };

  test.each([
    "csl_json/00.json",
    "openalex_json/00.json",
    "openalex_json/02.json",
    "openalex_json/04.json",
    "openalex_json/06.json",
  ])("from %s is what we read, but for differences with a reason", async (file) => {
    const [item] = JSON.parse(
      readReal(`exchange/zotero/${file.replace(".json", ".expected.json")}`),
    ) as ZoteroItem[];
    if (!item) throw new Error(`${file} expects nothing`);
    const [work] = ofKind((await read(`exchange/zotero/${file}`)).parsed, "work");
    const doi = work?.identifiers.find(({ scheme }) => scheme === "doi")?.value;
    expect({
      title: work?.fields.title,
      creators: work?.fields.authors?.map(({ name }) => name),
      date: work?.fields.published,
      DOI: doi,
    }).toEqual({
      title: item.title,
      creators: item.creators.map(({ firstName, lastName }) => `${firstName} ${lastName}`),
      date: parsePartialDate(item.date ?? ""),
      DOI: item.DOI?.toLowerCase(),
      ...DIFFERENCES[file],
    });
  });
});
