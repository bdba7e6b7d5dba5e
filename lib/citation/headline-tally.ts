import { FEWEST_FOR_SHARE, wilsonInterval } from "@/lib/citation/wilson";

/** A value of an axis with the number of citers that have it. */
export interface Tally<Value extends string> {
  value: Value;
  citers: number;
}

/** What may be said of the most frequent value of an axis. */
const LEADS = ["mostly", "most_often", "none"] as const;

export type Lead = (typeof LEADS)[number];

/** The values that occur, the most frequent first; those that are equally frequent in the order given. */
export function tallied<Value extends string>(
  values: readonly Value[],
  counts: Readonly<Partial<Record<Value, number>>>,
): Tally<Value>[] {
  return values
    .map((value) => ({ value, citers: counts[value] ?? 0 }))
    .filter(({ citers }) => citers > 0)
    .sort((a, b) => b.citers - a.citers);
}

/**
 * What may be said of a value that `top` of `n` citers have, where no other has more than `next`: that it leads
 * when its interval lies wholly above the other's, and that it is most of them when it also lies above one half.
 * Of fewer than ten citers nothing may be said.
 */
export function leadOf(top: number, next: number, n: number): Lead {
  if (n < FEWEST_FOR_SHARE) return "none";
  const { low } = wilsonInterval(top, n);
  if (low <= wilsonInterval(next, n).high) return "none";
  return low > 0.5 ? "mostly" : "most_often";
}

const ENOUGH = 2;
const MOST = 3;

/**
 * The tallies that a sentence has room for: two, or three where that keeps equals together. Equals are named
 * together or not at all, so it may be one or none.
 */
export function listable<Value extends string>(tallies: readonly Tally<Value>[]): Tally<Value>[] {
  const listed: Tally<Value>[] = [];
  while (listed.length < ENOUGH) {
    const next = tallies[listed.length];
    const equals = tallies.filter(({ citers }) => citers === next?.citers);
    if (equals.length === 0 || listed.length + equals.length > MOST) break;
    listed.push(...equals);
  }
  return listed;
}
