import { and, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { votedSummary } from "@/db/schema/hub";
import { CLEAR_POLARITIES, type ClearPolarity } from "@/lib/citation/label-phrase";
import type { CountedUnit, EvidenceReading } from "@/lib/citation/reading";
import { ROLES, type Role } from "@/lib/citation/role";

/** How many have a label that rests on one vote somewhere, and how many one that is agreed or decided everywhere. */
export interface ByStrength {
  single: number;
  agreed: number;
}

/** How many have each polarity, and how many of those with votes have none. What has no vote is not counted. */
export interface VotedCounts {
  values: Readonly<Record<ClearPolarity, ByStrength>>;
  contested: number;
  unclear: number;
}

/** What people say of a hub. */
export interface VotedFigures {
  /** By what is counted, and by whether judgements without own evidence count as neutral. */
  polarity: Readonly<Record<CountedUnit, Readonly<Record<EvidenceReading, VotedCounts>>>>;
  /** In the order of `ROLES`. A citer (or sentence) may have several roles; `any` counts each once. */
  roles: Readonly<
    Record<CountedUnit, { any: number; values: readonly ({ role: Role } & Readonly<ByStrength>)[] }>
  >;
  /** Of citers that people have labelled, in whatever way, how many a role is suggested of, and any. */
  suggestedRoles: { any: number; values: Readonly<Partial<Record<Role, number>>> };
  /** Citers by year and polarity, all evidence; year null: not known, and last. */
  years: readonly { year: number | null; polarities: VotedCounts }[];
  /** The first year in which a citer disagrees, and replicates; null: none, or the year is not known. */
  firstContrasting: number | null;
  firstReplication: number | null;
  /** Citers by their verdict on each claim that anybody spoke to, C1 first; neutral reads as used. */
  claims: readonly { number: number; verdicts: Readonly<Record<ClearPolarity, ByStrength>> }[];
}

/** What people say of a hub, read from the rows that are kept with every vote. */
export async function getVotedFigures(db: Db, hubId: number): Promise<VotedFigures> {
  const rows: readonly Row[] = await db
    .select({
      axis: votedSummary.axis,
      unit: votedSummary.unit,
      evidence: votedSummary.evidence,
      year: votedSummary.year,
      claim: votedSummary.claim,
      value: votedSummary.value,
      strength: votedSummary.strength,
      count: votedSummary.count,
    })
    .from(votedSummary)
    .where(and(eq(votedSummary.hubId, hubId), sql`${votedSummary.count} > 0`));
  const of = (wanted: Partial<Row>) => rows.filter((row) => isLike(row, wanted));
  const byReading = (unit: CountedUnit) => ({
    all: votedCountsOf(of({ axis: "polarity", unit, evidence: "all" })),
    own: votedCountsOf(of({ axis: "polarity", unit, evidence: "own" })),
  });
  const ofCiters = of({ axis: "polarity", unit: "citers", evidence: "all" });
  return {
    polarity: { citers: byReading("citers"), sentences: byReading("sentences") },
    roles: {
      citers: byRole(of({ axis: "role", unit: "citers" })),
      sentences: byRole(of({ axis: "role", unit: "sentences" })),
    },
    suggestedRoles: suggestedRolesOf(of({ axis: "suggested_role" })),
    years: distinct(ofCiters, (row) => row.year || Infinity).map((year) => ({
      year: year === Infinity ? null : year,
      polarities: votedCountsOf(ofCiters.filter((row) => (row.year || Infinity) === year)),
    })),
    firstContrasting: firstYear(ofCiters, "contrasting"),
    firstReplication: firstYear(of({ axis: "role", unit: "citers" }), "replication"),
    claims: distinct(of({ axis: "claim" }), (row) => row.claim).map((claim) => ({
      number: claim,
      verdicts: votedCountsOf(of({ axis: "claim", claim })).values,
    })),
  };
}

/** How many people have a vote on a hub that counts; each is found by one step in an index. */
export async function countVoters(db: Db, hubId: number): Promise<number> {
  const { rows } = await db.execute<{ people: number }>(sql`
    with recursive voter as (
      (select user_id from vote where hub_id = ${hubId} and withdrawn_at is null order by user_id limit 1)
      union all
      select (select v.user_id from vote v where v.hub_id = ${hubId} and v.withdrawn_at is null
        and v.user_id > voter.user_id order by v.user_id limit 1)
      from voter where voter.user_id is not null
    )
    select count(*)::int as people from voter join "user" u on u.id = voter.user_id where u.approved_at is not null`);
  return rows[0]?.people ?? 0;
}

type Row = Pick<
  typeof votedSummary.$inferSelect,
  "axis" | "unit" | "evidence" | "year" | "claim" | "value" | "strength" | "count"
>;

const isLike = (row: Row, wanted: Partial<Row>) =>
  Object.entries(wanted).every(([column, value]) => row[column as keyof Row] === value);

/** What a count is of. */
type Counted = Pick<Row, "value" | "strength" | "count">;

const sum = (rows: readonly Counted[]) => rows.reduce((total, row) => total + row.count, 0);

const byStrength = (rows: readonly Counted[]): ByStrength => ({
  single: sum(rows.filter((row) => row.strength === "single")),
  agreed: sum(rows.filter((row) => row.strength === "agreed")),
});

/** Rows of the polarity axis, or of one claim, as one count. */
export function votedCountsOf(rows: readonly Counted[]): VotedCounts {
  const of = (value: string) => rows.filter((row) => row.value === value);
  const values = CLEAR_POLARITIES.map((value) => [value, byStrength(of(value))] as const);
  return {
    values: Object.fromEntries(values) as Record<ClearPolarity, ByStrength>,
    contested: sum(of("contested")),
    unclear: sum(of("unclear")),
  };
}

function byRole(rows: readonly Row[]) {
  const of = (value: string) => rows.filter((row) => row.value === value);
  return { any: sum(of("any")), values: ROLES.map((role) => ({ role, ...byStrength(of(role)) })) };
}

function suggestedRolesOf(rows: readonly Row[]): VotedFigures["suggestedRoles"] {
  const of = (value: string) => sum(rows.filter((row) => row.value === value));
  return {
    any: of("any"),
    values: Object.fromEntries(ROLES.map((role) => [role, of(role)])),
  };
}

function distinct(rows: readonly Row[], numberOf: (row: Row) => number): number[] {
  return [...new Set(rows.map(numberOf))].sort((a, b) => a - b);
}

function firstYear(rows: readonly Row[], value: string): number | null {
  const years = rows.filter((row) => row.value === value && row.year > 0).map((row) => row.year);
  return years.length === 0 ? null : Math.min(...years);
}
