import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { executePrepared } from "@/db/execute-prepared";
import type { Ballot } from "@/lib/citation/consensus";
import { ROLES } from "@/lib/citation/role";
import type { Target } from "@/lib/citation/target-key";
import type { VoteAct } from "@/lib/citation/vote-act";
import { UserError } from "@/lib/errors";
import { relabelLocked } from "./relabel";
import { type StandingVote, VoteConflict } from "./vote-conflict";

/** One press of a button by a person about that person's own vote. */
export interface VoteRequest {
  userId: number;
  target: Target;
  /** Of the vote that the form was opened with; 0: there was none. */
  revision: number;
  /** A random name given with the form: the same name again is the same press. */
  submission: string;
}

/** What a vote is to say from now on. After the act `withdraw` it says the same, and does not count. */
export interface RevisionState extends Ballot {
  act: VoteAct;
  note: string;
  ownPaper: boolean;
  guidelines: string;
}

const GONE = "What you labelled is no longer here. Take the next one.";

/** Where the vote is, and what it says now; `current` is null where the person never voted. */
interface VoteHead {
  targetId: number | null;
  voteId: number | null;
  current: (StandingVote & { guidelines: string }) | null;
}

/** The target as it stands, read under the lock of its citation. */
type Place = { hubPublished: boolean; hidden: boolean; claims: number[] };

/**
 * Changes a person's vote in one transaction: locks, asks `decide` for the new state, appends it as a revision, and
 * recounts the labels. A request that was carried out before gives what it gave then.
 *
 * @throws VoteConflict when the vote has another revision than the request names; UserError when there is no such
 * target; whatever `decide` throws.
 */
export async function changeVote(
  db: Db,
  request: VoteRequest,
  decide: (head: VoteHead, place: Place, tx: Db) => RevisionState | Promise<RevisionState>,
): Promise<{ revision: number }> {
  return db.transaction(async (tx) => {
    const place = await lockTarget(tx, request);
    const { head, sent } = await readHead(tx, request);
    if (sent !== null) return { revision: sent };
    if ((head.current?.revision ?? 0) !== request.revision) throw new VoteConflict(head.current);
    const state = await decide(head, place, tx);
    const revision = await appendRevision(tx, request, head, state);
    await relabelLocked(tx, [request.target]);
    return { revision };
  });
}

/**
 * Locks the voter and then the citation, in the order of every command on votes. The voter's row is shared: whoever
 * approves the account waits, so that no vote is left uncounted.
 */
async function lockTarget(tx: Db, { userId, target }: VoteRequest): Promise<Place> {
  const { rows } = await executePrepared<Place & { exists: boolean }>(
    tx,
    sql`
    with voter as materialized (select id from "user" where id = ${userId} for share)
    select ${target.contextId}::bigint is null or x.id is not null as exists, h.status = 'published' as "hubPublished",
      c.hidden_reason is not null or x.hidden_reason is not null as hidden,
      array(select number from claim where claim.hub_id = c.hub_id and retired_at is null) as claims
    from voter cross join citation c
    join hub h on h.id = c.hub_id
    left join citation_context x on x.hub_id = c.hub_id and x.work_id = c.work_id and x.id = ${target.contextId}
    where c.hub_id = ${target.hubId} and c.work_id = ${target.workId}
    for no key update of c`,
  );
  const [place] = rows;
  if (!place?.exists) throw new UserError(GONE);
  return place;
}

interface HeadRow extends StandingVote, Record<string, unknown> {
  targetId: number | null;
  voteId: number | null;
  guidelines: string;
  sent: number | null;
  sentTo: number | null;
  /** Whether the sentence is still of this paper: a merge may have moved it. */
  there: boolean;
}

