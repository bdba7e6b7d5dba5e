import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { citationLabel } from "@/lib/citation/citation-label";
import { type Ballot, type Ruling, type TargetLabel, targetLabel } from "@/lib/citation/consensus";

type Row = Record<string, unknown>;
type Key = { hubId: number; targetId: number };

async function rowsOf<Found extends Row>(db: Db, query: string): Promise<Found[]> {
  return (await db.execute(sql.raw(query))).rows as Found[];
}

/**
 * What stands in the database and differs from a recount: labels of targets and citations and verdicts on claims,
 * counted anew from all votes by the pure functions, and every summary against its view. Empty when all is right.
 */
export async function differences(db: Db): Promise<unknown[]> {
  return [...(await labelDifferences(db)), ...(await summaryDifferences(db))];
}

async function labelDifferences(db: Db): Promise<unknown[]> {
  const labels = await labelsAnew(db);
  const targets = await rowsOf<Row & { hidden: boolean; hub_id: number; work_id: number; id: number }>(
    db,
    `select t.hub_id, t.work_id, t.id, t.polarity_state, t.polarity, t.basis, t.role_state, t.role, t.further_roles, t.votes,
      t.hidden as said_hidden, c.hidden_reason is not null or x.hidden_reason is not null as hidden
    from target t join citation c on c.hub_id = t.hub_id and c.work_id = t.work_id
    left join citation_context x on x.hub_id = t.hub_id and x.id = t.context_id`,
  );
  const shown = new Map<string, TargetLabel[]>();
  const wanted = targets.map(({ hub_id, work_id, id, hidden }) => {
    const label = labels({ hubId: hub_id, targetId: id });
    const citation = `${hub_id}/${work_id}`;
    if (!hidden) shown.set(citation, [...(shown.get(citation) ?? []), label]);
    return {
      hub_id,
      work_id,
      id,
      polarity_state: label.polarity.state,
      polarity: label.polarity.value,
      basis: label.basis,
      role_state: label.role.state,
      role: label.role.value,
      further_roles: label.furtherRoles,
      votes: label.votes,
      said_hidden: hidden,
      hidden,
    };
  });
  const citations = await rowsOf<Row & { hub_id: number; work_id: number }>(
    db,
    `select hub_id, work_id, label_state, polarity, polarity_own, strength, roles, role_strength, votes, contested,
      (select coalesce(jsonb_agg(jsonb_build_object('number', claim_number, 'verdict', verdict, 'strength', strength)
        order by claim_number), '[]')
      from citation_claim v where v.hub_id = c.hub_id and v.work_id = c.work_id) as claims
    from citation c`,
  );
  const joint = citations.map(({ hub_id, work_id }) => {
    const label = citationLabel(shown.get(`${hub_id}/${work_id}`) ?? []);
    return {
      hub_id,
      work_id,
      label_state: label.state,
      polarity: label.polarity,
      polarity_own: label.polarityOwn,
      strength: label.strength,
      roles: label.roles,
      role_strength: label.roleStrength,
      votes: label.votes,
      contested: label.contested,
      claims: label.claims,
    };
  });
  return [...unequal(targets, wanted), ...unequal(citations, joint)];
}

function unequal(kept: readonly Row[], wanted: readonly Row[]): unknown[] {
  const text = (row: Row | undefined) =>
    JSON.stringify(row, (_, value) =>
      value && typeof value === "object" && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
    );
  return kept.flatMap((row, i) => (text(row) === text(wanted[i]) ? [] : [{ kept: row, wanted: wanted[i] }]));
}

/** The label of every target, from plain lists of votes, claims and decisions. */
async function labelsAnew(db: Db) {
  const votes = await rowsOf<Ballot & Key & { id: number } & Row>(
    db,
    `select v.hub_id as "hubId", v.target_id as "targetId", v.id, v.role, v.further_roles as "furtherRoles", v.polarity,
      v.basis from vote v where withdrawn_at is null and user_id in (select id from "user" where approved_at is not null)`,
  );
  const claims = await rowsOf<{ voteId: number; number: number; verdict: Ballot["polarity"] }>(
    db,
    `select vote_id as "voteId", claim_number as number, verdict from vote_claim
    where (hub_id, claim_number) not in (select hub_id, number from claim where retired_at is not null)`,
  );
  const rulings = await rowsOf<Ruling & Key & Row>(
    db,
    `select hub_id as "hubId", target_id as "targetId", role, further_roles as "furtherRoles", polarity, basis
    from ruling where lifted_at is null order by id desc`,
  );
  const name = ({ hubId, targetId }: Key) => `${hubId}/${targetId}`;
  const claimsOf = grouped(claims, (claim) => claim.voteId);
  const ballots = grouped(
    votes.map((vote) => ({ ...vote, claims: claimsOf.get(vote.id) ?? [] })),
    name,
  );
  return (key: Key) =>
    targetLabel(ballots.get(name(key)) ?? [], rulings.find((ruling) => name(ruling) === name(key)) ?? null);
}

function grouped<Item, Name>(items: readonly Item[], nameOf: (item: Item) => Name): Map<Name, Item[]> {
  const groups = new Map<Name, Item[]>();
  for (const item of items) {
    const group = groups.get(nameOf(item)) ?? [];
    group.push(item);
    groups.set(nameOf(item), group);
  }
  return groups;
}

async function summaryDifferences(db: Db): Promise<unknown[]> {
  const differing: unknown[] = [];
  for (const [summary, count] of [
    ["hub_summary", "citers"],
    ["co_citation", "citers"],
    ["voted_summary", "count"],
  ] as const)
    differing.push(
      ...(await rowsOf(
        db,
        `(select 'kept', * from ${summary} where ${count} <> 0 except select 'kept', * from ${summary}_recount)
        union all (select 'wanted', * from ${summary}_recount except select 'wanted', * from ${summary})`,
      )),
    );
  const labelled = `select hub_id, unit, evidence, year, value, labelled from suggested_summary where labelled <> 0`;
  const recount = `select hub_id, unit, evidence, year, value, labelled from labelled_suggestions_recount`;
  differing.push(
    ...(await rowsOf(
      db,
      `(select 'kept', * from (${labelled} except ${recount}) as kept)
      union all (select 'wanted', * from (${recount} except ${labelled}) as wanted)`,
    )),
  );
  return differing;
}

/** What the page of a hub must show: how many citers, or sentences, have each polarity by votes; counted from scratch. */
export async function recountPolarity(
  db: Db,
  slug: string,
  unit: "citers" | "sentences",
  evidence: "all" | "own",
): Promise<Record<string, number>> {
  const { rows } = await db.execute<{ value: string; count: number }>(sql`
    select value, sum(count)::int as count from voted_summary_recount v join hub h on h.id = v.hub_id
    where h.slug = ${slug} and axis = 'polarity' and unit = ${unit} and evidence = ${evidence} group by value`);
  return Object.fromEntries(rows.map(({ value, count }) => [value, count]));
}
