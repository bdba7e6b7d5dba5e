import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { executePrepared } from "@/db/execute-prepared";
import type { Ballot, Ruling } from "@/lib/citation/consensus";

/** A citation with everything that decides its label. */
export interface CountedCitation extends Record<string, unknown> {
  hubId: number;
  workId: number;
  /** Of the hub. */
  slug: string;
  /** Whether it has a verdict on a claim by now. */
  hasVerdicts: boolean;
  targets: { id: number; hidden: boolean; ballots: Ballot[]; ruling: Ruling | null }[];
}

const AT_ONCE = 1_000;

/** The votes that count on all targets of citations: those not withdrawn, of people who are approved; without what they say of retired claims. */
export async function listCountedCitations(
  tx: Db,
  citations: readonly { hubId: number; workId: number }[],
): Promise<CountedCitation[]> {
  const counted: CountedCitation[] = [];
  for (let from = 0; from < citations.length; from += AT_ONCE)
    counted.push(...(await listSome(tx, JSON.stringify(citations.slice(from, from + AT_ONCE)))));
  return counted;
}

async function listSome(tx: Db, citations: string): Promise<CountedCitation[]> {
  const { rows } = await executePrepared<CountedCitation>(
    tx,
    sql`
    select c.hub_id as "hubId", c.work_id as "workId", h.slug, coalesce(labelled.targets, '[]') as targets,
      exists (select from citation_claim v where v.hub_id = c.hub_id and v.work_id = c.work_id) as "hasVerdicts"
    from citation c
    join hub h on h.id = c.hub_id
    left join lateral (
      select jsonb_agg(jsonb_build_object(
        'id', t.id,
        'hidden', c.hidden_reason is not null or x.hidden_reason is not null,
        'ruling', (
          select jsonb_build_object('role', r.role, 'furtherRoles', r.further_roles, 'polarity', r.polarity, 'basis', r.basis)
          from ruling r where r.hub_id = t.hub_id and r.target_id = t.id and r.lifted_at is null
          order by r.id desc limit 1),
        'ballots', (
          select coalesce(jsonb_agg(jsonb_build_object('role', v.role, 'furtherRoles', v.further_roles,
            'polarity', v.polarity, 'basis', v.basis, 'claims', (
              select coalesce(jsonb_agg(jsonb_build_object('number', s.claim_number, 'verdict', s.verdict)), '[]')
              from vote_claim s where s.hub_id = v.hub_id and s.vote_id = v.id and not exists (
                select from claim k where k.hub_id = s.hub_id and k.number = s.claim_number
                  and k.retired_at is not null)))), '[]')
          from vote v join "user" u on u.id = v.user_id
          where v.hub_id = t.hub_id and v.target_id = t.id and v.withdrawn_at is null and u.approved_at is not null)
      )) as targets
      from target t left join citation_context x on x.hub_id = t.hub_id and x.id = t.context_id
      where t.hub_id = c.hub_id and t.work_id = c.work_id
    ) as labelled on true
    where (c.hub_id, c.work_id) in (
      select "hubId", "workId" from jsonb_to_recordset(${citations}::jsonb) as one ("hubId" bigint, "workId" bigint))`,
  );
  return rows;
}
