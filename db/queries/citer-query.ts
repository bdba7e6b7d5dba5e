import { and, or, type SQL, sql } from "drizzle-orm";
import { citation } from "@/db/schema/citation";
import type { Identifier } from "@/lib/citation/identifiers";
import type { ClaimAsked, Query, QueryTerm, ValueOf, YearRange } from "@/lib/citation/query";
import { hasRow, type LookUp, refersTo, saysWords, workHas } from "./look-up";
import { phraseQuery, wordsQuery } from "./text-query";

/**
 * The condition of a query over the rows of `citation`; undefined where it asks for all. What is hidden, and whether one
 * hub is meant or all, is for the caller to say.
 *
 * `role:` and `polarity:` ask for what people say of a citation as a whole and, where nobody has voted on it, for what is
 * suggested, as the page of a hub shows it; `label:` and `by:` part the two.
 */
export function citationMatches({ terms }: Query, lookUp: LookUp = "join"): SQL | undefined {
  return and(...terms.map((term) => termMatches(term, lookUp)));
}

/** A condition is never null, so that its negation is what it does not hold for. */
function termMatches(term: QueryTerm, lookUp: LookUp): SQL | undefined {
  const matches = or(...conditionsOf(term, lookUp));
  return matches && term.not ? sql`(${matches}) is not true` : matches;
}

const LAST_YEAR = 9999;
/** As dates begin; what comes after the last year comes after all digits. */
const yearText = (year: number) => (year > LAST_YEAR ? "a" : String(year).padStart(4, "0"));

/** Of a date, or of what an order has in its place; the year is its beginning, so an index has the years in order. */
export const withinYears = (values: readonly YearRange[], date: SQL): SQL[] =>
  values.map(
    ({ from, to }) => sql`${date} >= ${yearText(from ?? 1)} and ${date} < ${yearText((to ?? LAST_YEAR) + 1)}`,
  );

function conditionsOf(term: QueryTerm, lookUp: LookUp): SQL[] {
  switch (term.key) {
    case "text":
      return [
        saysWords(lookUp, term.phrase ? phraseQuery(term.text) : wordsQuery(term.text, { unfinished: true })),
      ];
    case "year":
      return withinYears(term.values, sql`${citation.published}`);
    case "claim":
      return term.values.map((value) => speaksTo(lookUp, value));
    case "cites":
      return [citesBeside(lookUp, term.values)];
    case "field":
      return [
        sql`lower(${citation.fields}::text)::text[]
          && ${sql.param(term.values.map((value) => value.toLowerCase()))}::text[]`,
      ];
    case "author":
      return term.values.map((name) =>
        workHas(lookUp, sql`w.search @@ ${wordsQuery(name, { weight: "B" })}`),
      );
    case "venue":
      return term.values.map((name) => workHas(lookUp, sql`search_words(w.venue) @@ ${phraseQuery(name)}`));
    case "role":
      return term.values.map(hasRole);
    case "polarity":
      return term.values.map(hasPolarity);
    case "basis":
      return term.values.map((value) => hasBasis(lookUp, value));
    case "label":
      return term.values.map((value) => (value === "adjudicated" ? isDecided(lookUp) : LABELLED[value]));
    case "by":
      return term.values.map((value) => isLabelledBy(lookUp, value));
    case "has":
      return [sql`${citation.contextCount} > 0`];
    case "is":
      return term.values.map((value) => isOfKind(lookUp, value));
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

const hasBasis = (lookUp: LookUp, basis: ValueOf<"basis">) => sql`(
  ${hasRow(lookUp, "t", sql`target t`, sql`t.basis = ${basis} and not t.hidden`)}
  or (${UNVOTED} and ${suggestedBy(lookUp, sql`s.basis = ${basis}`)}))`;

/** Whether a suggestion that readers may see meets a condition over `s`. */
const suggestedBy = (lookUp: LookUp, condition: SQL) =>
  hasRow(
    lookUp,
    "s",
    sql`suggestion s`,
    sql`${condition} and not exists (
      select 1 from citation_context x
      where x.hub_id = s.hub_id and x.id = s.context_id and x.hidden_reason is not null)`,
  );

/** Whether people come to a verdict on a claim. */
const speaksTo = (lookUp: LookUp, { number, verdict }: ClaimAsked) =>
  hasRow(
    lookUp,
    "c",
    sql`citation_claim c`,
    sql`c.claim_number = ${number}
      ${verdict === null ? sql`` : sql`and c.verdict = ${verdict === "used" ? "neutral" : verdict}`}`,
  );

/** Whether an admin decided on it, or on a sentence of it. */
const isDecided = (lookUp: LookUp) =>
  hasRow(
    lookUp,
    "t",
    sql`ruling r join target t on t.hub_id = r.hub_id and t.id = r.target_id`,
    sql`r.lifted_at is null and not t.hidden`,
  );

const hasStrength = (strength: "single" | "agreed") =>
  sql`(${citation.labelState} = 'labelled' and ${citation.strength} = ${strength})`;

/** What each value of `label:` asks for, but for that which needs other rows. */
export const LABELLED: Readonly<Record<Exclude<ValueOf<"label">, "adjudicated">, SQL>> = {
  unlabelled: sql`${citation.labelState} = 'unlabelled'`,
  single: hasStrength("single"),
  agreed: hasStrength("agreed"),
  contested: sql`${citation.contested}`,
  unclear: sql`${citation.labelState} = 'unclear'`,
  suggested: sql`(${UNVOTED}
    and (${citation.suggestedPolarity} is not null or cardinality(${citation.suggestedRoles}) > 0))`,
};

function isLabelledBy(lookUp: LookUp, whom: ValueOf<"by">): SQL {
  switch (whom) {
    case "person":
      return sql`${citation.votes} > 0`;
    case "import":
      return suggestedBy(lookUp, sql`s.version is null`);
    case "model":
      // A suggestion that names the version of what made it is a model's.
      return suggestedBy(lookUp, sql`s.version is not null`);
  }
}

function isOfKind(lookUp: LookUp, kind: ValueOf<"is">): SQL {
  switch (kind) {
    case "self":
      return sql`${citation.isSelf}`;
    case "influential":
      return sql`${citation.isInfluential}`;
    case "retracted":
      return workHas(lookUp, sql`w.notices @> '[{"kind": "retracted"}]'`);
  }
}

/** Whether the citing work's references name one of the works. */
function citesBeside(lookUp: LookUp, works: readonly (Identifier | number)[]): SQL {
  const numbers = works.filter((one) => typeof one === "number");
  const names = works.filter((one) => typeof one !== "number");
  return refersTo(
    lookUp,
    sql`r.cited_work_id = any(array(
      select unnest(${sql.param(numbers)}::bigint[])
      union all
      select i.work_id from work_identifier i
      join unnest(${sql.param(names.map(({ scheme }) => scheme))}::text[],
        ${sql.param(names.map(({ value }) => value))}::text[]) as named (scheme, value) using (scheme, value)))`,
  );
}
