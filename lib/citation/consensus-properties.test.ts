import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Ballot, type Ruling, targetLabel } from "@/lib/citation/consensus";
import { EVIDENCE_BASES, POLARITIES } from "@/lib/citation/polarity";
import { ROLES } from "@/lib/citation/role";

const VOTE: Ballot = { role: "method", furtherRoles: [], polarity: "neutral", basis: null, claims: [] };

const roles = fc.constantFrom(...ROLES.slice(0, 3));
const polarities = fc.constantFrom(...POLARITIES);
const bases = fc.option(fc.constantFrom(...EVIDENCE_BASES));
const claims = fc.uniqueArray(fc.record({ number: fc.integer({ min: 1, max: 3 }), verdict: polarities }), {
  selector: ({ number }) => number,
});
const ballots = fc.array(
  fc.record<Ballot>({
    role: roles,
    furtherRoles: fc.array(roles),
    polarity: polarities,
    basis: bases,
    claims,
  }),
  { maxLength: 7 },
);
const rulings = fc.option(
  fc.record<Ruling>({
    role: fc.option(roles),
    furtherRoles: fc.array(roles),
    polarity: fc.option(polarities),
    basis: bases,
  }),
);

describe("consensus", () => {
  it("does not depend on the order of votes", () => {
    const shuffled = ballots.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, rulings, ([list, other], ruling) => {
        expect(targetLabel(other, ruling)).toEqual(targetLabel(list, ruling));
      }),
      { numRuns: 500 },
    );
  });

  it("changes neither the value of the polarity nor its basis when an unclear vote is added", () => {
    fc.assert(
      fc.property(ballots, rulings, (list, ruling) => {
        const before = targetLabel(list, ruling);
        const after = targetLabel([...list, { ...VOTE, polarity: "unclear", basis: "restates" }], ruling);
        expect(after.polarity.value).toBe(before.polarity.value);
        expect(after.basis).toBe(before.basis);
      }),
      { numRuns: 500 },
    );
  });

  it("is the decision of an admin, whatever the votes", () => {
    fc.assert(
      fc.property(ballots, roles, polarities, (list, role, polarity) => {
        const label = targetLabel(list, { role, furtherRoles: [], polarity, basis: null });
        expect(label.role).toEqual({ state: "adjudicated", value: role });
        expect(label.polarity).toEqual({ state: "adjudicated", value: polarity });
        expect(label.furtherRoles).toEqual([]);
        expect(label.basis).toBeNull();
      }),
    );
  });

  it("has a value in just the states single, agreed and adjudicated", () => {
    fc.assert(
      fc.property(ballots, rulings, (list, ruling) => {
        const { polarity, role, claims: verdicts } = targetLabel(list, ruling);
        const axes = [polarity, role, ...verdicts.map(({ state, verdict }) => ({ state, value: verdict }))];
        for (const { state, value } of axes)
          expect(["single", "agreed", "adjudicated"].includes(state)).toBe(value !== null);
      }),
    );
  });
});
