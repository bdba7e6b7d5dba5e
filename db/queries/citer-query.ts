import { and, or, type SQL, sql } from "drizzle-orm";
import { citation } from "@/db/schema/citation";
import type { Identifier } from "@/lib/citation/identifiers";
import type { Query, QueryTerm, ValueOf } from "@/lib/citation/query";
import { phraseQuery, wordsQuery } from "./text-query";

/**
 * The condition of a query over the rows of `citation`; undefined where it asks for all. What is hidden, and whether one
 * hub is meant or all, is for the caller to say.
 *
 * `role:` and `polarity:` ask for what people say of a citation as a whole and, where nobody has voted on it, for what is
 * suggested, as the page of a hub shows it; `label:` and `by:` part the two.
 */
export function citationMatches({ terms }: Query): SQL | undefined {
  return and(...terms.map(termMatches));
}

/** A condition is never null, so that its negation is what it does not hold for. */
function termMatches(term: QueryTerm): SQL | undefined {
  const matches = or(...conditionsOf(term));
  return matches && term.not ? sql`(${matches}) is not true` : matches;
}

function conditionsOf(term: QueryTerm): SQL[] {
  switch (term.key) {
    case "text":
      return [saysWords(term.phrase ? phraseQuery(term.text) : wordsQuery(term.text, { unfinished: true }))];
    case "year":
      return term.values.map(
        ({ from, to }) => sql`${citation.year} between ${from ?? 0}::int and ${to ?? 9999}::int`,
      );
    case "claim":
      return term.values.map(
        ({ number, verdict }) => sql`exists (
          select 1 from citation_claim c where c.hub_id = ${citation.hubId} and c.work_id = ${citation.workId}
            and c.claim_number = ${number}
            ${verdict === null ? sql`` : sql`and c.verdict = ${verdict === "used" ? "neutral" : verdict}`})`,
      );
    case "cites":
      return [citesBeside(term.values)];
    case "field":
      return [
        sql`exists (select 1 from unnest(${citation.fields}) as field
          where lower(field) = any(${sql.param(term.values.map((value) => value.toLowerCase()))}::text[]))`,
      ];
    case "author":
      return term.values.map((name) => workHas(sql`w.search @@ ${wordsQuery(name, { weight: "B" })}`));
    case "venue":
      return term.values.map((name) => workHas(sql`search_words(w.venue) @@ ${phraseQuery(name)}`));
    case "role":
      return term.values.map(hasRole);
    case "polarity":
      return term.values.map(hasPolarity);
    case "basis":
      return term.values.map(hasBasis);
    case "label":
      return term.values.map((value) => LABELLED[value]);
    case "by":
      return term.values.map((value) => LABELLED_BY[value]);
    case "has":
      return [sql`${citation.contextCount} > 0`];
    case "is":
      return term.values.map((value) => KINDS[value]);
  }
}

/** Nobody has voted on the citation, so what is suggested stands in. */
const UNVOTED = sql`(${citation.labelState} = 'unlabelled' and cardinality(${citation.roles}) = 0)`;

/** What is said of a citation as a whole; where nobody has voted, what is suggested. */
export const EFFECTIVE_ROLES = sql`(case when ${UNVOTED} then ${citation.suggestedRoles} else ${citation.roles} end)`;

/** The same of its polarity; null also where votes are contested. */
export const EFFECTIVE_POLARITY = sql`(case ${citation.labelState}
  when 'labelled' then ${citation.polarity} when 'unlabelled' then ${citation.suggestedPolarity}
  when 'unclear' then 'unclear' end)`;

const hasRole = (role: ValueOf<"role">) => sql`${role} = any(${EFFECTIVE_ROLES})`;

const hasPolarity = (polarity: ValueOf<"polarity">) => sql`${EFFECTIVE_POLARITY} = ${polarity}`;

const hasBasis = (basis: ValueOf<"basis">) => sql`(
  exists (select 1 from target t where t.hub_id = ${citation.hubId} and t.work_id = ${citation.workId}
    and t.basis = ${basis} and not t.hidden)
  or (${UNVOTED} and ${suggestedBy(sql`s.basis = ${basis}`)}))`;

/** Whether a suggestion that readers may see meets a condition over `s`. */
const suggestedBy = (condition: SQL) => sql`exists (
  select 1 from suggestion s
  left join citation_context x on x.hub_id = s.hub_id and x.id = s.context_id
  where s.hub_id = ${citation.hubId} and s.work_id = ${citation.workId} and x.hidden_reason is null and ${condition})`;

const hasStrength = (strength: "single" | "agreed") =>
  sql`(${citation.labelState} = 'labelled' and ${citation.strength} = ${strength})`;

/** What each value of `label:` asks for. */
export const LABELLED: Readonly<Record<ValueOf<"label">, SQL>> = {
  unlabelled: sql`${citation.labelState} = 'unlabelled'`,
  single: hasStrength("single"),
  agreed: hasStrength("agreed"),
  contested: sql`${citation.contested}`,
  adjudicated: sql`exists (
    select 1 from ruling r join target t on t.hub_id = r.hub_id and t.id = r.target_id
    where t.hub_id = ${citation.hubId} and t.work_id = ${citation.workId} and r.lifted_at is null and not t.hidden)`,
  unclear: sql`${citation.labelState} = 'unclear'`,
  suggested: sql`(${UNVOTED}
    and (${citation.suggestedPolarity} is not null or cardinality(${citation.suggestedRoles}) > 0))`,
};

/** A suggestion that names the version of what made it is a model's. */
const LABELLED_BY: Readonly<Record<ValueOf<"by">, SQL>> = {
  person: sql`${citation.votes} > 0`,
  import: suggestedBy(sql`s.version is null`),
  model: suggestedBy(sql`s.version is not null`),
};

const KINDS: Readonly<Record<ValueOf<"is">, SQL>> = {
  self: sql`${citation.isSelf}`,
  influential: sql`${citation.isInfluential}`,
  retracted: workHas(sql`w.notices @> '[{"kind": "retracted"}]'`),
};

/** Whether the citing work meets a condition over `w`. */
function workHas(condition: SQL): SQL {
  return sql`exists (select 1 from work w where w.id = ${citation.workId} and ${condition})`;
}

/**
 * Whether title, authors, shown summary or a shown context have the words. Both are looked up by their indexes, so that
 * the planner may begin with what is rare.
 */
function saysWords(words: SQL): SQL {
  return sql`exists (
    select 1 from (
      select c.hub_id, c.work_id from work w join citation c on c.work_id = w.id where w.search @@ ${words}
      union all
      select x.hub_id, x.work_id from citation_context x
      where x.hidden_reason is null and search_words(x.text) @@ ${words}
    ) as said where said.hub_id = ${citation.hubId} and said.work_id = ${citation.workId})`;
}

/** Whether the citing work's references name one of the works. */
function citesBeside(works: readonly (Identifier | number)[]): SQL {
  const numbers = works.filter((one) => typeof one === "number");
  const names = works.filter((one) => typeof one !== "number");
  return sql`exists (
    select 1 from reference r where r.citing_work_id = ${citation.workId} and r.cited_work_id = any(array(
      select unnest(${sql.param(numbers)}::bigint[])
      union all
      select i.work_id from work_identifier i
      join unnest(${sql.param(names.map(({ scheme }) => scheme))}::text[],
        ${sql.param(names.map(({ value }) => value))}::text[]) as named (scheme, value) using (scheme, value))))`;
}
