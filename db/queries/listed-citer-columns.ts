import { sql } from "drizzle-orm";
import { citation } from "@/db/schema/citation";
import { work } from "@/db/schema/work";
import { CITATION_LABEL_COLUMNS } from "./citation-label-columns";
import { identifiersOfUntitled } from "./identifier-of-untitled";

/** What lists show of a citing paper: columns for a query of citations with their citing works. */
export const LISTED_CITER_COLUMNS = {
  workId: citation.workId,
  title: work.title,
  identifiers: identifiersOfUntitled,
  authors: work.authors,
  authorsComplete: work.authorsComplete,
  published: work.published,
  venue: work.venue,
  summary: sql<string | null>`case when ${work.summaryProblem} is null then ${work.summary} end`,
  citedByCount: work.citedByCount,
  contextCount: citation.contextCount,
  isSelf: citation.isSelf,
  notices: work.notices,
  ...CITATION_LABEL_COLUMNS,
} as const;
