import { describe, expect, it } from "vitest";
import { citationLabel } from "@/lib/citation/citation-label";
import type { TargetLabel } from "@/lib/citation/consensus";
import type { LabelState } from "@/lib/citation/label-state";
import type { EvidenceBasis, Polarity } from "@/lib/citation/polarity";

function target(parts: Partial<TargetLabel> = {}): TargetLabel {
  return {
    polarity: { state: "unlabelled", value: null },
    basis: null,
    role: { state: "unlabelled", value: null },
    furtherRoles: [],
    claims: [],
    votes: 0,
    ...parts,
  };
}

const [s, m, n, c, u] = ["supporting", "mixed", "neutral", "contrasting", "unclear"] as const;

describe("the polarity of a citation", () => {
  it.each<[Polarity[], Polarity]>([
    [[n], n],
    [[s], s],
    [[c], c],
    [[m], m],
    [[n, n], n],
    [[n, s], s],
    [[c, n], c],
    [[n, m], m],
    [[s, m], m],
    [[m, c], m],
    [[s, c], m],
    [[c, n, s], m],
    [[s, s, n], s],
  ])("%j → %s", (values, joint) => {
    const targets = values.map((value) => target({ polarity: { state: "agreed", value } }));
    expect(citationLabel(targets)).toMatchObject({ polarity: joint, state: "labelled", strength: "agreed" });
  });

  it.each<[LabelState[], string]>([
    [[], "unlabelled"],
    [["unlabelled"], "unlabelled"],
    [["unlabelled", "unclear"], "unclear"],
    [["unclear", "contested", "unlabelled"], "contested"],
  ])("of targets %j is null, and the citation %s", (states, state) => {
    const targets = states.map((one) => target({ polarity: { state: one, value: null } }));
    expect(citationLabel(targets)).toMatchObject({
      polarity: null,
      polarityOwn: null,
      state,
      strength: null,
    });
  });

  it("is unclear where an admin decided so and no other target has a value", () => {
    const decided = target({ polarity: { state: "adjudicated", value: u } });
    expect(citationLabel([decided, target()])).toMatchObject({ polarity: null, state: "unclear" });
    expect(citationLabel([decided, target({ polarity: { state: "contested", value: null } })]).state).toBe(
      "contested",
    );
    expect(citationLabel([decided, target({ polarity: { state: "single", value: s } })])).toMatchObject({
      polarity: s,
      state: "labelled",
      strength: "single",
    });
  });

  it.each<[[Polarity, EvidenceBasis | null][], Polarity, Polarity]>([
    [[[s, "own_evidence"]], s, s],
    [[[s, "relies_on"]], s, n],
    [[[m, "restates"]], m, n],
    [[[c, null]], c, n],
    [[[n, null]], n, n],
    [
      [
        [s, "own_evidence"],
        [c, "restates"],
      ],
      m,
      s,
    ],
    [
      [
        [s, "own_evidence"],
        [c, "own_evidence"],
      ],
      m,
      m,
    ],
    [
      [
        [m, "relies_on"],
        [c, "own_evidence"],
      ],
      m,
      c,
    ],
  ])("%j → %s, of own evidence %s", (values, all, own) => {
    const targets = values.map(([value, basis]) => target({ polarity: { state: "single", value }, basis }));
    expect(citationLabel(targets)).toMatchObject({ polarity: all, polarityOwn: own });
  });

  it.each<[LabelState[], string]>([
    [["single"], "single"],
    [["agreed"], "agreed"],
    [["adjudicated", "agreed"], "agreed"],
    [["agreed", "single"], "single"],
  ])("of targets %j is %s, and so are roles and claims", (states, strength) => {
    const targets = states.map((state) =>
      target({
        polarity: { state, value: s },
        role: { state, value: "method" },
        claims: [{ number: 1, verdict: s, state }],
      }),
    );
    const others = [
      target({ polarity: { state: "contested", value: null }, role: { state: "contested", value: null } }),
      target(),
    ];
    expect(citationLabel([...targets, ...others])).toMatchObject({
      strength,
      roleStrength: strength,
      claims: [{ strength }],
    });
  });
});

describe("the label of a citation", () => {
  it("has the roles of all targets that have one, further ones too, in the order of the vocabulary", () => {
    const label = citationLabel([
      target({ role: { state: "single", value: "extension" }, furtherRoles: ["dataset", "method"] }),
      target({ role: { state: "adjudicated", value: "method" } }),
      target({ role: { state: "contested", value: null }, furtherRoles: ["background"] }),
    ]);
    expect(label).toMatchObject({ roles: ["method", "dataset", "extension"], roleStrength: "single" });
  });

  it("without a role has no strength of roles", () => {
    expect(citationLabel([target()])).toMatchObject({ roles: [], roleStrength: null });
  });

  it("joins the verdicts on each claim, and leaves out claims without one", () => {
    const label = citationLabel([
      target({
        claims: [
          { number: 3, verdict: s, state: "agreed" },
          { number: 10, verdict: n, state: "single" },
        ],
      }),
      target({
        claims: [
          { number: 1, verdict: null, state: "contested" },
          { number: 2, verdict: null, state: "unclear" },
          { number: 3, verdict: c, state: "agreed" },
          { number: 10, verdict: null, state: "contested" },
        ],
      }),
    ]);
    expect(label.claims).toEqual([
      { number: 3, verdict: m, strength: "agreed" },
      { number: 10, verdict: n, strength: "single" },
    ]);
  });

  it("adds up the votes of all targets", () => {
    expect(citationLabel([target({ votes: 2 }), target({ votes: 3 })]).votes).toBe(5);
  });

  it("is contested when any target is, on either axis, also where others have a value", () => {
    const labelled = target({
      polarity: { state: "agreed", value: s },
      role: { state: "agreed", value: "method" },
    });
    const polarity = target({ polarity: { state: "contested", value: null } });
    const role = target({ role: { state: "contested", value: null } });
    expect(citationLabel([labelled]).contested).toBe(false);
    expect(citationLabel([labelled, polarity])).toMatchObject({ contested: true, state: "labelled" });
    expect(citationLabel([labelled, role]).contested).toBe(true);
  });
});
