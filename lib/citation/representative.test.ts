import { describe, expect, it } from "vitest";
import { MOST_REPRESENTATIVES, representatives } from "@/lib/citation/representative";
import type { Candidate } from "@/lib/citation/representative-aspects";
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
  return representatives(candidates).map(({ citer: { id }, reason }) => [id, reasonText(reason, ["vote"])]);
}

/** Citers of which a reader learns nothing new once one of them is shown. */
function crowd(size: number, traits: Partial<Candidate> = {}): Candidate[] {
  return Array.from({ length: size }, (_, index) => citer(1000 + index, traits));
}

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
    const firstOf = (one: Partial<Candidate>, other: Partial<Candidate>) =>
      idsOf([
        citer(2, { polarity: "contrasting", ...one }),
        citer(1, { polarity: "contrasting", ...other }),
        citer(3, { contextCount: 9, citedByCount: 9, year: 2024 }),
      ])[0];
    expect(firstOf({ contextCount: 2 }, { citedByCount: 5, year: 2023 })).toBe(2);
    expect(firstOf({ citedByCount: 5 }, { year: 2023 })).toBe(2);
    expect(firstOf({ year: 2023 }, {})).toBe(2);
    expect(firstOf({}, {})).toBe(1);
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
