import { type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { chooseRepresentatives, MOST_REPRESENTATIVES } from "@/lib/citation/representative";
import { type Candidate, YEARS_PER_PERIOD } from "@/lib/citation/representative-aspects";
import { reasonTally } from "@/lib/citation/representative-reason";

/** So many citers are in memory at once. */
const AT_ONCE = 5_000;

type Row = Candidate & Record<string, unknown>;

/**
 * Chooses the representative citing papers of a hub anew and says whether that changed anything. What people say of a
 * citer comes before what is suggested of it. However many citers there are, few are in memory at once.
 */
export async function writeRepresentatives(tx: Db, hubId: number): Promise<boolean> {
  const choices = chooseRepresentatives(await listPromising(tx, hubId));
  const tally = reasonTally(choices);
  for (let after = 0; ; ) {
    const { rows } = await tx.execute<Row>(
      candidates(hubId, sql`and c.work_id > ${after} order by c.work_id limit ${AT_ONCE}`),
    );
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

const candidates = (hubId: number, more: SQL) => sql`
    select c.work_id as id, c.year, w.fields,
      case when c.role_strength is null then c.suggested_roles else c.roles end as roles,
      case when c.label_state = 'unlabelled' then c.suggested_polarity else c.polarity end as polarity,
      w.cited_by_count as "citedByCount", c.context_count as "contextCount", c.is_self as "isSelf",
      c.is_influential as "isInfluential", w.notices @> '[{"kind": "retracted"}]' as retracted,
      array(select claim_number from citation_claim l where l.hub_id = c.hub_id and l.work_id = c.work_id
        and l.verdict <> 'unclear' order by claim_number) as "claimNumbers"
    from citation c join work w on w.id = c.work_id
    where c.hub_id = ${hubId} and c.hidden_reason is null ${more}`;

/**
 * The citers among which the choice falls: of those that are alike in all that weighs, the first eight by the order among
 * equals, as `precedence` in lib/citation/representative.ts has it. No more can be chosen of them.
 */
async function listPromising(tx: Db, hubId: number): Promise<Row[]> {
  const most = (column: SQL) =>
    sql`${column} is not distinct from max(${column}) filter (where not retracted and not "isSelf") over ()`;
  const { rows } = await tx.execute<Row>(sql`
    with candidate as (${candidates(hubId, sql``)}),
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
