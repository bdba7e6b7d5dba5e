import { and, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import { citation, citationContext } from "@/db/schema/citation";
import { hub } from "@/db/schema/hub";
import { work } from "@/db/schema/work";
import type { Query, QueryTerm } from "@/lib/citation/query";
import { citationMatches } from "./citer-query";
import { phraseQuery, wordsQuery } from "./text-query";

/** What the whole site is searched for. */
export const SEARCH_KINDS = ["hubs", "citers", "sentences"] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

type TextTerm = Extract<QueryTerm, { key: "text" }>;
const isText = (term: QueryTerm): term is TextTerm => term.key === "text";

const wordsOf = ({ text, phrase }: TextTerm): SQL =>
  phrase ? phraseQuery(text) : wordsQuery(text, { unfinished: true });

/** How well words prepared for search meet the free words of a query; the same for all where it has none. */
export function rankOf(words: SQL, { terms }: Query): SQL {
  const wanted = terms.filter((term) => isText(term) && !term.not) as TextTerm[];
  if (wanted.length === 0) return sql`0::real`;
  return sql`ts_rank(${words}, ${sql.join(wanted.map(wordsOf), sql` || `)})`;
}

/**
 * The rows of one kind that a query asks for and readers may see, as `from` and `where`; null where it asks for
 * something that the kind does not have. A hub is met by what is known of its work; a sentence must say the free words
 * itself, and its citation must meet the other terms. `hubId`: citations of this hub only.
 */
export function foundBy(kind: SearchKind, query: Query, hubId: number | null = null): SQL | null {
  const inHub = hubId === null ? undefined : eq(citation.hubId, hubId);
  if (kind === "hubs") return foundHubs(query);
  if (kind === "citers")
    return sql`from ${citation} join ${hub} on ${hub.id} = ${citation.hubId}
      where ${and(SHOWN, inHub, citationMatches(query))}`;
  const said = query.terms.filter(isText).map((term) => {
    const says = sql`search_words(${citationContext.text}) @@ ${wordsOf(term)}`;
    return term.not ? sql`(${says}) is not true` : says;
  });
  const others = citationMatches({ terms: query.terms.filter((term) => !isText(term)) });
  return sql`from ${citationContext} join ${citation} on ${citation.hubId} = ${citationContext.hubId}
      and ${citation.workId} = ${citationContext.workId}
    join ${hub} on ${hub.id} = ${citation.hubId}
    where ${and(SHOWN, inHub, isNull(citationContext.hiddenReason), ...said, others)}`;
}

const PUBLISHED = eq(hub.status, "published");
const SHOWN = and(PUBLISHED, isNull(citation.hiddenReason));

function foundHubs({ terms }: Query): SQL | null {
  const conditions = terms.map(hubMatches);
  if (conditions.includes(null)) return null;
  return sql`from ${hub} join ${work} on ${work.id} = ${hub.workId}
    where ${and(PUBLISHED, ...conditions.map((one) => one ?? undefined))}`;
}

/** The condition of a term over the work of a hub; null where a hub has nothing of the kind. */
function hubMatches(term: QueryTerm): SQL | null {
  const any = conditionsOnWork(term);
  if (any === null) return null;
  const matches = or(...any) ?? sql`true`;
  return term.not ? sql`(${matches}) is not true` : sql`(${matches})`;
}

function conditionsOnWork(term: QueryTerm): SQL[] | null {
  switch (term.key) {
    case "text":
      return [sql`${work.search} @@ ${wordsOf(term)}`];
    case "year":
      return term.values.map(
        ({ from, to }) => sql`${work.year} between ${from ?? 0}::int and ${to ?? 9999}::int`,
      );
    case "author":
      return term.values.map((name) => sql`${work.search} @@ ${wordsQuery(name, { weight: "B" })}`);
    case "venue":
      return term.values.map((name) => sql`search_words(${work.venue}) @@ ${phraseQuery(name)}`);
    case "field":
      return term.values.map(
        (name) =>
          sql`exists (select 1 from unnest(${work.fields}) as f where lower(f) = ${name.toLowerCase()})`,
      );
    case "is":
      return term.values.every((value) => value === "retracted")
        ? [sql`${work.notices} @> '[{"kind": "retracted"}]'`]
        : null;
    default:
      return null;
  }
}
