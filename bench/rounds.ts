/** How long and how often is measured; the rule is 7 rounds of 5 seconds. */
export interface Rounds {
  rounds: number;
  seconds: number;
}

export interface Line {
  /** Such as R1; a line beside a ratio has the same name with a letter, and no target. */
  name: string;
  what: string;
  target: { atLeast: number } | { atMost: number } | null;
  /** The ratio of every round; empty when it could not be measured, for the reason in `note`. */
  ratios: number[];
  /** What stood on both sides, in the middle. */
  note: string;
}

/** Measures both sides in turn, A B A B …, after one round of each that does not count. */
export async function inTurn(
  { rounds }: Rounds,
  a: () => Promise<number>,
  b: () => Promise<number>,
): Promise<{ ratios: number[]; a: number; b: number }> {
  const pairs: [number, number][] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const pair: [number, number] = [await a(), await b()];
    if (round > 0) pairs.push(pair);
  }
  return {
    ratios: pairs.map(([x, y]) => x / y),
    a: quantile(
      pairs.map(([x]) => x),
      0.5,
    ),
    b: quantile(
      pairs.map(([, y]) => y),
      0.5,
    ),
  };
}

/** A quantile, between neighbours in proportion. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((x, y) => x - y);
  const place = share * (sorted.length - 1);
  const low = sorted[Math.floor(place)] ?? Number.NaN;
  const high = sorted[Math.ceil(place)] ?? low;
  return low + (place % 1) * (high - low);
}
