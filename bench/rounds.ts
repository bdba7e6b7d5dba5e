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

type Measure = () => Promise<number>;

/** What each side came to, round by round. */
type Measured<Sides> = { [Side in keyof Sides]: number[] };

/** Measures all sides in turn, A B A B …, after one round of each that does not count. */
export function inTurn<const Sides extends readonly Measure[]>(
  { rounds }: Rounds,
  ...sides: Sides
): Promise<Measured<Sides>> {
  return inRounds(rounds, sides, async () => {
    const values: number[] = [];
    for (const side of sides) values.push(await side());
    return values;
  });
}

/** So often is each side asked in a round. */
const SAMPLES = 24;

/**
 * The same for sides that take milliseconds. A round asks each side many times, in turn and every other time the other
 * way round, and takes the middle; so what else the machine does, and what one side leaves to the next, meets all alike.
 */
export function sampledInTurn<const Sides extends readonly Measure[]>(
  { rounds }: Rounds,
  ...sides: Sides
): Promise<Measured<Sides>> {
  return inRounds(rounds, sides, async () => {
    const samples = sides.map((measure) => ({ measure, times: [] as number[] }));
    for (let n = 0; n < SAMPLES; n += 1) {
      const order = n % 2 === 0 ? samples : samples.toReversed();
      for (const { measure, times } of order) times.push(await measure());
    }
    return samples.map(({ times }) => middle(times));
  });
}

async function inRounds<const Sides extends readonly Measure[]>(
  rounds: number,
  sides: Sides,
  measureAll: () => Promise<number[]>,
): Promise<Measured<Sides>> {
  const measured = sides.map((): number[] => []);
  for (let round = 0; round <= rounds; round += 1) {
    const values = await measureAll();
    if (round > 0) for (const [side, value] of values.entries()) measured[side]?.push(value);
  }
  return measured as Measured<Sides>;
}

/** The ratio of every round. */
export const ratios = (a: readonly number[], b: readonly number[]) =>
  a.map((value, round) => value / (b[round] ?? Number.NaN));

/** What stood in the middle. */
export const middle = (values: readonly number[]) => quantile(values, 0.5);

/** A quantile, between neighbours in proportion. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((x, y) => x - y);
  const place = share * (sorted.length - 1);
  const low = sorted[Math.floor(place)] ?? Number.NaN;
  const high = sorted[Math.ceil(place)] ?? low;
  return low + (place % 1) * (high - low);
}
