import { and, gt, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { shownCiters } from "@/db/queries/citer-places";
import { type CandidateRow, representativeCandidates } from "@/db/queries/representative-candidates";
import { citation } from "@/db/schema/citation";
import { chooseRepresentatives, MOST_REPRESENTATIVES } from "@/lib/citation/representative";
import { YEARS_PER_PERIOD } from "@/lib/citation/representative-aspects";
import { reasonTally } from "@/lib/citation/representative-reason";

/** So many citers are in memory at once. */
const AT_ONCE = 5_000;

/**
 * Chooses the representative citing papers of a hub anew and says whether that changed anything. However many citers there are, few are in memory at once.
 */
export async function writeRepresentatives(tx: Db, hubId: number): Promise<boolean> {
  const choices = chooseRepresentatives(await listPromising(tx, hubId));
  const tally = reasonTally(choices);
  for (let after = 0; ; ) {
    const { rows } = await tx.execute<CandidateRow>(sql`
      ${representativeCandidates(and(shownCiters(hubId), gt(citation.workId, after)))}
      order by ${citation.workId} limit ${AT_ONCE}`);
    for (const row of rows) tally.see(row);
    after = rows.at(-1)?.id ?? after;
    if (rows.length < AT_ONCE) break;
  }
  const reasons = tally.reasons();
  return write(
    tx,
    hubId,
    choices.map(({ citer }, i) => ({ rank: i + 1, workId: citer.id, reason: reasons[i] })),
  );
}

/**
 * The citers among which the choice falls: of those that are alike in all that weighs, the first eight by the order among
 * equals, as `precedence` in lib/citation/representative.ts has it. No more can be chosen of them.
 */
async function listPromising(tx: Db, hubId: number): Promise<CandidateRow[]> {
  const most = (column: SQL) =>
    sql`${column} is not distinct from max(${column}) filter (where not retracted and not "isSelf") over ()`;
  const { rows } = await tx.execute<CandidateRow>(sql`
    with candidate as (${representativeCandidates(shownCiters(hubId))}),
    marked as (
      select *, year / ${YEARS_PER_PERIOD}::int as period, ${most(sql`"citedByCount"`)} as most_cited,
        ${most(sql`"contextCount"`)} as most_sentences, ${most(sql`year`)} as newest
      from candidate
    ), placed as (
      select *, row_number() over (
        partition by period, fields, roles, polarity, "isSelf", retracted, "claimNumbers", most_cited, most_sentences, newest
        order by "isInfluential" desc, "contextCount" desc, coalesce("citedByCount", -1) desc, coalesce(year, 0) desc, id
      ) as place
      from marked
    )
    select id, year, fields, roles, polarity, "citedByCount", "contextCount", "isSelf", "isInfluential", retracted,
      "claimNumbers"
    from placed where place <= ${MOST_REPRESENTATIVES}`);
  return rows;
}

async function write(tx: Db, hubId: number, chosen: readonly object[]): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    with chosen as (
      select * from jsonb_to_recordset(${JSON.stringify(chosen)}::jsonb) as one (rank int, "workId" bigint, reason jsonb)
    ), gone as (
      delete from representative old where old.hub_id = ${hubId} and not exists (select from chosen where chosen.rank = old.rank)
      returning 1
    ), written as (
      insert into representative as old (hub_id, rank, work_id, reason)
      select ${hubId}::bigint, rank, "workId", reason from chosen
      on conflict (hub_id, rank) do update set work_id = excluded.work_id, reason = excluded.reason
      where (old.work_id, old.reason) is distinct from (excluded.work_id, excluded.reason)
      returning 1
    )
    select from gone union all select from written`);
  return (rowCount ?? 0) > 0;
}
