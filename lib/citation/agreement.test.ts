import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { krippendorffAlpha, nominalDistance, rawAgreement } from "@/lib/citation/agreement";
import { masiDistance } from "@/lib/citation/masi";

/** Units from one row of ratings per observer, as the examples are printed; a dot is a missing rating. */
function unitsOf(...observers: string[]): string[][] {
  const rows = observers.map((row) => row.split(" "));
  return (rows[0] ?? []).map((_, unit) =>
    rows.map((row) => row[unit] ?? ".").filter((value) => value !== "."),
  );
}

const FOUR_OBSERVERS = unitsOf(
  "1 2 3 3 2 1 4 1 2 . . .",
  "1 2 3 3 2 2 4 1 2 5 . 3",
  ". 3 3 3 2 3 4 2 2 5 1 .",
  "1 2 3 3 2 4 4 1 2 5 1 .",
);
const BINARY = unitsOf("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0");
const FIVE_VALUES = unitsOf("a a b b d c c c e d d a", "b a b b b c c c e d d d");

const units = fc.array(fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 5 }), { maxLength: 12 });

describe("krippendorffAlpha", () => {
  it.each([
    ["four observers, missing ratings", FOUR_OBSERVERS, 0.743],
    ["two observers, two values", BINARY, 0.095],
    ["two observers, five values", FIVE_VALUES, 0.692],
  ])("of %s is that of Krippendorff 2011", (_title, example, alpha) => {
    expect(krippendorffAlpha(example, nominalDistance)).toBeCloseTo(alpha, 3);
  });

  it("weighs sets by their distance", () => {
    const sets = [
      [["a", "b"], ["a"]],
      [["c"], ["c"]],
    ];
    expect(krippendorffAlpha(sets, masiDistance)).toBeCloseTo(4 / 7, 12);
  });

  it("is the same whether equal sets are one object or several", () => {
    const [one, other] = [["a", "b"], ["a"]];
    const shared = [
      [one, other, one],
      [other, other],
    ];
    const apart = shared.map((ratings) => ratings.map((set) => [...set]));
    expect(krippendorffAlpha(apart, masiDistance)).toBeCloseTo(
      krippendorffAlpha(shared, masiDistance) ?? Number.NaN,
      12,
    );
  });

  it.each([
    ["no unit", []],
    ["no pair", [["a"], ["b"], []]],
    ["one value only", [["a", "a"], ["a", "a", "a"], ["b"]]],
  ])("is null with %s", (_title, ratings) => {
    expect(krippendorffAlpha<string>(ratings, nominalDistance)).toBeNull();
  });

  it("is 1 when every unit is of one mind and the units differ", () => {
    const unanimous = fc.array(fc.tuple(fc.constantFrom("a", "b", "c"), fc.integer({ min: 2, max: 5 })));
    fc.assert(
      fc.property(unanimous, (list) => {
        const all = [...list, ["a", 2] as const, ["b", 3] as const].map(([value, times]) =>
          new Array<string>(times).fill(value),
        );
        expect(krippendorffAlpha(all, nominalDistance)).toBe(1);
      }),
    );
  });

  it("is one minus the mean distance within units over that of all ratings, and at most 1", () => {
    fc.assert(
      fc.property(units, (list) => {
        const rated = list.filter(({ length }) => length > 1);
        const pool = rated.flat();
        const differing = (values: string[]) =>
          values.reduce((sum, a) => sum + values.filter((b) => a !== b).length, 0);
        const within =
          rated.reduce((sum, unit) => sum + differing(unit) / (unit.length - 1), 0) / pool.length;
        const between = differing(pool) / (pool.length * (pool.length - 1));
        const alpha = krippendorffAlpha(list, nominalDistance);
        if (pool.length === 0 || between === 0) {
          expect(alpha).toBeNull();
        } else {
          expect(alpha).toBeCloseTo(1 - within / between, 10);
          expect(alpha).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it("does not depend on the order of units or of raters", () => {
    const shuffled = units.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        const alpha = krippendorffAlpha(list, nominalDistance);
        const again = krippendorffAlpha(
          other.map((ratings) => [...ratings].reverse()),
          nominalDistance,
        );
        if (alpha === null) expect(again).toBeNull();
        else expect(again).toBeCloseTo(alpha, 10);
      }),
    );
  });
});

describe("rawAgreement", () => {
  it.each<[string[][], number | null]>([
    [[], null],
    [[["a"], []], null],
    [[["a", "a"]], 1],
    [[["a", "b"]], 0],
    [[["a", "a", "b"]], 1 / 3],
    [[["a", "a", "b"], ["c", "c"], ["d"]], 2 / 4],
  ])("of %j is %s", (list, share) => {
    expect(rawAgreement(list)).toBe(share);
  });
});
