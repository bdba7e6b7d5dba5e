import type { Metadata } from "next";
import { excerpt } from "@/lib/citation/excerpt";
import type { Identifier } from "@/lib/citation/identifiers";
import { plainTitle } from "./title-text";

/** What search engines and reference managers are told of the work that a page is about. */
export interface DescribedWork {
  title: string | null;
  authors: readonly { name: string }[];
  published: string | null;
  venue: string | null;
  identifiers: readonly Identifier[];
}

const DESCRIPTION_LENGTH = 200;

/** The head of the page of a work: title, description, address, OpenGraph, and the citation tags of Highwire Press. */
export function workMetadata(
  work: DescribedWork,
  { path, description, data }: { path: string; description: string; data?: Record<string, string> },
): Metadata {
  const title = plainTitle(work.title);
  const summary = excerpt(description, DESCRIPTION_LENGTH);
  return {
    title,
    description: summary,
    alternates: { canonical: path, types: data },
    openGraph: { type: "article", siteName: "Spokes", title, description: summary, url: path },
    other: citationTags(work),
  };
}

/** There is no `citation_pdf_url`: the full text is not here. A date is written with slashes, as precisely as it is known. */
export function citationTags(work: DescribedWork): Record<string, string | string[]> {
  const { title, authors, published, venue, identifiers } = work;
  const idOf = (scheme: Identifier["scheme"]) => identifiers.find((one) => one.scheme === scheme)?.value;
  const tags: [string, string | string[] | undefined][] = [
    ["citation_title", title === null ? undefined : plainTitle(title)],
    ["citation_author", authors.map((author) => author.name)],
    ["citation_publication_date", published?.replaceAll("-", "/")],
    ["citation_journal_title", venue ?? undefined],
    ["citation_doi", idOf("doi")],
    ["citation_arxiv_id", idOf("arxiv")],
  ];
  return Object.fromEntries(
    tags.filter((tag): tag is [string, string | string[]] => tag[1] !== undefined && tag[1].length > 0),
  );
}