/** A statement of its own after the lock, so that it sees what was committed while waiting. */
async function readHead(tx: Db, { userId, target, submission }: VoteRequest) {
  const { rows } = await executePrepared<HeadRow>(
    tx,
    sql`
    select t.id as "targetId", v.id as "voteId", v.role, v.further_roles as "furtherRoles", v.polarity, v.basis,
      v.note, v.own_paper as "ownPaper", v.guidelines, v.revision, v.withdrawn_at is not null as withdrawn,
      (select coalesce(jsonb_agg(jsonb_build_object('number', claim_number, 'verdict', verdict) order by claim_number), '[]')
        from vote_claim vc where vc.hub_id = v.hub_id and vc.vote_id = v.id) as claims,
      sent.revision as sent, sent.vote_id as "sentTo",
      ${target.contextId}::bigint is null or exists (select from citation_context x
        where x.hub_id = one.hub_id and x.id = ${target.contextId} and x.work_id = ${target.workId}) as there
    from (values (${target.hubId}::bigint)) as one (hub_id)
    left join target t on t.hub_id = one.hub_id and t.work_id = ${target.workId}
      and t.context_id is not distinct from ${target.contextId}::bigint
    left join vote v on v.hub_id = t.hub_id and v.target_id = t.id and v.user_id = ${userId}
    left join vote_revision sent on sent.hub_id = one.hub_id and sent.by_user_id = ${userId}
      and sent.submission = ${submission}`,
  );
  const [row] = rows;
  if (!row) throw new Error("a query without a condition gave no row");
  const { targetId, voteId, sent, sentTo, there, ...current } = row;
  if (!there) throw new UserError(GONE);
  if (sent !== null && sentTo !== voteId)
    throw new UserError("This form was sent before, for another sentence. Open this one again and label it.");
  const head: VoteHead = { targetId, voteId, current: voteId === null ? null : current };
  return { head, sent };
}

/** Writes the vote and its new revision, and makes vote and target where there are none. Gives the revision's number. */
async function appendRevision(
  tx: Db,
  request: VoteRequest,
  { targetId, voteId, current }: VoteHead,
  state: RevisionState,
): Promise<number> {
  const { target, userId } = request;
  const revision = (current?.revision ?? 0) + 1;
  const said = JSON.stringify([
    {
      ...state,
      furtherRoles: ROLES.filter((role) => state.furtherRoles.includes(role)),
      claims: [...state.claims].sort((a, b) => a.number - b.number),
    },
  ]);
  await executePrepared(
    tx,
    sql`
    with said as (
      select * from jsonb_to_recordset(${said}::jsonb) as one (act text, role text, "furtherRoles" text[], polarity text,
        basis text, claims jsonb, note text, "ownPaper" boolean, guidelines text)
    ), claimed as (
      select claimed.* from said, jsonb_to_recordset(said.claims) as claimed (number integer, verdict text)
    ), made as (
      insert into target (hub_id, work_id, context_id)
      select ${target.hubId}, ${target.workId}, ${target.contextId}::bigint where ${targetId}::bigint is null
      returning id
    ), head as (
      insert into vote as v (hub_id, target_id, user_id, role, further_roles, polarity, basis, note, own_paper,
        guidelines, revision, cast_at, changed_at, withdrawn_at)
      select ${target.hubId}, coalesce(${targetId}::bigint, (select id from made)), ${userId}::bigint, role, "furtherRoles",
        polarity, basis, note, "ownPaper", guidelines, ${revision}::integer, clock_timestamp(), clock_timestamp(),
        case when act = 'withdraw' then clock_timestamp() end
      from said
      on conflict (hub_id, target_id, user_id) do update set role = excluded.role,
        further_roles = excluded.further_roles, polarity = excluded.polarity, basis = excluded.basis,
        note = excluded.note, own_paper = excluded.own_paper, guidelines = excluded.guidelines,
        revision = excluded.revision, changed_at = excluded.changed_at, withdrawn_at = excluded.withdrawn_at
      returning id
    ), unclaimed as (
      delete from vote_claim old where old.hub_id = ${target.hubId} and old.vote_id = ${voteId}::bigint
        and old.claim_number not in (select number from claimed)
    ), claims as (
      insert into vote_claim as old (hub_id, vote_id, claim_number, verdict)
      select ${target.hubId}, head.id, number, verdict from head, claimed
      on conflict (hub_id, vote_id, claim_number) do update set verdict = excluded.verdict
    )
    insert into vote_revision (hub_id, vote_id, revision, act, role, further_roles, polarity, basis, claims, note,
      own_paper, guidelines, by_user_id, submission, at)
    select ${target.hubId}, head.id, ${revision}::integer, act, role, "furtherRoles", polarity, basis, claims, note,
      "ownPaper", guidelines, ${request.userId}::bigint, ${request.submission}, clock_timestamp()
    from head, said`,
  );
  return revision;
}
