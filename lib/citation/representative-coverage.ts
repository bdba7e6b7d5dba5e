import type { ClearPolarity } from "@/lib/citation/label-phrase";
import type { Polarity } from "@/lib/citation/polarity";
import {
  type Aspect,
  type Candidate,
  highest,
  isOutsider,
  MEASURED,
  MEASURES,
  type Measure,
  periodOf,
} from "@/lib/citation/representative-aspects";
import { ROLES, type Role } from "@/lib/citation/role";

/*
 * A judgement or a replication weighs more than everything else together, which is 5 for a role, 4 + 4 + 3 for
 * the measures, 3 for a claim, 2 for a field, 1 for a period and 1 for no judgement.
 */
const POLARITY_WEIGHTS: Readonly<Record<ClearPolarity, number>> = {
  contrasting: 40,
  supporting: 30,
  mixed: 25,
  neutral: 1,
};

const ROLE_WEIGHTS: Readonly<Record<Role, number>> = {
  replication: 35,
  extension: 5,
  method: 5,
  dataset: 5,
  software: 5,
  baseline: 5,
  evidence: 4,
  comparison: 3,
  motivation: 2,
  background: 1,
  future_work: 1,
  other: 0,
};

const MEASURE_WEIGHTS: Readonly<Record<Measure, number>> = { citations: 4, sentences: 4, year: 3 };
const CLAIM_WEIGHT = 3;
const FIELD_WEIGHT = 2;
const PERIOD_WEIGHT = 1;

/** Below this, having most of something is no distinction. */
const LEAST: Readonly<Record<Measure, number>> = { citations: 1, sentences: 2, year: 0 };

/** What the papers taken so far show. */
export interface Coverage {
  readonly polarities: Set<Polarity>;
  readonly roles: Set<Role>;
  readonly claims: Set<number>;
  readonly fields: Set<string>;
  readonly periods: Set<number>;
  /** The measures of which no paper taken has most, with what the most is. */
  owed: readonly Owed[];
}

interface Owed {
  measure: Measure;
  most: number;
}

/** Coverage before any paper is taken. Only outsiders can have most of something. */
export function emptyCoverage(candidates: readonly Candidate[]): Coverage {
  const owed = MEASURES.flatMap((measure) => {
    const most = highest(candidates, measure);
    return most !== null && most >= LEAST[measure] ? [{ measure, most }] : [];
  });
  return {
    polarities: new Set(),
    roles: new Set(),
    claims: new Set(),
    fields: new Set(),
    periods: new Set(),
    owed,
  };
}

/** Adds to the coverage what a paper shows. */
export function cover(coverage: Coverage, candidate: Candidate): void {
  if (candidate.polarity !== null) coverage.polarities.add(candidate.polarity);
  for (const role of candidate.roles) coverage.roles.add(role);
  for (const claim of candidate.claimNumbers ?? []) coverage.claims.add(claim);
  for (const field of candidate.fields) coverage.fields.add(field);
  if (candidate.year !== null) coverage.periods.add(periodOf(candidate.year));
  coverage.owed = coverage.owed.filter((owed) => !hasMost(candidate, owed));
}

/** Whether this paper has most of something of which no paper taken has most. */
export function isOwed({ owed }: Coverage, candidate: Candidate): boolean {
  return owed.some((one) => hasMost(candidate, one));
}

function hasMost(candidate: Candidate, { measure, most }: Owed): boolean {
  return isOutsider(candidate) && MEASURED[measure](candidate) === most;
}

/**
 * The weight of what a paper would add: of each kind the heaviest that is not covered, so that a long list of
 * fields or roles does not win. Runs for every candidate, so it makes no list.
 */
export function gainOf(coverage: Coverage, candidate: Candidate): number {
  const polarity = newPolarity(coverage, candidate);
  const role = heaviestRole(candidate.roles, coverage.roles);
  let gain = polarity === undefined ? 0 : POLARITY_WEIGHTS[polarity];
  if (role !== undefined) gain += ROLE_WEIGHTS[role];
  for (const owed of coverage.owed) if (hasMost(candidate, owed)) gain += MEASURE_WEIGHTS[owed.measure];
  if (lowest(candidate.claimNumbers, coverage.claims) !== undefined) gain += CLAIM_WEIGHT;
  if (lowest(candidate.fields, coverage.fields) !== undefined) gain += FIELD_WEIGHT;
  if (newPeriod(coverage, candidate) !== undefined) gain += PERIOD_WEIGHT;
  return gain;
}

/** The heaviest of what a paper would add, if it adds anything. */
export function leadOf(coverage: Coverage, candidate: Candidate): Aspect | undefined {
  const weighted: { aspect: Aspect; weight: number }[] = [];
  const polarity = newPolarity(coverage, candidate);
  const role = heaviestRole(candidate.roles, coverage.roles);
  const claim = lowest(candidate.claimNumbers, coverage.claims);
  const field = lowest(candidate.fields, coverage.fields);
  const firstYear = newPeriod(coverage, candidate);
  if (polarity !== undefined)
    weighted.push({ aspect: { kind: "polarity", polarity }, weight: POLARITY_WEIGHTS[polarity] });
  if (role !== undefined) weighted.push({ aspect: { kind: "role", role }, weight: ROLE_WEIGHTS[role] });
  for (const owed of coverage.owed.filter((one) => hasMost(candidate, one)))
    weighted.push({ aspect: { kind: owed.measure }, weight: MEASURE_WEIGHTS[owed.measure] });
  if (claim !== undefined) weighted.push({ aspect: { kind: "claim", claim }, weight: CLAIM_WEIGHT });
  if (field !== undefined) weighted.push({ aspect: { kind: "field", field }, weight: FIELD_WEIGHT });
  if (firstYear !== undefined)
    weighted.push({ aspect: { kind: "period", firstYear }, weight: PERIOD_WEIGHT });
  return weighted.sort((a, b) => b.weight - a.weight)[0]?.aspect;
}

function newPolarity({ polarities }: Coverage, { polarity }: Candidate): ClearPolarity | undefined {
  return polarity === null || polarity === "unclear" || polarities.has(polarity) ? undefined : polarity;
}

function newPeriod({ periods }: Coverage, { year }: Candidate): number | undefined {
  return year === null || periods.has(periodOf(year)) ? undefined : periodOf(year);
}

/** Of two roles that weigh the same the one that comes first in the vocabulary, whatever order they are in. */
function heaviestRole(roles: readonly Role[], covered: ReadonlySet<Role>): Role | undefined {
  let heaviest: Role | undefined;
  for (const role of roles) {
    if (covered.has(role) || ROLE_WEIGHTS[role] === 0) continue;
    if (heaviest === undefined || roleOrder(role, heaviest) < 0) heaviest = role;
  }
  return heaviest;
}

function roleOrder(a: Role, b: Role): number {
  return ROLE_WEIGHTS[b] - ROLE_WEIGHTS[a] || ROLES.indexOf(a) - ROLES.indexOf(b);
}

/** The lowest number, or the first name by its letters, so that the order of a list does not matter. */
function lowest<Value extends number | string>(
  values: readonly Value[] | undefined,
  covered: ReadonlySet<Value>,
): Value | undefined {
  let least: Value | undefined;
  for (const value of values ?? []) {
    if (!covered.has(value) && (least === undefined || value < least)) least = value;
  }
  return least;
}
