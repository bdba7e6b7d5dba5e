import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { headline } from "@/lib/citation/headline";
import type { HeadlineFigures } from "@/lib/citation/headline-figures";
import { LABEL_KINDS } from "@/lib/citation/label-kind";
import { POLARITIES } from "@/lib/citation/polarity";
import { ROLES } from "@/lib/citation/role";
import { wilsonInterval } from "@/lib/citation/wilson";

const NOTHING: HeadlineFigures = {
  labels: "vote",
  known: 56,
  labelled: 39,
  withRole: 0,
  roles: {},
  polarities: {},
};

function textOf(figures: Partial<HeadlineFigures>): string {
  return headline({ ...NOTHING, ...figures }).text.replaceAll("\u00a0", " ");
}

const possible = fc
  .record({
    labels: fc.constantFrom(...LABEL_KINDS),
    role: fc.array(fc.nat({ max: 60 }), { minLength: ROLES.length, maxLength: ROLES.length }),
    polarity: fc.array(fc.nat({ max: 60 }), { minLength: POLARITIES.length, maxLength: POLARITIES.length }),
    unlabelled: fc.nat({ max: 40 }),
  })
  .map(({ labels, role, polarity, unlabelled }): HeadlineFigures => {
    const sum = (list: number[]) => list.reduce((total, n) => total + n, 0);
    const labelled = Math.max(sum(role), sum(polarity));
    return {
      labels,
      known: labelled + unlabelled,
      labelled,
      withRole: sum(role),
      roles: Object.fromEntries(ROLES.map((value, index) => [value, role[index]])),
      polarities: Object.fromEntries(POLARITIES.map((value, index) => [value, polarity[index]])),
    };
  });

