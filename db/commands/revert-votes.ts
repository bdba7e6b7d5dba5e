import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { user } from "@/db/schema/user";
import { recordAct } from "./audit";
import { lockCitations, relabelLocked } from "./relabel";

interface Revert {
  userId: number;
  since: Date;
  /** The admin. */
  byUserId: number;
  /** The network address that the admin asks from. */
  address: string;
}

/**
 * Brings all votes of a person back to what they said before a moment; those cast later are withdrawn. Each change is a
 * revision of its own, so it can be undone like any other. Gives the number of votes that changed.
 */
export async function revertVotesOf(db: Db, { userId, since, byUserId, address }: Revert): Promise<number> {
  return db.transaction(async (tx) => {
    // Whoever is casting a vote shares this row: they come first, and whoever comes later waits.
    await tx.execute(sql`select 1 from ${user} where id = ${userId} for no key update`);
    const { rows: citations } = await tx.execute<{ hubId: number; workId: number }>(sql`
      select distinct t.hub_id as "hubId", t.work_id as "workId"
      from vote v join target t on t.hub_id = v.hub_id and t.id = v.target_id
      where v.user_id = ${userId} and v.changed_at >= ${since}::timestamptz`);
    await lockCitations(tx, citations);
    const votes = await writeReverts(tx, userId, since, byUserId);
    await relabelLocked(tx, citations);
    const detail = { since: since.toISOString(), votes };
    await recordAct(tx, {
      actorId: byUserId,
      action: "votes.revert",
      subject: `user:${userId}`,
      detail,
      address,
    });
    return votes;
  });
}

/** What a vote said before is found in its revisions; where that is what it says now, nothing is written. */
async function writeReverts(tx: Db, userId: number, since: Date, byUserId: number): Promise<number> {
  const { rows } = await tx.execute<{ votes: number }>(sql`
    with reverted as (
      select v.hub_id, v.id as vote_id, v.revision + 1 as revision, wanted.*
      from vote v
      join vote_revision now on now.hub_id = v.hub_id and now.vote_id = v.id and now.revision = v.revision
      left join lateral (
        select r as revision from vote_revision r
        where r.hub_id = v.hub_id and r.vote_id = v.id and r.at < ${since}::timestamptz order by r.revision desc limit 1
      ) as before on true
      cross join lateral (
        select case when coalesce((before.revision).act, 'withdraw') = 'withdraw' then 'withdraw' else 'revert' end as act,
          said.role, said.further_roles, said.polarity, said.basis, said.claims, said.note, said.own_paper,
          said.guidelines
        from (select (coalesce(before.revision, now)).*) as said
      ) as wanted
      where v.user_id = ${userId} and v.changed_at >= ${since}::timestamptz
        and (wanted.act = 'withdraw', wanted.role, wanted.further_roles, wanted.polarity, wanted.basis, wanted.claims,
          wanted.note, wanted.own_paper)
        is distinct from (now.act = 'withdraw', now.role, now.further_roles, now.polarity, now.basis, now.claims,
          now.note, now.own_paper)
    ), heads as (
      update vote v set role = r.role, further_roles = r.further_roles, polarity = r.polarity, basis = r.basis,
        note = r.note, own_paper = r.own_paper, guidelines = r.guidelines, revision = r.revision,
        changed_at = clock_timestamp(), withdrawn_at = case when r.act = 'withdraw' then clock_timestamp() end
      from reverted r where v.hub_id = r.hub_id and v.id = r.vote_id
    ), claimed as (
      select r.hub_id, r.vote_id, claimed.number, claimed.verdict
      from reverted r, jsonb_to_recordset(r.claims) as claimed (number integer, verdict text)
    ), unclaimed as (
      delete from vote_claim old using reverted r where old.hub_id = r.hub_id and old.vote_id = r.vote_id
        and (old.hub_id, old.vote_id, old.claim_number) not in (select hub_id, vote_id, number from claimed)
    ), claims as (
      insert into vote_claim as old (hub_id, vote_id, claim_number, verdict)
      select hub_id, vote_id, number, verdict from claimed
      on conflict (hub_id, vote_id, claim_number) do update set verdict = excluded.verdict
    ), written as (
      insert into vote_revision (hub_id, vote_id, revision, act, role, further_roles, polarity, basis, claims, note,
        own_paper, guidelines, by_user_id, submission, at)
      select hub_id, vote_id, revision, act, role, further_roles, polarity, basis, claims, note, own_paper, guidelines,
        ${byUserId}::bigint, ${randomUUID()} || '-' || vote_id, clock_timestamp()
      from reverted
      returning 1
    )
    select count(*)::integer as votes from written`);
  return rows[0]?.votes ?? 0;
}
