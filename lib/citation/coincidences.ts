/** A unit reduced to what alpha needs of it. */
export interface RatedUnit {
  /** Its ratings, each as the number of its value. */
  ratings: readonly number[];
  /** The distances between all ordered pairs of its ratings, over the number of ratings less one. */
  disagreement: number;
}

/** Units ready to be drawn again and again. */
export interface Coincidences {
  units: readonly RatedUnit[];
  /** One row for each value: its distances from those before it. */
  distances: readonly (readonly number[])[];
}

/**
 * Counts once what each unit adds to alpha, so that a bootstrap sample costs little more than adding up. Values are
 * told apart as by a Map: sets that hold the same should be the same object, or there are more distances to take.
 * Units with fewer than two ratings drop out, because nothing can be compared in them.
 */
export function countCoincidences<Value>(
  units: readonly (readonly Value[])[],
  distance: (a: Value, b: Value) => number,
): Coincidences {
  const rated = units.filter((ratings) => ratings.length > 1);
  const values = [...new Set(rated.flat())];
  const numbers = new Map(values.map((value, number) => [value, number]));
  const distances = values.map((a, number) => values.slice(0, number).map((b) => distance(a, b)));
  return {
    units: rated.map((unit) => {
      const ratings = unit.map((value) => numbers.get(value) ?? 0);
      return { ratings, disagreement: disagreementWithin(ratings, distances) };
    }),
    distances,
  };
}

function disagreementWithin(ratings: readonly number[], distances: Coincidences["distances"]): number {
  let sum = 0;
  for (const a of ratings) for (const b of ratings) sum += distances[a]?.[b] ?? distances[b]?.[a] ?? 0;
  return sum / (ratings.length - 1);
}

/**
 * Krippendorff's alpha of units that were counted, or of a sample of them: with n ratings of which n_c have value c,
 * 1 − (n − 1) · Σ disagreement / Σ n_c · n_k · distance(c, k). Null when no disagreement is to be expected.
 */
export function alphaOf(units: readonly RatedUnit[], distances: Coincidences["distances"]): number | null {
  const times = new Array<number>(distances.length).fill(0);
  let ratings = 0;
  let observed = 0;
  for (const unit of units) {
    observed += unit.disagreement;
    ratings += unit.ratings.length;
    for (const value of unit.ratings) times[value] = (times[value] ?? 0) + 1;
  }
  const expected = expectedDisagreement(times, distances);
  return expected === 0 ? null : 1 - ((ratings - 1) * observed) / expected;
}

/** Of all ordered pairs of ratings together. Values that a sample lacks cost nothing. */
function expectedDisagreement(times: readonly number[], distances: Coincidences["distances"]): number {
  const present = [...times.keys()].filter((value) => times[value] !== 0);
  let sum = 0;
  for (const a of present) {
    const row = distances[a] ?? [];
    let fromA = 0;
    for (const b of present) {
      if (b >= a) break;
      fromA += (times[b] ?? 0) * (row[b] ?? 0);
    }
    sum += (times[a] ?? 0) * fromA;
  }
  return 2 * sum;
}
