import { describe, expect, it } from "vitest";
import { type Ballot, type Ruling, targetLabel } from "@/lib/citation/consensus";
import type { LabelState } from "@/lib/citation/label-state";
import type { Polarity } from "@/lib/citation/polarity";
import type { Role } from "@/lib/citation/role";

function ballot(parts: Partial<Ballot> = {}): Ballot {
  return { role: "background", furtherRoles: [], polarity: "neutral", basis: null, claims: [], ...parts };
}

function ruling(parts: Partial<Ruling> = {}): Ruling {
  return { role: null, furtherRoles: [], polarity: null, basis: null, ...parts };
}

function times<Value>(count: number, value: Value): Value[] {
  return new Array<Value>(count).fill(value);
}

const [s, m, n, c, u] = ["supporting", "mixed", "neutral", "contrasting", "unclear"] as const;

describe("the polarity of a target", () => {
  it.each<[string, Polarity[], LabelState, Polarity | null]>([
    ["no vote", [], "unlabelled", null],
    ["1 unclear", [u], "unclear", null],
    ["3 unclear", [u, u, u], "unclear", null],
    ["1 supporting", [s], "single", s],
    ["1 contrasting, 4 unclear", [u, u, c, u, u], "single", c],
    ["2 of 2 mixed", [m, m], "agreed", m],
    ["2 of 2 neutral, 3 unclear", [n, u, u, n, u], "agreed", n],
    ["1 of 2 each", [s, c], "contested", null],
    ["1 of 2 each, 1 unclear", [s, n, u], "contested", null],
    ["2 of 3 supporting", [s, c, s], "agreed", s],
    ["1 of 3 each", [s, c, n], "contested", null],
    ["2 of 4 supporting", [s, s, m, c], "contested", null],
    ["3 of 4 supporting", [s, s, c, s], "agreed", s],
    ["3 of 5 contrasting", [c, c, c, n, n], "contested", null],
    ["4 of 6 contrasting", [c, c, c, c, n, s], "agreed", c],
    ["199 of 299 neutral", [...times(199, n), ...times(100, s)], "contested", null],
    ["200 of 300 neutral", [...times(200, n), ...times(100, s)], "agreed", n],
  ])("%s | %j → %s, %s", (_title, polarities, state, value) => {
    const label = targetLabel(
      polarities.map((polarity) => ballot({ polarity })),
      null,
    );
    expect(label.polarity).toEqual({ state, value });
    expect(label.votes).toBe(polarities.length);
  });
});

describe("the primary role of a target", () => {
  it.each<[string, Role[], LabelState, Role | null]>([
    ["no vote", [], "unlabelled", null],
    ["1 method", ["method"], "single", "method"],
    ["2 of 2 other", ["other", "other"], "agreed", "other"],
    ["1 of 2 each", ["method", "dataset"], "contested", null],
    ["2 of 3 baseline", ["method", "baseline", "baseline"], "agreed", "baseline"],
    ["1 of 3 each", ["method", "baseline", "dataset"], "contested", null],
  ])("%s | %j → %s, %s", (_title, roles, state, value) => {
    const label = targetLabel(
      roles.map((role) => ballot({ role })),
      null,
    );
    expect(label.role).toEqual({ state, value });
  });

  it("comes from votes whose polarity is unclear as well", () => {
    const label = targetLabel([ballot({ role: "method", polarity: u }), ballot({ role: "method" })], null);
    expect(label.role).toEqual({ state: "agreed", value: "method" });
    expect(label.polarity).toEqual({ state: "single", value: n });
  });
});

describe("the decision of an admin", () => {
  const votes = [
    ballot({ role: "method", furtherRoles: ["software"], polarity: s, basis: "relies_on" }),
    ballot({ role: "method", furtherRoles: ["software"], polarity: s, basis: "relies_on" }),
  ];

  it("replaces both axes, the basis and the further roles", () => {
    const decision = ruling({
      role: "baseline",
      furtherRoles: ["dataset", "baseline"],
      polarity: c,
      basis: "own_evidence",
    });
    expect(targetLabel(votes, decision)).toMatchObject({
      polarity: { state: "adjudicated", value: c },
      basis: "own_evidence",
      role: { state: "adjudicated", value: "baseline" },
      furtherRoles: ["dataset"],
      votes: 2,
    });
  });

  it("on the polarity alone leaves the role to the votes", () => {
    expect(targetLabel(votes, ruling({ polarity: m, furtherRoles: ["dataset"] }))).toMatchObject({
      polarity: { state: "adjudicated", value: m },
      basis: null,
      role: { state: "agreed", value: "method" },
      furtherRoles: ["software"],
    });
  });

  it("on the role alone leaves the polarity to the votes", () => {
    expect(targetLabel(votes, ruling({ role: "dataset", basis: "restates" }))).toMatchObject({
      polarity: { state: "agreed", value: s },
      basis: "relies_on",
      role: { state: "adjudicated", value: "dataset" },
      furtherRoles: [],
    });
  });

  it("stands without a vote, and may be that the polarity is unclear", () => {
    expect(targetLabel([], ruling({ polarity: u })).polarity).toEqual({ state: "adjudicated", value: u });
  });

  it("gives a neutral polarity no basis", () => {
    expect(targetLabel(votes, ruling({ polarity: n, basis: "own_evidence" })).basis).toBeNull();
  });
});
