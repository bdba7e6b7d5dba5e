import { describe, expect, it } from "vitest";
import { ROLE_USES } from "@/lib/citation/label-phrase";
import type { Group } from "@/lib/citation/representative-aspects";
import type { Reason, Standing } from "@/lib/citation/representative-reason";
import { reasonText } from "@/lib/citation/representative-text";
import { ROLES } from "@/lib/citation/role";

function inGroup(group: Group, standing: Standing, size: number, complete = true): Reason {
  return { kind: "group", group, standing, size, complete };
}

const DISAGREEING: Group = { kind: "polarity", polarity: "contrasting" };

describe("reasonText", () => {
  it.each<[Reason, string]>([
    [inGroup(DISAGREEING, "only", 1), "the only one that disagrees"],
    [inGroup(DISAGREEING, "only", 1, false), "the only one known to disagree"],
    [inGroup(DISAGREEING, "one_of", 3), "one of 3 that disagree"],
    [
      inGroup({ kind: "role", role: "baseline" }, "most_cited", 8),
      "most cited of the 8 that use it as a baseline",
    ],
    [
      inGroup({ kind: "role", role: "replication" }, "earliest", 1204, false),
      "earliest of the 1,204 known to use it for a replication",
    ],
    [inGroup({ kind: "claim", claim: 2 }, "newest", 2), "newest of the 2 that speak to claim C2"],
    [inGroup({ kind: "field", field: "Medicine" }, "only", 1), "the only one in Medicine"],
    [inGroup({ kind: "period", firstYear: 2005 }, "one_of", 9, false), "one of 9 known to be from 2005–2009"],
    [{ kind: "only_citer" }, "the only known citing paper"],
    [
      { kind: "most", measure: "citations", value: 40, holders: 1, known: 9, of: 9, aside: false },
      "the most cited",
    ],
    [
      { kind: "most", measure: "citations", value: 40, holders: 1, known: 8, of: 9, aside: true },
      "the most cited of the 8 of 9 with known citations, self-citations and retracted papers aside",
    ],
    [
      { kind: "most", measure: "sentences", value: 14, holders: 1, known: 9, of: 9, aside: false },
      "the one with the most known sentences about it, 14",
    ],
    [
      { kind: "most", measure: "year", value: 2025, holders: 20, known: 30, of: 36, aside: false },
      "one of 20 from 2025, the latest known year",
    ],
  ])("of %j is “%s”", (reason, text) => {
    expect(reasonText(reason, ["vote"])).toBe(text);
  });

  it("says suggested of labels that are suggestions, and only of labels", () => {
    expect(reasonText(inGroup(DISAGREEING, "only", 1), ["suggestion"])).toBe(
      "the only one suggested to disagree",
    );
    expect(reasonText(inGroup(DISAGREEING, "only", 1), ["vote", "suggestion"])).toBe(
      "the only one voted or suggested to disagree",
    );
    expect(reasonText(inGroup({ kind: "field", field: "Law" }, "one_of", 2), ["suggestion"])).toBe(
      "one of 2 in Law",
    );
  });

  it("has other words for every role", () => {
    const texts = ROLES.map((role) => reasonText(inGroup({ kind: "role", role }, "only", 1), ["vote"]));
    expect(new Set(texts).size).toBe(ROLES.length);
    for (const role of ROLES) expect(texts).toContain(`the only one that uses it ${ROLE_USES[role]}`);
  });
});
