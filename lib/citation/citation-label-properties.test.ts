import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { citationLabel } from "@/lib/citation/citation-label";
import { LABEL_STATES } from "@/lib/citation/label-state";
import { EVIDENCE_BASES, POLARITIES, type Polarity } from "@/lib/citation/polarity";
import { ROLES, type Role } from "@/lib/citation/role";

describe("the label of a citation", () => {
  it("does not depend on the order of targets", () => {
    const axis = <Value extends Polarity | Role>(values: readonly Value[]) =>
      fc
        .record({ state: fc.constantFrom(...LABEL_STATES), value: fc.constantFrom(...values) })
        .map(({ state, value }) => ({
          state,
          value: ["single", "agreed", "adjudicated"].includes(state) ? value : null,
        }));
    const targets = fc.array(
      fc
        .record({
          polarity: axis(POLARITIES),
          basis: fc.option(fc.constantFrom(...EVIDENCE_BASES)),
          role: axis(ROLES),
          furtherRoles: fc.subarray([...ROLES]),
          claims: fc.array(axis(POLARITIES), { maxLength: 3 }),
          votes: fc.nat(9),
        })
        .map((one) => ({
          ...one,
          claims: one.claims.map(({ state, value }, at) => ({ number: at + 1, state, verdict: value })),
        })),
      { maxLength: 5 },
    );
    const shuffled = targets.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(citationLabel(other)).toEqual(citationLabel(list));
      }),
      { numRuns: 500 },
    );
  });
});
