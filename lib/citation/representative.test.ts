import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { POLARITIES } from "@/lib/citation/polarity";
import { MOST_REPRESENTATIVES, representatives } from "@/lib/citation/representative";
import type { Candidate, Group } from "@/lib/citation/representative-aspects";
import type { Reason } from "@/lib/citation/representative-reason";
import { reasonText } from "@/lib/citation/representative-text";
import { ROLES } from "@/lib/citation/role";

function citer(id: number, traits: Partial<Candidate> = {}): Candidate {
  return {
    id,
    year: 2021,
    fields: [],
    roles: ["background"],
    polarity: "neutral",
    citedByCount: 0,
    contextCount: 1,
    isSelf: false,
    isInfluential: false,
    retracted: false,
    ...traits,
  };
}

function idsOf(candidates: readonly Candidate[]): number[] {
  return representatives(candidates).map((chosen) => chosen.citer.id);
}

function textsOf(candidates: readonly Candidate[]): [number, string][] {
  return representatives(candidates).map(({ citer: { id }, reason }) => [id, reasonText(reason, "vote")]);
}

/** Citers of which a reader learns nothing new once one of them is shown. */
function crowd(size: number, traits: Partial<Candidate> = {}): Candidate[] {
  return Array.from({ length: size }, (_, index) => citer(1000 + index, traits));
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

describe("the representative citing papers of a made-up hub", () => {
  it("begin with disagreement, a replication, agreement, and heavy use, and each says why it is there", () => {
    const hubOfEight = [
      citer(1, { polarity: "supporting", roles: ["method"], citedByCount: 3 }),
      citer(2, { polarity: "contrasting", roles: ["comparison"] }),
      citer(3, { roles: ["replication"], polarity: "supporting", citedByCount: 40 }),
      citer(4, { citedByCount: 900 }),
      citer(5, { roles: ["baseline"], contextCount: 14 }),
      citer(6, { year: 2025 }),
      citer(7, { fields: ["Medicine"], citedByCount: 5 }),
      ...crowd(50),
    ];
    expect(textsOf(hubOfEight)).toEqual([
      [3, "the only one that uses it for a replication"],
      [2, "the only one that disagrees"],
      [5, "the only one that uses it as a baseline"],
      [4, "the most cited"],
      [1, "the only one that uses it as a method"],
      [6, "the newest"],
      [7, "the only one known to be in Medicine"],
    ]);
  });

  it("take the influential one of two that disagree, though the other is cited more", () => {
    const candidates = [
      citer(1, { polarity: "contrasting", citedByCount: 50 }),
      citer(2, { polarity: "contrasting", isInfluential: true }),
      ...crowd(5, { citedByCount: 60 }),
    ];
    expect(textsOf(candidates)[0]).toEqual([2, "one of 2 that disagree"]);
  });

  it("prefer, among equals, more sentences, then more citations, then the later year, then the smaller number", () => {
    const same = { polarity: "contrasting" as const };
    expect(idsOf([citer(1, same), citer(2, { ...same, contextCount: 2 })])[0]).toBe(2);
    expect(idsOf([citer(1, same), citer(2, { ...same, citedByCount: 2 })])[0]).toBe(2);
    expect(idsOf([citer(1, same), citer(2, { ...same, year: 2022 })])[0]).toBe(2);
    expect(idsOf([citer(2, same), citer(1, same)])[0]).toBe(1);
  });

  it("show one paper for each field and each period of five years", () => {
    const candidates = [
      citer(1, { fields: ["Physics"], year: 2012 }),
      citer(2, { fields: ["Physics"], year: 2014 }),
      citer(3, { fields: ["Law"], year: 2013 }),
      citer(4, { fields: ["Physics"], year: 2016 }),
    ];
    expect(textsOf(candidates)).toEqual([
      [4, "the newest"],
      [3, "the only one in Law"],
    ]);
    expect(textsOf([...candidates, citer(5, { fields: ["Law"], year: 2004 })]).at(-1)).toEqual([
      5,
      "the only one from 2000–2004",
    ]);
  });

  it("keep places for the most cited and the newest, however much others add", () => {
    const many = ROLES.map((role, index) =>
      citer(index, { roles: [role], fields: [role], claimNumbers: [index], citedByCount: 1 }),
    );
    const candidates = [...many, citer(50, { citedByCount: 2 }), citer(60, { year: 2024 })];
    expect(idsOf(candidates)).toHaveLength(MOST_REPRESENTATIVES);
    expect(idsOf(candidates)).toEqual(expect.arrayContaining([50, 60]));
  });

  it("fill the places left over with further papers that disagree, and with nothing else", () => {
    const candidates = [
      ...[1, 2, 3].map((id) => citer(id, { polarity: "contrasting", citedByCount: id })),
      ...crowd(20),
    ];
    expect(textsOf(candidates)).toEqual([
      [3, "most cited of the 3 that disagree"],
      [1000, "one of 20 that pass no judgement"],
      [2, "one of 3 that disagree"],
      [1, "one of 3 that disagree"],
    ]);
  });

  it("take a self-citation only when no other paper adds anything", () => {
    const candidates = [
      citer(1, { isSelf: true, polarity: "supporting", roles: ["extension"], citedByCount: 99 }),
      citer(2, { citedByCount: 5 }),
      citer(3, { year: 2001 }),
    ];
    expect(textsOf(candidates)).toEqual([
      [2, "the most cited, self-citations and retracted papers aside"],
      [3, "the only one from 2000–2004"],
      [1, "the only one that agrees"],
    ]);
  });

  it("leave a retracted paper out, yet count it", () => {
    const candidates = [
      citer(1, { polarity: "contrasting", retracted: true }),
      citer(2, { polarity: "contrasting" }),
    ];
    expect(textsOf(candidates)).toEqual([[2, "one of 2 that disagree"]]);
  });

  it("are at most four on a hub without any label, and say what is known", () => {
    const bare = { roles: [], polarity: null, contextCount: 0 };
    const candidates = [
      citer(1, { ...bare, citedByCount: 12, year: 2022 }),
      citer(2, { ...bare, year: 2025, citedByCount: null }),
      citer(3, { ...bare, year: 2025 }),
      citer(4, { ...bare, year: null }),
    ];
    expect(textsOf(candidates)).toEqual([
      [1, "the most cited of the 3 of 4 with known citations"],
      [3, "one of 2 from 2025, the latest known year"],
    ]);
  });

  it("are none of none, and the only one of one", () => {
    expect(textsOf([])).toEqual([]);
    expect(textsOf([citer(1, { roles: [], polarity: null, year: null })])).toEqual([]);
    expect(textsOf([citer(1)])).toEqual([[1, "the only known citing paper"]]);
  });
});

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

  it("from 100,000 citers takes a moment", () => {
    const fields = Array.from({ length: 26 }, (_, index) => `Field ${index}`);
    const many = Array.from({ length: 100_000 }, (_, id) =>
      citer(id, {
        year: 1990 + (id % 36),
        fields: fields.slice(id % 26, (id % 26) + 2),
        roles: ROLES.slice(id % 12, (id % 12) + 2),
        polarity: POLARITIES[id % 5] ?? null,
        citedByCount: (id * 7919) % 1009,
        contextCount: id % 6,
        isSelf: id % 11 === 0,
      }),
    );
    representatives(many.slice(0, 1000));
    const start = performance.now();
    expect(representatives(many)).toHaveLength(MOST_REPRESENTATIVES);
    const took = performance.now() - start;
    expect(took).toBeLessThan(2000);
  });
});
