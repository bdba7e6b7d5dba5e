import type { DerivedWork } from "@/lib/import/derive";
import { arrayLiteral, type Cell } from "./copy";

/** The columns of `work` that are derived from its source records, with their types; the order is that of `derivedCells`. */
const DERIVED = {
  title: "text",
  authors: "jsonb",
  authors_complete: "bool",
  published: "text",
  year: "int",
  venue: "text",
  fields: "text[]",
  abstract: "text",
  summary: "text",
  summary_source: "text",
  summary_problem: "text",
  cited_by_count: "int",
  notices: "jsonb",
} as const;

export const DERIVED_COLUMNS = Object.keys(DERIVED);

/** The same columns for `create table`. */
export const DERIVED_DEFINITIONS = Object.entries(DERIVED)
  .map(([column, type]) => `${column} ${type}`)
  .join(", ");

/** A derived work as cells of these columns. */
export const derivedCells = (work: DerivedWork): Cell[] => [
  work.title,
  work.authors,
  work.authorsComplete,
  work.published,
  work.year,
  work.venue,
  arrayLiteral(work.fields),
  work.abstract,
  work.summary,
  work.summarySource,
  work.summaryProblem,
  work.citedByCount,
  work.notices,
];

/**
 * The title, the authors and a summary that readers may see, from these columns: what searches look through. Weights
 * tell them apart, and say what counts most.
 */
export const SEARCH_WORDS = `(setweight(search_words(title), 'A')
  || setweight(search_words((select string_agg(author ->> 'name', ' ') from jsonb_array_elements(authors) as author)), 'B')
  || setweight(search_words(case when summary_problem is null then summary end), 'C'))`;
