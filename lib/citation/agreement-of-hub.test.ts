import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hubAgreement } from "@/lib/citation/agreement";
import { POLARITIES } from "@/lib/citation/polarity";
import { ROLES } from "@/lib/citation/role";

describe("hubAgreement", () => {
  const vote = (
    polarity: (typeof POLARITIES)[number],
    ...[role, ...furtherRoles]: (typeof ROLES)[number][]
  ) => ({
    polarity,
    role: role ?? "other",
    furtherRoles,
  });

  it("takes targets with two decisive votes on each axis, and says how many votes were unclear", () => {
    const { polarity, role, roleSet, unclearShare } = hubAgreement(
      [
        [vote("supporting", "method"), vote("supporting", "method", "software"), vote("unclear", "dataset")],
        [vote("contrasting", "baseline"), vote("contrasting", "baseline")],
        [vote("neutral", "background"), vote("unclear", "background")],
        [vote("unclear", "other")],
        [],
      ],
      1,
    );
    expect(polarity).toEqual({ alpha: 1, low: 1, high: 1, raw: 1, targets: 2, ratings: 4 });
    expect(role).toMatchObject({ targets: 3, ratings: 7, raw: 3 / 5 });
    expect(roleSet).toMatchObject({ targets: 3, ratings: 7, raw: 2 / 5 });
    expect(unclearShare).toEqual({ unclear: 3, votes: 8 });
  });

  it("takes the same roles in another order, or one named twice, for the same set", () => {
    const { roleSet } = hubAgreement(
      [
        [vote("neutral", "method", "dataset"), vote("neutral", "dataset", "method", "method")],
        [vote("neutral", "other"), vote("neutral", "other", "other")],
      ],
      1,
    );
    expect(roleSet).toMatchObject({ alpha: 1, raw: 1 });
  });

  it("gives sets of roles that share some a part of the agreement", () => {
    const { role, roleSet } = hubAgreement(
      [
        [vote("neutral", "method", "dataset"), vote("neutral", "dataset")],
        [vote("neutral", "other"), vote("neutral", "other")],
      ],
      1,
    );
    expect(roleSet.alpha).toBeCloseTo(4 / 7, 12);
    expect(role.alpha).toBeCloseTo(1 - (3 * 2) / 10, 12);
  });

  it("of a hub without votes has no figures", () => {
    const none = { alpha: null, low: null, high: null, raw: null, targets: 0, ratings: 0 };
    expect(hubAgreement([], 1)).toEqual({
      polarity: none,
      role: none,
      roleSet: none,
      unclearShare: { unclear: 0, votes: 0 },
    });
  });

  it("has alphas between the ends of intervals that the seed fixes", () => {
    const split = Array.from({ length: 30 }, (_, i) => [
      vote(i % 2 ? "supporting" : "neutral", i % 3 ? "method" : "dataset"),
      vote(i % 5 ? "neutral" : "supporting", "method", ...(i % 4 ? [] : (["software"] as const))),
    ]);
    const agreement = hubAgreement(split, 5);
    expect(hubAgreement(split, 5)).toEqual(agreement);
    expect(hubAgreement(split, 6)).not.toEqual(agreement);
    for (const { alpha, low, high } of [agreement.polarity, agreement.role, agreement.roleSet]) {
      expect(low).toBeLessThan(alpha ?? Number.NaN);
      expect(high).toBeGreaterThan(alpha ?? Number.NaN);
    }
  });

  it("holds no figure that is not a number or null", () => {
    const votes = fc.record({
      polarity: fc.constantFrom(...POLARITIES),
      role: fc.constantFrom(...ROLES.slice(0, 3)),
      furtherRoles: fc.subarray([...ROLES.slice(0, 4)]),
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(votes, { maxLength: 4 }), { maxLength: 6 }),
        fc.integer(),
        (list, seed) => {
          const { polarity, role, roleSet } = hubAgreement(list, seed);
          for (const figures of [polarity, role, roleSet])
            for (const figure of Object.values(figures))
              expect(figure === null || Number.isFinite(figure)).toBe(true);
        },
      ),
      { numRuns: 30 },
    );
  });
});
