import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { executePrepared } from "@/db/execute-prepared";
import type { CitationLabel } from "@/lib/citation/citation-label";
import type { TargetLabel } from "@/lib/citation/consensus";

/** What the votes on a citation and its targets give. */
export interface LabelledCitation {
  workId: number;
  /** Whether the database has verdicts of it on claims. */
  hasVerdicts: boolean;
  label: CitationLabel;
  targets: { id: number; hidden: boolean; label: TargetLabel }[];
}

/**
 * Writes the labels of citations of one hub, and only where they change. The statements stand in the order in which
 * their triggers lock rows of the summaries.
 */
export async function writeLabels(tx: Db, hubId: number, citations: readonly LabelledCitation[]) {
  await writeTargets(tx, hubId, citations);
  await writeCitations(tx, hubId, citations);
  await writeVerdicts(tx, hubId, citations);
}

async function writeTargets(tx: Db, hubId: number, citations: readonly LabelledCitation[]) {
  const said = citations.flatMap(({ targets }) =>
    targets.map(({ id, hidden, label: { polarity, basis, role, furtherRoles, votes } }) => ({
      id,
      hidden,
      polarity_state: polarity.state,
      polarity: polarity.value,
      basis,
      role_state: role.state,
      role: role.value,
      further_roles: furtherRoles,
      votes,
    })),
  );
  await executePrepared(
    tx,
    sql`
    update target t set hidden = said.hidden, polarity_state = said.polarity_state, polarity = said.polarity,
      basis = said.basis, role_state = said.role_state, role = said.role, further_roles = said.further_roles,
      votes = said.votes,
      settled_at = case
        when (t.polarity_state, t.role_state) = (said.polarity_state, said.role_state) then t.settled_at else now() end
    from jsonb_to_recordset(${JSON.stringify(said)}::jsonb) as said (id bigint, hidden boolean, polarity_state text,
      polarity text, basis text, role_state text, role text, further_roles text[], votes integer)
    where t.hub_id = ${hubId} and t.id = said.id
      and (t.hidden, t.polarity_state, t.polarity, t.basis, t.role_state, t.role, t.further_roles, t.votes)
      is distinct from (said.hidden, said.polarity_state, said.polarity, said.basis, said.role_state, said.role,
        said.further_roles, said.votes)`,
  );
}

async function writeCitations(tx: Db, hubId: number, citations: readonly LabelledCitation[]) {
  const said = citations.map(({ workId, label }) => ({
    work_id: workId,
    label_state: label.state,
    polarity: label.polarity,
    polarity_own: label.polarityOwn,
    strength: label.strength,
    roles: label.roles,
    role_strength: label.roleStrength,
    votes: label.votes,
    contested: label.contested,
  }));
  await executePrepared(
    tx,
    sql`
    update citation c set label_state = said.label_state, polarity = said.polarity, polarity_own = said.polarity_own,
      strength = said.strength, roles = said.roles, role_strength = said.role_strength, votes = said.votes,
      contested = said.contested
    from jsonb_to_recordset(${JSON.stringify(said)}::jsonb) as said (work_id bigint, label_state text, polarity text,
      polarity_own text, strength text, roles text[], role_strength text, votes integer, contested boolean)
    where c.hub_id = ${hubId} and c.work_id = said.work_id
      and (c.label_state, c.polarity, c.polarity_own, c.strength, c.roles, c.role_strength, c.votes, c.contested)
      is distinct from (said.label_state, said.polarity, said.polarity_own, said.strength, said.roles,
        said.role_strength, said.votes, said.contested)`,
  );
}

async function writeVerdicts(tx: Db, hubId: number, citations: readonly LabelledCitation[]) {
  const spoken = citations.filter(({ hasVerdicts, label }) => hasVerdicts || label.claims.length > 0);
  if (spoken.length === 0) return;
  const workIds = spoken.map(({ workId }) => workId);
  const said = spoken.flatMap(({ workId, label }) =>
    label.claims.map(({ number, verdict, strength }) => ({ work_id: workId, number, verdict, strength })),
  );
  await executePrepared(
    tx,
    sql`
    with said as (
      select * from jsonb_to_recordset(${JSON.stringify(said)}::jsonb)
        as one (work_id bigint, number integer, verdict text, strength text)
    ), gone as (
      delete from citation_claim old where old.hub_id = ${hubId} and old.work_id = any(${sql.param(workIds)}::bigint[])
        and not exists (select from said where said.work_id = old.work_id and said.number = old.claim_number)
    )
    insert into citation_claim as old (hub_id, work_id, claim_number, verdict, strength)
    select ${hubId}, work_id, number, verdict, strength from said
    on conflict (hub_id, work_id, claim_number) do update set verdict = excluded.verdict, strength = excluded.strength
    where (old.verdict, old.strength) <> (excluded.verdict, excluded.strength)`,
  );
}
