import { eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { votedSummary } from "@/db/schema/hub";
import { CLEAR_POLARITIES, type ClearPolarity } from "@/lib/citation/label-phrase";
import type { LabelStrength } from "@/lib/citation/label-state";
import type { CountedUnit, EvidenceReading } from "@/lib/citation/reading";
import { ROLES, type Role } from "@/lib/citation/role";

/** How many have a value by a single vote somewhere, and how many by agreement or a decision everywhere. */
export type ByStrength = Readonly<Record<LabelStrength, number>>;

/** How many are labelled by people, by the polarity that they have, or by why they have none. */
export interface VotedPolarity extends Readonly<Record<ClearPolarity, ByStrength>> {
  readonly contested: number;
  readonly unclear: number;
}

/** What people say of a hub. What nobody has labelled is not in it. */
export interface VotedFigures {
  /** By what is counted, and by whether judgements without own evidence count as neutral. */
  polarity: Readonly<Record<CountedUnit, Readonly<Record<EvidenceReading, VotedPolarity>>>>;
  /** Citers by role; a citer may have several. In the order of `ROLES`. */
  roles: readonly ({ role: Role } & ByStrength)[];
  /** Citers with at least one role. */
  withRole: number;
  /** Citers by year and polarity, all evidence; year null: not known, and last. */
  years: readonly { year: number | null; polarity: VotedPolarity }[];
  /** The first year in which a citer disagrees, and replicates; null: none, or the year is not known. */
  firstContrasting: number | null;
  firstReplication: number | null;
  /** Citers by their verdict on each claim that anybody spoke to; neutral reads as "used". */
  claims: readonly { number: number; verdicts: Readonly<Record<ClearPolarity, ByStrength>> }[];
}

/** What a count is of. */
interface VotedRow {
  value: string;
  strength: string;
  count: number;
}

interface Row extends VotedRow {
  axis: string;
  unit: CountedUnit;
  evidence: EvidenceReading;
  year: number;
  claim: number;
}

/** The votes on a hub, counted; read from the rows that are kept with every vote. */
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
    .where(eq(votedSummary.hubId, hubId));
  const polarity = rows.filter((row) => row.axis === "polarity");
  const byReading = (unit: CountedUnit) => {
    const counted = polarity.filter((row) => row.unit === unit);
    return {
      all: votedPolarityOf(counted.filter((row) => row.evidence === "all")),
      own: votedPolarityOf(counted.filter((row) => row.evidence === "own")),
    };
  };
  const citers = polarity.filter((row) => row.unit === "citers" && row.evidence === "all");
  const roles = rows.filter((row) => row.axis === "role" && row.unit === "citers");
  const claims = rows.filter((row) => row.axis === "claim");
  return {
    polarity: { citers: byReading("citers"), sentences: byReading("sentences") },
    roles: ROLES.map((role) => ({ role, ...strengthsOf(roles, role) })),
    withRole: sum(roles.filter((row) => row.value === "any")),
    years: distinct(citers.map((row) => row.year || Infinity)).map((year) => ({
      year: year === Infinity ? null : year,
      polarity: votedPolarityOf(citers.filter((row) => (row.year || Infinity) === year)),
    })),
    firstContrasting: firstYear(citers, "contrasting"),
    firstReplication: firstYear(roles, "replication"),
    claims: distinct(claims.filter((row) => row.count > 0).map((row) => row.claim)).map((number) => ({
      number,
      verdicts: byPolarity(claims.filter((row) => row.claim === number)),
    })),
  };
}

const distinct = (numbers: readonly number[]) => [...new Set(numbers)].sort((a, b) => a - b);

const sum = (rows: readonly VotedRow[]) => rows.reduce((total, row) => total + row.count, 0);

function strengthsOf(rows: readonly VotedRow[], value: string): ByStrength {
  const of = (strength: LabelStrength) =>
    sum(rows.filter((row) => row.value === value && row.strength === strength));
  return { single: of("single"), agreed: of("agreed") };
}

function byPolarity(rows: readonly VotedRow[]) {
  return Object.fromEntries(CLEAR_POLARITIES.map((value) => [value, strengthsOf(rows, value)])) as Record<
    ClearPolarity,
    ByStrength
  >;
}

/** Rows of the polarity axis as one count. */
export function votedPolarityOf(rows: readonly VotedRow[]): VotedPolarity {
  const without = (state: string) => sum(rows.filter((row) => row.value === state));
  return { ...byPolarity(rows), contested: without("contested"), unclear: without("unclear") };
}

function firstYear(rows: readonly Row[], value: string): number | null {
  const [first] = distinct(
    rows.filter((row) => row.value === value && row.year > 0 && row.count > 0).map((row) => row.year),
  );
  return first ?? null;
}

/** How many people have a counted vote on the hub; each is found by one step in an index. */
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
