import { describe, expect, it } from "vitest";
import { type Ballot, targetLabel } from "@/lib/citation/consensus";
import type { LabelState } from "@/lib/citation/label-state";
import type { EvidenceBasis, Polarity } from "@/lib/citation/polarity";
import type { Role } from "@/lib/citation/role";

const VOTE: Ballot = { role: "method", furtherRoles: [], polarity: "neutral", basis: null, claims: [] };

const [s, m, n, c, u] = ["supporting", "mixed", "neutral", "contrasting", "unclear"] as const;

describe("the evidence basis of a target", () => {
  const own = "own_evidence";
  it.each<[string, [Polarity, EvidenceBasis | null][], EvidenceBasis | null]>([
    ["no vote", [], null],
    ["the only vote names it", [[s, own]], own],
    ["the only vote names none", [[s, null]], null],
    [
      "one names it, two none",
      [
        [s, null],
        [s, own],
        [s, null],
      ],
      own,
    ],
    [
      "2 to 1",
      [
        [m, "restates"],
        [m, own],
        [m, "restates"],
      ],
      "restates",
    ],
    [
      "1 to 1",
      [
        [c, "relies_on"],
        [c, own],
      ],
      null,
    ],
    [
      "2 to 1 to 1",
      [
        [c, own],
        [c, "relies_on"],
        [c, "restates"],
        [c, own],
      ],
      own,
    ],
    [
      "2 to 2 to 1",
      [
        [s, own],
        [s, own],
        [s, "restates"],
        [s, "restates"],
        [s, "relies_on"],
      ],
      null,
    ],
    [
      "votes for another polarity do not count",
      [
        [s, own],
        [s, null],
        [c, "restates"],
      ],
      own,
    ],
    ["neutral has none", [[n, own]], null],
    [
      "contested has none",
      [
        [s, own],
        [c, own],
      ],
      null,
    ],
  ])("%s | %j → %s", (_title, votes, basis) => {
    const ballots = votes.map(([polarity, named]) => ({ ...VOTE, polarity, basis: named }));
    expect(targetLabel(ballots, null).basis).toBe(basis);
  });
});

describe("the further roles of a target", () => {
  it.each<[string, Role[][], Role[]]>([
    ["no vote", [], []],
    ["the only voter names two", [["method", "software", "dataset"]], ["dataset", "software"]],
    ["1 of 2", [["method", "dataset"], ["method"]], ["dataset"]],
    ["1 of 3", [["method", "dataset"], ["method"], ["method"]], []],
    ["2 of 3, once as primary", [["method"], ["method", "dataset"], ["dataset"]], ["dataset"]],
    ["1 of 3 as primary alone", [["method"], ["method"], ["dataset"]], []],
    ["2 of 4", [["method", "dataset"], ["method"], ["method"], ["method", "dataset"]], ["dataset"]],
    ["the winner named as further, too", [["method", "method"]], []],
    ["a role named twice by one of 3", [["method", "dataset", "dataset"], ["method"], ["method"]], []],
    ["both contenders of a contested role", [["method"], ["dataset"]], ["method", "dataset"]],
  ])("%s | %j → %j", (_title, votes, further) => {
    const ballots = votes.map(([role = "other", ...furtherRoles]) => ({ ...VOTE, role, furtherRoles }));
    expect(targetLabel(ballots, null).furtherRoles).toEqual(further);
  });
});

describe("the verdict of a target on claim 2", () => {
  it.each<[string, (Polarity | null)[], { state: LabelState; verdict: Polarity | null } | null]>([
    ["nobody names it", [null, null], null],
    ["the only voter names it", [s], { state: "single", verdict: s }],
    ["1 of 2 voters name it", [s, null], { state: "single", verdict: s }],
    ["1 of 3 voters name it", [s, null, null], null],
    ["2 of 3 name it and agree", [c, null, c], { state: "agreed", verdict: c }],
    ["2 of 4 name it and agree", [n, null, n, null], { state: "agreed", verdict: n }],
    ["2 of 5 name it and agree", [n, null, n, null, null], null],
    ["2 of 3 agree", [s, c, s], { state: "agreed", verdict: s }],
    ["1 of 2 each", [s, c], { state: "contested", verdict: null }],
    ["all unclear", [u, u], { state: "unclear", verdict: null }],
    ["1 decisive", [u, s, u], { state: "single", verdict: s }],
  ])("%s | %j → %j", (_title, verdicts, expected) => {
    const ballots = verdicts.map((verdict) => ({
      ...VOTE,
      claims: verdict === null ? [] : [{ number: 2, verdict }],
    }));
    expect(targetLabel(ballots, null).claims).toEqual(expected === null ? [] : [{ number: 2, ...expected }]);
  });

  it("is told apart from other claims, which come in the order of their numbers", () => {
    const claims = [
      { number: 10, verdict: c },
      { number: 2, verdict: s },
    ];
    expect(targetLabel([{ ...VOTE, claims }], null).claims).toEqual([
      { number: 2, verdict: s, state: "single" },
      { number: 10, verdict: c, state: "single" },
    ]);
  });
});
