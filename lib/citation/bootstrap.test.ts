import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bootstrapInterval } from "@/lib/citation/bootstrap";
import { seededRandom } from "@/lib/citation/seeded-random";

function mean(sample: readonly number[]): number {
  return sample.reduce((sum, value) => sum + value, 0) / sample.length;
}

describe("seededRandom", () => {
  it.each([
    [0, [1144304738, 1416247, 958946056, 627933444]],
    [1, [2693262067, 11749833, 2265367787, 4213581821]],
    [2011, [1440865781, 368270394, 2453142671, 2370820790]],
  ])("with seed %i gives what mulberry32 in C gives", (seed, expected) => {
    const random = seededRandom(seed);
    expect(expected.map(() => random() * 2 ** 32)).toEqual(expected);
  });

  it("spreads evenly from 0 up to but not including 1", () => {
    const random = seededRandom(7);
    const tenths = new Array<number>(10).fill(0);
    for (let i = 0; i < 100_000; i += 1) {
      const tenth = Math.floor(random() * 10);
      tenths[tenth] = (tenths[tenth] ?? Number.NaN) + 1;
    }
    expect(tenths).toHaveLength(10);
    for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  });
});

describe("bootstrapInterval", () => {
  const coins = Array.from({ length: 400 }, (_, i) => i % 2);

  it("of a mean is about as wide as theory says", () => {
    const interval = bootstrapInterval(coins, mean, { seed: 1, samples: 4000 });
    expect(interval?.low).toBeCloseTo(0.5 - 1.96 * 0.025, 2);
    expect(interval?.high).toBeCloseTo(0.5 + 1.96 * 0.025, 2);
  });

  it("is the same for the same seed and another for another", () => {
    const interval = bootstrapInterval(coins, mean, { seed: 1 });
    expect(bootstrapInterval(coins, mean, { seed: 1 })).toEqual(interval);
    expect(bootstrapInterval(coins, mean, { seed: 2 })).not.toEqual(interval);
  });

  it("takes 1,000 samples of as many units as there are unless told otherwise", () => {
    const sizes: number[] = [];
    const note = (sample: readonly number[]) => sizes.push(sample.length);
    bootstrapInterval([1, 2, 3], note, { seed: 1 });
    expect(sizes).toEqual(new Array(1000).fill(3));
  });

  it("is null for fewer than two units", () => {
    expect(bootstrapInterval([], mean, { seed: 1 })).toBeNull();
    expect(bootstrapInterval([1], mean, { seed: 1 })).toBeNull();
  });

  it("passes over samples without a value, and is null when more than half of them have none", () => {
    let calls = 0;
    const every = (part: number) => () => (calls++ % part === 0 ? 5 : null);
    expect(bootstrapInterval([1, 2], every(2), { seed: 1 })).toEqual({ low: 5, high: 5 });
    expect(bootstrapInterval([1, 2], every(3), { seed: 1 })).toBeNull();
  });

  it("lies within what was seen and holds no NaN", () => {
    const units = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(units, fc.integer(), (values, seed) => {
        const { low, high } = bootstrapInterval(values, mean, { seed, samples: 50 }) ?? {
          low: NaN,
          high: NaN,
        };
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(Math.min(...values));
        expect(high).toBeLessThanOrEqual(Math.max(...values));
      }),
    );
  });
});
