import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { kept, type Merge } from "./merge-record";

/** What a merge does, in numbers of rows. */
export interface Moved extends Record<string, unknown> {
  mergeId: number;
  records: number;
  identifiers: number;
  /** The address of the hub that the work was; null when it was none. */
  hub: string | null;
  /** Hubs that only the work cited, hubs that both cite, and those whose citation stays behind, hidden. */
  hubsMoved: number;
  hubsJoined: number;
  hubsLeft: number;
  contexts: number;
  /** Sentences that both papers have: told once from now on. */
  contextsTwice: number;
  votes: number;
  /** Votes of people who voted on the same target of both: those on the remaining paper count. */
  votesTwice: number;
  decisions: number;
  suggestions: number;
  suggestionsTwice: number;
  reports: number;
  references: number;
}

/** Counts what a merge moved and what it left behind, while it stands. */
export async function countMoved(tx: Db, merge: Merge): Promise<Moved> {
  const { from } = merge;
  const rowsOf = (kind: Parameters<typeof kept>[1]) =>
    sql`(select count(*)::int from ${kept(merge, kind)} x)`;
  const citations = kept(merge, "citation");
  const onMovedContexts = (table: string) => sql`(
    select count(*)::int from ${sql.identifier(table)} one join ${kept(merge, "citation_context")} x
      on one.hub_id = x.hub_id and one.context_id = x.id)`;
  const movedIn = sql`(select hub_id from ${citations} c where moves)`;
  const { rows } = await tx.execute<Moved>(sql`
    select ${merge.id}::int as "mergeId",
      ${rowsOf("source_record")} + ${rowsOf("source_record_said_twice")} as records,
      ${rowsOf("work_identifier")} as identifiers,
      (select h.slug from hub h join ${kept(merge, "hub")} x on x.id = h.id) as hub,
      (select count(*)::int from ${citations} c where moves and made) as "hubsMoved",
      (select count(*)::int from ${citations} c where moves and not made) as "hubsJoined",
      (select count(*)::int from ${citations} c where not moves) as "hubsLeft",
      ${rowsOf("citation_context")} as contexts,
      (select count(*)::int from citation_context where work_id = ${from} and hub_id in ${movedIn}) as "contextsTwice",
      ${rowsOf("vote")} + (
        select count(*)::int from vote v join target t on t.hub_id = v.hub_id and t.id = v.target_id
        join ${kept(merge, "citation_context")} x on x.hub_id = t.hub_id and x.id = t.context_id) as votes,
      (select count(*)::int from vote v join target t on t.hub_id = v.hub_id and t.id = v.target_id
        where t.work_id = ${from} and t.hub_id in ${movedIn}) as "votesTwice",
      ${rowsOf("ruling")} + (
        select count(*)::int from ruling r join target t on t.hub_id = r.hub_id and t.id = r.target_id
        join ${kept(merge, "citation_context")} x on x.hub_id = t.hub_id and x.id = t.context_id) as decisions,
      ${rowsOf("suggestion")} + ${onMovedContexts("suggestion")} as suggestions,
      (select count(*)::int from suggestion where work_id = ${from} and hub_id in ${movedIn}) as "suggestionsTwice",
      ${rowsOf("flag")} + ${onMovedContexts("flag")} as reports,
      (select count(*)::int from merged_reference where ${from} in (citing_work_id, cited_work_id)) as references`);
  const [row] = rows;
  if (!row) throw new Error("a count gave no row");
  return row;
}
