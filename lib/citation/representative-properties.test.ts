import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { POLARITIES } from "@/lib/citation/polarity";
import { MOST_REPRESENTATIVES, representatives } from "@/lib/citation/representative";
import type { Candidate, Group } from "@/lib/citation/representative-aspects";
import type { Reason } from "@/lib/citation/representative-reason";
import { ROLES } from "@/lib/citation/role";

function idsOf(candidates: readonly Candidate[]): number[] {
  return representatives(candidates).map((chosen) => chosen.citer.id);
}

function isIn(group: Group, one: Candidate): boolean {
  if (group.kind === "polarity") return one.polarity === group.polarity;
  if (group.kind === "role") return one.roles.includes(group.role);
  if (group.kind === "claim") return (one.claimNumbers ?? []).includes(group.claim);
  if (group.kind === "field") return one.fields.includes(group.field);
  return one.year !== null && one.year >= group.firstYear && one.year <= group.firstYear + 4;
}

/** Checks a reason against the list by counting anew. */
function expectTrue(reason: Reason, chosen: Candidate, list: readonly Candidate[]): void {
  if (reason.kind === "only_citer") {
    expect(list).toEqual([chosen]);
  } else if (reason.kind === "group") {
    const members = list.filter((one) => isIn(reason.group, one));
    expect(members).toContain(chosen);
    expect(reason.size).toBe(members.length);
    if (reason.standing === "only") expect(members).toEqual([chosen]);
    if (reason.standing === "most_cited") {
      expect(members.every((one) => one.citedByCount !== null)).toBe(true);
      expect(members.filter((one) => Number(one.citedByCount) >= Number(chosen.citedByCount))).toEqual([
        chosen,
      ]);
    }
    if (reason.standing === "earliest" || reason.standing === "newest") {
      const sign = reason.standing === "newest" ? 1 : -1;
      expect(members.every((one) => one.year !== null)).toBe(true);
      expect(members.filter((one) => sign * (Number(one.year) - Number(chosen.year)) >= 0)).toEqual([chosen]);
    }
  } else {
    const measured = (one: Candidate) =>
      ({ citations: one.citedByCount, sentences: one.contextCount, year: one.year })[reason.measure];
    const asMany = list.filter((one) => Number(measured(one) ?? -1) >= reason.value);
    const outsiders = asMany.filter((one) => !one.isSelf && !one.retracted);
    expect(measured(chosen)).toBe(reason.value);
    expect(outsiders).toContain(chosen);
    expect(outsiders.every((one) => measured(one) === reason.value)).toBe(true);
    expect(reason).toMatchObject({ holders: outsiders.length, of: list.length });
    expect(reason.known).toBe(list.filter((one) => measured(one) !== null).length);
    expect(reason.aside).toBe(asMany.length > outsiders.length);
  }
}

const candidate = fc.record<Omit<Candidate, "id">>({
  year: fc.option(fc.integer({ min: 2008, max: 2025 })),
  fields: fc.subarray(["Medicine", "Physics", "Law"]),
  roles: fc.subarray([...ROLES]),
  polarity: fc.option(fc.constantFrom(...POLARITIES)),
  citedByCount: fc.option(fc.nat({ max: 6 })),
  contextCount: fc.nat({ max: 4 }),
  isSelf: fc.boolean(),
  isInfluential: fc.boolean(),
  retracted: fc.boolean(),
  claimNumbers: fc.option(fc.subarray([1, 2, 3]), { nil: undefined }),
});
const hub = fc.array(candidate, { maxLength: 30 }).map((list) => list.map((c, id) => ({ ...c, id })));

describe("the choice of representative citing papers", () => {
  it("does not depend on the order of the candidates", () => {
    const shuffled = hub.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(representatives(other)).toEqual(representatives(list));
      }),
      { numRuns: 500 },
    );
  });

  it("has at most eight papers, none twice and none retracted", () => {
    fc.assert(
      fc.property(hub, (list) => {
        const chosen = representatives(list);
        expect(chosen.length).toBeLessThanOrEqual(MOST_REPRESENTATIVES);
        expect(new Set(chosen.map(({ citer: { id } }) => id)).size).toBe(chosen.length);
        expect(chosen.some(({ citer: { retracted } }) => retracted)).toBe(false);
      }),
    );
  });

  it("stays the same when a paper that was not chosen goes away", () => {
    fc.assert(
      fc.property(hub, (list) => {
        const ids = idsOf(list);
        for (const absent of list.filter(({ id }) => !ids.includes(id)))
          expect(idsOf(list.filter(({ id }) => id !== absent.id))).toEqual(ids);
      }),
      { numRuns: 500 },
    );
  });

  it("shows every judgement and replication that others than the authors made", () => {
    fc.assert(
      fc.property(hub, (list) => {
        const shown = representatives(list).map(({ citer: chosen }) => chosen);
        const others = list.filter(({ isSelf, retracted }) => !isSelf && !retracted);
        const kindsOf = (citers: readonly Candidate[]) =>
          citers.flatMap(({ polarity, roles }) => [polarity, ...roles]);
        const wanted = kindsOf(others).filter((kind) =>
          ["contrasting", "supporting", "mixed", "replication"].includes(kind ?? ""),
        );
        expect(kindsOf(shown)).toEqual(expect.arrayContaining(wanted));
      }),
      { numRuns: 1000 },
    );
  });

  it("gives no reason that does not hold of all candidates", () => {
    fc.assert(
      fc.property(hub, (list) => {
        for (const { citer: chosen, reason } of representatives(list)) expectTrue(reason, chosen, list);
      }),
      { numRuns: 1000 },
    );
  });

  it("can be made among 100,000 citers", () => {
    const fields = Array.from({ length: 26 }, (_, index) => `Field ${index}`);
    const many = Array.from({ length: 100_000 }, (_, id) => ({
      id,
      year: 1990 + (id % 36),
      fields: fields.slice(id % 26, (id % 26) + 2),
      roles: ROLES.slice(id % 12, (id % 12) + 2),
      polarity: POLARITIES[id % 5] ?? null,
      citedByCount: (id * 7919) % 1009,
      contextCount: id % 6,
      isSelf: id % 11 === 0,
      isInfluential: false,
      retracted: false,
    }));
    const chosen = representatives(many);
    expect(chosen).toHaveLength(MOST_REPRESENTATIVES);
    for (const { citer, reason } of chosen) expectTrue(reason, citer, many);
  });
});
