import { and, asc, desc, eq, gte, isNull, lte, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { citation } from "@/db/schema/citation";
import { work } from "@/db/schema/work";
import { CITATION_LABEL_COLUMNS } from "./citation-label-columns";
import { identifiersOfUntitled, withIdentifier } from "./identifier-of-untitled";

/** The orders of a list of citers; the first is the one that nobody has to ask for. */
export const CITER_SORTS = ["newest", "oldest", "most_cited"] as const;
export type CiterSort = (typeof CITER_SORTS)[number];

export interface CiterFilter {
  /** Words looked for in title, authors and shown summary, all of them, the last one possibly unfinished. */
  words: string;
  fromYear: number | null;
  toYear: number | null;
}

/** The place of the last row of a page in its order: sort value and work. */
export interface CiterCursor {
  value: string;
  workId: number;
}

/** Later than every date, so that works without one come last there too. */
const UNDATED = sql.raw("'9999'");

const SORTS = {
  newest: { value: sql`${citation.published}`, order: desc, type: sql.raw("text"), later: sql.raw("<") },
  oldest: {
    value: sql`coalesce(nullif(${citation.published}, ''), ${UNDATED})`,
    order: asc,
    type: sql.raw("text"),
    later: sql.raw(">"),
  },
  most_cited: {
    value: sql`${citation.citedByCount}`,
    order: desc,
    type: sql.raw("integer"),
    later: sql.raw("<"),
  },
} as const;

/** One page of a hub's citers, and the cursor of the page after it (null on the last). */
export async function listCiters(
  db: Db,
  hubId: number,
  {
    filter,
    sort,
    after,
    limit,
  }: { filter: CiterFilter; sort: CiterSort; after: CiterCursor | null; limit: number },
) {
  const { value, order, type, later } = SORTS[sort];
  const onwards = after
    ? sql`(${value}, ${citation.workId}) ${later} (${after.value}::${type}, ${after.workId})`
    : undefined;
  const rows = await db
    .select({
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
      sortValue: sql<string>`(${value})::text`,
    })
    .from(citation)
    .innerJoin(work, eq(work.id, citation.workId))
    .where(and(...conditions(hubId, filter), onwards))
    .orderBy(order(value), order(citation.workId))
    .limit(limit + 1);
  const citers = rows.slice(0, limit).map(withIdentifier);
  const last = citers.at(-1);
  const next: CiterCursor | null =
    rows.length > limit && last ? { value: last.sortValue, workId: last.workId } : null;
  return { citers, next };
}

export type CiterRow = Awaited<ReturnType<typeof listCiters>>["citers"][number];

/** How many citers a filter leaves. */
export async function countCiters(db: Db, hubId: number, filter: CiterFilter): Promise<number> {
  const [row] = await db
    .select({ total: sql<number>`count(*)::int` })
    .from(citation)
    .innerJoin(work, eq(work.id, citation.workId))
    .where(and(...conditions(hubId, filter)));
  return row?.total ?? 0;
}

function conditions(hubId: number, { words, fromYear, toYear }: CiterFilter): (SQL | undefined)[] {
  const query = prefixQuery(words);
  return [
    eq(citation.hubId, hubId),
    isNull(citation.hiddenReason),
    fromYear === null ? undefined : gte(citation.year, fromYear),
    toYear === null ? undefined : lte(citation.year, toYear),
    query === null ? undefined : sql`${work.search} @@ ${query}`,
  ];
}

/** Words as a tsquery in which all must occur and each may go on: "carb foot" → 'carb':* & 'foot':*. */
function prefixQuery(words: string): SQL | null {
  const terms = words.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (terms.length === 0) return null;
  // Quoted after unaccent, which turns some letters into quotation marks.
  return sql`to_tsquery('simple', (
    select string_agg('''' || replace(replace(unaccent(term), '\\', '\\\\'), '''', '''''') || ''':*', ' & ')
    from unnest(${sql.param(terms)}::text[]) as term))`;
}
