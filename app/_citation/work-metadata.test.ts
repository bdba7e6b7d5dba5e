import { describe, expect, test } from "vitest";
import { citationTags, workMetadata } from "./work-metadata";

const WORK = {
  title: "The <i>margin</i> of a page",
  authors: [{ name: "Ada Ink" }, { name: "Bo Quill" }],
  published: "2018-10-04",
  venue: "Annals of Paper",
  identifiers: [
    { scheme: "doi", value: "10.5555/1" },
    { scheme: "arxiv", value: "2104.10350" },
  ],
} as const;

describe("citationTags", () => {
  test("tell title, each author, date, venue and identifiers", () => {
    expect(citationTags(WORK)).toEqual({
      citation_title: "The margin of a page",
      citation_author: ["Ada Ink", "Bo Quill"],
      citation_publication_date: "2018/10/04",
      citation_journal_title: "Annals of Paper",
      citation_doi: "10.5555/1",
      citation_arxiv_id: "2104.10350",
    });
  });

  test("say nothing of what is not known", () => {
    expect(citationTags({ title: null, authors: [], published: null, venue: null, identifiers: [] })).toEqual(
      {},
    );
    expect(citationTags({ ...WORK, published: "2018" }).citation_publication_date).toBe("2018");
  });
});

test("a description too long for a search engine ends with a whole word", () => {
  const { description } = workMetadata(WORK, { path: "/hubs/x", description: "margins ".repeat(60) });
  expect(description?.length).toBeLessThanOrEqual(200);
  expect(description).toMatch(/margins…$/);
});
