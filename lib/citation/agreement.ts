import { bootstrapInterval } from "@/lib/citation/bootstrap";
import { alphaOf, countCoincidences } from "@/lib/citation/coincidences";
import type { Ballot } from "@/lib/citation/consensus";
import { masiDistance } from "@/lib/citation/masi";
import { ROLES, type Role } from "@/lib/citation/role";

/**
 * Krippendorff's alpha, the agreement of any number of raters on units that need not all be rated by all: 1 is perfect,
 * 0 what chance would give, below 0 less than that. Each unit is the list of its ratings; the order of units and of
 * ratings does not matter. `distance` is symmetric, 0 for equal values. Units with fewer than two ratings drop out.
 * Null when none is left, and when all ratings left are one value: without variation agreement cannot be told from
 * raters who always say the same.
 *
 * Source: K. Krippendorff, "Computing Krippendorff's alpha-reliability" (2011), whose examples are the test.
 */
export function krippendorffAlpha<Value>(
  units: readonly (readonly Value[])[],
  distance: (a: Value, b: Value) => number,
): number | null {
  const counted = countCoincidences(units, distance);
  return alphaOf(counted.units, counted.distances);
}

/** The distance of values that are the same or not: 0 or 1. */
export function nominalDistance<Value>(a: Value, b: Value): number {
  return a === b ? 0 : 1;
}

/**
 * The share, from 0 to 1, of agreeing pairs among all pairs of ratings of the same unit. Every pair weighs the same, so
 * a unit with many ratings weighs more. Null without a pair.
 */
export function rawAgreement<Value>(units: readonly (readonly Value[])[]): number | null {
  let pairs = 0;
  let agreeing = 0;
  for (const ratings of units) {
    ratings.forEach((a, i) => {
      const later = ratings.slice(i + 1);
      pairs += later.length;
      agreeing += later.filter((b) => a === b).length;
    });
  }
  return pairs === 0 ? null : agreeing / pairs;
}

/** Agreement on one axis, over `targets` with two decisive votes or more, which have `ratings` such votes together. */
export interface AxisAgreement {
  alpha: number | null;
  /** The ends of the 95 % bootstrap interval of alpha; both null where `bootstrapInterval` has none. */
  low: number | null;
  high: number | null;
  /** The share of agreeing pairs, from 0 to 1. For role sets only equal sets agree. */
  raw: number | null;
  targets: number;
  ratings: number;
}

export interface HubAgreement {
  polarity: AxisAgreement;
  role: AxisAgreement;
  roleSet: AxisAgreement;
  /** Of all votes, those whose polarity is unclear: missing data on that axis, and so not in its figures. */
  unclearShare: { unclear: number; votes: number };
}

/**
 * How far the voters of a hub agree: on polarity and on the primary role, where values are the same or not, and on the
 * whole set of roles by the MASI distance. Each target is the list of its counted, current votes. An unclear polarity
 * is missing data; on the role every vote counts. The intervals depend on the seed and on the order of the
 * targets, so keep both when they shall come out the same again; the other figures depend on neither.
 */
export function hubAgreement(
  targets: readonly (readonly Pick<Ballot, "role" | "furtherRoles" | "polarity">[])[],
  seed: number,
): HubAgreement {
  const polarities = targets.map((votes) => votes.map((vote) => vote.polarity));
  const decisive = polarities.map((votes) => votes.filter((polarity) => polarity !== "unclear"));
  const roles = targets.map((votes) => votes.map((vote) => vote.role));
  const setOf = roleSets();
  const sets = targets.map((votes) => votes.map(setOf));
  return {
    polarity: axisAgreement(decisive, nominalDistance, seed),
    role: axisAgreement(roles, nominalDistance, seed),
    roleSet: axisAgreement(sets, masiDistance, seed),
    unclearShare: {
      unclear: polarities.flat().length - decisive.flat().length,
      votes: polarities.flat().length,
    },
  };
}

/** Gives the same object for the same set of roles. */
function roleSets(): (vote: Pick<Ballot, "role" | "furtherRoles">) => readonly Role[] {
  const known = new Map<string, readonly Role[]>();
  return ({ role, furtherRoles }) => {
    const set = ROLES.filter((one) => one === role || furtherRoles.includes(one));
    const key = set.join();
    const same = known.get(key) ?? set;
    known.set(key, same);
    return same;
  };
}

function axisAgreement<Value>(
  targets: readonly (readonly Value[])[],
  distance: (a: Value, b: Value) => number,
  seed: number,
): AxisAgreement {
  const { units, distances } = countCoincidences(targets, distance);
  const interval = bootstrapInterval(units, (sample) => alphaOf(sample, distances), { seed });
  return {
    alpha: alphaOf(units, distances),
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    raw: rawAgreement(targets),
    targets: units.length,
    ratings: units.reduce((sum, { ratings }) => sum + ratings.length, 0),
  };
}