describe("the headline", () => {
  it("gives the largest share its interval, the next its count, and the number of citers without a vote", () => {
    expect(
      textOf({
        withRole: 39,
        roles: { background: 19, baseline: 8, method: 7, dataset: 5 },
        polarities: { supporting: 9, mixed: 4, neutral: 21, contrasting: 3, unclear: 2 },
      }),
    ).toBe(
      "Of 39 citers with a voted role, 19 use it as background (34–64 %), 8 as a baseline. " +
        "16 of 37 citers with a voted polarity pass a judgement: 9 supporting, 4 mixed, 3 contrasting. " +
        "17 of 56 citers still need a first vote.",
    );
  });

  it("says mostly where the whole interval lies above one half", () => {
    expect(
      textOf({
        withRole: 39,
        roles: { background: 30, baseline: 6, method: 3 },
        polarities: { supporting: 19, mixed: 4, neutral: 10, contrasting: 3 },
      }),
    ).toBe(
      "It is mostly used as background: by 30 of 39 citers with a voted role (62–87 %), 6 as a baseline. " +
        "Where a judgement is made it is mostly supporting (54–86 %): 19 supporting, 4 mixed, 3 contrasting, " +
        "of 36 citers with a voted polarity. 17 of 56 citers still need a first vote.",
    );
  });

  it("says most often where the interval lies above that of the next alone", () => {
    expect(
      textOf({
        known: 60,
        labelled: 60,
        withRole: 60,
        roles: { extension: 32, baseline: 14, method: 14 },
        polarities: { contrasting: 32, mixed: 14, supporting: 14 },
      }),
    ).toBe(
      "It is most often used for an extension: by 32 of 60 citers with a voted role (41–65 %), 14 as a method, " +
        "14 as a baseline. Where a judgement is made it is most often contrasting (41–65 %): 14 supporting, " +
        "14 mixed, 32 contrasting, of 60 citers with a voted polarity. All 60 citers have a vote.",
    );
  });

  it("calls suggestions suggestions in every sentence", () => {
    expect(
      textOf({
        labels: "suggestion",
        withRole: 12,
        roles: { method: 12 },
        polarities: { supporting: 12 },
      }),
    ).toBe(
      "By suggestion it is mostly used as a method: by 12 of 12 citers with a suggested role (76–100 %). " +
        "Where a judgement is suggested it is mostly supporting (76–100 %): 12 supporting, " +
        "of 12 citers with a suggested polarity. 17 of 56 citers have no suggestion.",
    );
  });

  it.each([
    [1, "The one citer with a voted role uses it as background."],
    [2, "Of 2 citers with a voted role, 2 use it as background."],
    [9, "Of 9 citers with a voted role, 9 use it as background."],
    [10, "It is mostly used as background: by 10 of 10 citers with a voted role (72–100 %)."],
    [12_000, "It is mostly used as background: by 12,000 of 12,000 citers with a voted role (> 99 %)."],
  ])("of %i citers who all use it as background", (n, sentence) => {
    const text = textOf({ known: n + 2, labelled: n, withRole: n, roles: { background: n } });
    expect(text.startsWith(`${sentence} `)).toBe(true);
  });

  it.each([
    [{ background: 3, baseline: 1, method: 1 }, 5, "3 use it as background, 1 as a method, 1 as a baseline."],
    [{ background: 2, baseline: 1, method: 1, dataset: 1 }, 5, "2 use it as background."],
    [
      { background: 1, baseline: 1, method: 1 },
      3,
      "1 uses it as background, 1 as a method, 1 as a baseline.",
    ],
    [{ background: 1, baseline: 1, method: 1, other: 1 }, 4, "no role is that of more than 1."],
  ])("names equals together or not at all: %j", (roles, withRole, ending) => {
    expect(textOf({ withRole, roles })).toContain(`Of ${withRole} citers with a voted role, ${ending}`);
  });

  it.each([
    [{ neutral: 1 }, "The one citer with a voted polarity passes no judgement."],
    [{ contrasting: 1, unclear: 4 }, "The one citer with a voted polarity disagrees."],
    [{ neutral: 21 }, "None of 21 citers with a voted polarity passes a judgement."],
    [{ neutral: 20, mixed: 1 }, "1 of 21 citers with a voted polarity passes a judgement: 1 mixed."],
    [{ supporting: 9 }, "9 of 9 citers with a voted polarity pass a judgement: 9 supporting."],
    [{ unclear: 1 }, "For 1 citer the voted polarity is unclear."],
    [{ unclear: 3 }, "For 3 citers the voted polarity is unclear."],
  ])("tells polarity from %j", (polarities, sentence) => {
    expect(textOf({ polarities })).toBe(`${sentence} 17 of 56 citers still need a first vote.`);
  });

  it.each([
    ["vote", 0, 0, "No citer is known yet."],
    ["vote", 1, 0, "The one known citer has no vote."],
    ["vote", 36, 0, "None of 36 citers has a vote yet."],
    ["suggestion", 36, 0, "None of 36 citers has a suggestion yet."],
    ["vote", 36, 35, "The votes settle no role and no polarity. 1 of 36 citers still needs a first vote."],
    [
      "suggestion",
      36,
      35,
      "The suggestions settle no role and no polarity. 1 of 36 citers has no suggestion.",
    ],
    ["vote", 36, 36, "The votes settle no role and no polarity. All 36 citers have a vote."],
  ] as const)(
    "of %ss, %i known citers and %i labelled, none with a value",
    (labels, known, labelled, text) => {
      expect(textOf({ labels, known, labelled })).toBe(text);
    },
  );

  it("stresses what is claimed", () => {
    const { parts } = headline({ ...NOTHING, withRole: 39, roles: { background: 30, method: 9 } });
    expect(parts.filter(({ emphasis }) => emphasis)).toEqual([
      { text: "mostly used as background", emphasis: true },
    ]);
  });

  it("says mostly of no value unless the lower end is above one half of ten citers or more", () => {
    fc.assert(
      fc.property(possible, (figures) => {
        const { supporting = 0, mixed = 0, contrasting = 0 } = figures.polarities;
        const judged = supporting + mixed + contrasting;
        const said = /it is mostly (supporting|mixed|contrasting)/u.exec(headline(figures).text)?.[1];
        const isMost = (k: number) => judged >= 10 && wilsonInterval(k, judged).low > 0.5;
        const most = Object.entries({ supporting, mixed, contrasting }).find(([, k]) => isMost(k))?.[0];
        expect(said).toBe(most);
      }),
      { numRuns: 500 },
    );
  });

  it("says that one role leads only if its interval lies above that of every other", () => {
    fc.assert(
      fc.property(possible, (figures) => {
        const { roles, withRole } = figures;
        const intervals = ROLES.map((role) => wilsonInterval(roles[role] ?? 0, withRole));
        const leads = intervals.some((one) =>
          intervals.every((other) => other === one || one.low > other.high),
        );
        const says = /it is (?:mostly|most often) used/iu.test(headline(figures).text);
        expect(says).toBe(leads && withRole >= 10);
      }),
      { numRuns: 500 },
    );
  });

  it("has the same words as its parts, one space between sentences, and a full stop", () => {
    fc.assert(
      fc.property(possible, (figures) => {
        const { parts, text } = headline(figures);
        expect(parts.map((part) => part.text).join("")).toBe(text);
        expect(text).toMatch(/^\S.*\.$/u);
        expect(text).not.toMatch(/ {2}|\b1 citers\b|undefined|NaN/u);
        expect(text.includes("suggest")).toBe(figures.labels === "suggestion" && figures.known > 0);
      }),
    );
  });

  it.each([
    [{ labelled: 57 }],
    [{ known: -1, labelled: -1 }],
    [{ known: 1.5, labelled: 1 }],
    [{ withRole: 40, roles: { background: 40 } }],
    [{ withRole: 3, roles: { background: 4 } }],
    [{ withRole: 3, roles: { background: 1, method: 1 } }],
    [{ polarities: { supporting: 30, contrasting: 10 } }],
    [{ polarities: { supporting: Number.NaN } }],
  ])("refuses figures that cannot be: %j", (figures) => {
    expect(() => headline({ ...NOTHING, ...figures })).toThrow(RangeError);
  });
});
