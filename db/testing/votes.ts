import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { castVote } from "@/db/commands/cast-vote";
import { findTarget } from "@/db/queries/label-target";
import type { Ballot } from "@/lib/citation/consensus";
import { parseTargetKey } from "@/lib/citation/target-key";

/** Casts a person's vote on the target with this key, through the command that the page uses. */
export async function castOn(
  db: Db,
  userId: number,
  key: string,
  { note = "", revision = 0, ...ballot }: Partial<Ballot> & { note?: string; revision?: number } = {},
): Promise<void> {
  const parsed = parseTargetKey(key);
  const target = parsed && (await findTarget(db, parsed));
  if (!target) throw new Error(`${key} is no target`);
  await castVote(db, {
    userId,
    target,
    ballot: { role: "background", furtherRoles: [], polarity: "neutral", basis: null, claims: [], ...ballot },
    note,
    ownPaper: false,
    guidelines: "test",
    revision,
    submission: randomUUID(),
  });
}

/** What a person's current votes say, the first cast first, with the key of each target. */
export async function votesOf(db: Db, userId: number) {
  const { rows } = await db.execute<{
    key: string;
    role: string;
    furtherRoles: string[];
    polarity: string;
    basis: string | null;
    note: string;
    revision: number;
    claims: { number: number; verdict: string }[];
  }>(sql`
    select coalesce('context-' || t.context_id, 'paper-' || t.hub_id || '-' || t.work_id) as key, v.role,
      v.further_roles as "furtherRoles", v.polarity, v.basis, v.note, v.revision,
      coalesce((select jsonb_agg(jsonb_build_object('number', c.claim_number, 'verdict', c.verdict) order by c.claim_number)
        from vote_claim c where c.hub_id = v.hub_id and c.vote_id = v.id), '[]') as claims
    from vote v join target t on t.hub_id = v.hub_id and t.id = v.target_id
    where v.user_id = ${userId} and v.withdrawn_at is null order by v.cast_at, v.id`);
  return rows;
}

/** The keys of a hub's targets that nobody has voted on. */
export async function untouchedKeys(
  db: Db,
  slug: string,
): Promise<{ sentences: string[]; papers: string[] }> {
  const { rows } = await db.execute<{ key: string; sentence: boolean }>(sql`
    with targets as (
      select x.hub_id, x.work_id, x.id as context_id from citation_context x
      union all select c.hub_id, c.work_id, null from citation c where c.context_count = 0
    )
    select coalesce('context-' || x.context_id, 'paper-' || x.hub_id || '-' || x.work_id) as key,
      x.context_id is not null as sentence
    from targets x join hub h on h.id = x.hub_id and h.slug = ${slug}
    where not exists (select from target t where t.hub_id = x.hub_id and t.work_id = x.work_id
      and t.context_id is not distinct from x.context_id)
    order by 1`);
  const keys = (sentence: boolean) => rows.filter((row) => row.sentence === sentence).map(({ key }) => key);
  return { sentences: keys(true), papers: keys(false) };
}
