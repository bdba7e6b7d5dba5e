import { type SQL, sql } from "drizzle-orm";

/** A merge on record: what was known of `from` is told of `into`. */
export interface Merge {
  id: number;
  from: number;
  into: number;
}

/** What a merge keeps of the rows of each table: the key, and what it changes. */
const KEPT = {
  source_record: "id bigint, merged boolean",
  source_record_said_twice: "id bigint, record jsonb",
  work_identifier: "scheme text, value text",
  hub: "id bigint",
  /** `moves`: what hangs on it goes along; `made`: the remaining work did not cite the hub before. */
  citation:
    "hub_id bigint, hidden_reason text, moves boolean, made boolean, is_self boolean, is_influential boolean, context_gap text",
  /** Of the remaining work, once it would cite itself. */
  own_citation: "hub_id bigint",
  citation_context: "hub_id bigint, id bigint",
  suggestion: "hub_id bigint, id bigint, context_id bigint",
  flag: "hub_id bigint, id bigint, context_id bigint",
  /** Made for votes and decisions to go to. */
  target: "hub_id bigint, id bigint",
  vote: "hub_id bigint, id bigint, target_id bigint",
  ruling: "hub_id bigint, id bigint, target_id bigint",
} as const;
export type KeptKind = keyof typeof KEPT;

/** A statement that keeps the rows of a query. */
export const keep = (merge: Merge, kind: KeptKind, rows: SQL): SQL => sql`
  insert into work_merge_row (work_merge_id, kind, before)
  select ${merge.id}::bigint, ${kind}, to_jsonb(one) from (${rows}) as one`;

/** A statement that writes, and keeps the rows that it returns. */
export const keepWritten = (merge: Merge, kind: KeptKind, write: SQL): SQL => sql`
  with written as (${write}) ${keep(merge, kind, sql`select * from written`)}`;

/** The rows that a merge kept of a table, to stand in a `from`. */
export const kept = (merge: Merge, kind: KeptKind): SQL => sql`(
  select one.* from work_merge_row r
  cross join lateral jsonb_to_record(r.before) as one(${sql.raw(KEPT[kind])})
  where r.work_merge_id = ${merge.id} and r.kind = ${kind})`;
