import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { BASIS_GUIDES } from "@/lib/citation/basis-guide";
import { POLARITY_CITO, ROLE_CITO } from "@/lib/citation/cito";
import { EXAMPLE_HUB, type GuidelineExample, rangeOf } from "@/lib/citation/guideline-example";
import * as guidelines from "@/lib/citation/guidelines";
import { BASIS_LABELS, EVIDENCE_BASES, POLARITIES, type Polarity } from "@/lib/citation/polarity";
import { POLARITY_GUIDES } from "@/lib/citation/polarity-guide";
import { ROLE_LABELS, ROLES, type Role } from "@/lib/citation/role";
import { ROLE_GUIDES } from "@/lib/citation/role-guide";
import { BASIS_TIES, POLARITY_TIES, ROLE_TIES, tieRulesOf } from "@/lib/citation/tie-rules";

const { GUIDELINES_VERSION, GUIDELINES_DATE, ...topics } = guidelines;

/** The version that was last looked over, and what a voter read in it. Both change together, and never one alone. */
const LAST_SEEN = {
  version: "2026-11",
  digest: "088ae5bf9a35b7af9ab01a3822c31cf39cbe77bd08aa06404fe4753c5d393bff",
};

/** Everything that tells voters what to do; terms of CiTO and keys do not. */
const TEXT = {
  topics,
  labels: [ROLE_LABELS, POLARITIES, BASIS_LABELS],
  guides: [ROLE_GUIDES, POLARITY_GUIDES, BASIS_GUIDES, EXAMPLE_HUB],
  ties: [ROLE_TIES, POLARITY_TIES, BASIS_TIES],
};

const JUDGEMENTS: readonly Polarity[] = ["supporting", "mixed", "contrasting"];

type Axis = "role" | "polarity" | "basis";

interface Guide {
  definition: string;
  examples: readonly GuidelineExample[];
}

function guidesOf<Value extends string>(
  axis: Axis,
  values: readonly Value[],
  guides: Readonly<Record<Value, Guide>>,
): [Axis, Value, Guide][] {
  return values.map((value) => [axis, value, guides[value]]);
}

const GUIDES: [Axis, string, Guide][] = [
  ...guidesOf("role", ROLES, ROLE_GUIDES),
  ...guidesOf("polarity", POLARITIES, POLARITY_GUIDES),
  ...guidesOf("basis", EVIDENCE_BASES, BASIS_GUIDES),
];

describe("the version", () => {
  test("changes whenever the text of the guidelines does", () => {
    const digest = createHash("sha256").update(JSON.stringify(TEXT)).digest("hex");
    expect(
      { version: GUIDELINES_VERSION, digest },
      "The guidelines changed. Votes keep the version that they were given under: raise GUIDELINES_VERSION and set " +
        "GUIDELINES_DATE in lib/citation/guidelines.ts, then write the new version and digest into LAST_SEEN here.",
    ).toEqual(LAST_SEEN);
  });

  test("is a month, with a number from the second version of a month on, and its date lies in that month", () => {
    expect(GUIDELINES_VERSION).toMatch(/^\d{4}-(0[1-9]|1[0-2])(\.([2-9]|[1-9]\d+))?$/);
    expect(GUIDELINES_DATE).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(GUIDELINES_DATE.slice(0, 7)).toBe(GUIDELINES_VERSION.slice(0, 7));
  });
});

describe("every value", () => {
  test.each(GUIDES)("%s %s has a definition that completes a sentence", (_axis, _value, { definition }) => {
    expect(definition).toMatch(/^[a-z].{20,}[a-z]$/);
  });

  test.each(GUIDES)("%s %s has two examples that are labelled with it", (axis, value, { examples }) => {
    expect(examples).toHaveLength(2);
    for (const example of examples) expect(example[axis]).toBe(value);
  });

  test.each(GUIDES)("%s %s has examples that hold their marker once", (_axis, _value, { examples }) => {
    for (const { text, marker } of examples) {
      expect(text.split(marker), text).toHaveLength(2);
      const { start, end } = rangeOf(text, marker);
      expect(text.slice(start, end)).toBe(marker);
    }
  });

  test.each(GUIDES)(
    "%s %s has examples with a basis exactly where they judge",
    (_axis, _value, { examples }) => {
      for (const { text, polarity, basis } of examples)
        expect(basis !== null, text).toBe(JUDGEMENTS.includes(polarity));
    },
  );

  test("of the roles, and every polarity but unclear, has a term of CiTO", () => {
    for (const role of ROLES) expect(ROLE_CITO[role].term, role).toMatch(/^[a-z][A-Za-z]+$/);
    for (const polarity of POLARITIES)
      if (polarity === "unclear") expect(POLARITY_CITO[polarity]).toBeNull();
      else expect(POLARITY_CITO[polarity]?.any.term, polarity).toMatch(/^[a-z][A-Za-z]+$/);
  });
});

test("no two examples are the same sentence", () => {
  const texts = GUIDES.flatMap(([, , { examples }]) => examples.map(({ text }) => text));
  expect(new Set(texts).size).toBe(texts.length);
});

describe("tie rules", () => {
  test("of an axis give a value of that axis in every case", () => {
    for (const { role } of ROLE_TIES.flat()) expect(role).toBeDefined();
    for (const { polarity } of POLARITY_TIES.flat()) expect(polarity).toBeDefined();
    for (const { basis } of BASIS_TIES.flat()) expect(basis).toBeDefined();
  });

  test("part dataset from baseline and method from extension", () => {
    const partners = (value: Role) => tieRulesOf(value).flatMap((rule) => rule.map(({ role }) => role));
    expect(partners("dataset")).toEqual(["dataset", "baseline"]);
    expect(partners("extension")).toEqual(["method", "extension"]);
  });

  test("make criticism that motivates a work motivation and contrasting", () => {
    const cases = tieRulesOf("motivation").flat();
    expect(cases).toContainEqual(expect.objectContaining({ role: "motivation", polarity: "contrasting" }));
  });

  test("are found by the value of any axis", () => {
    expect(tieRulesOf("unclear")).toHaveLength(1);
    expect(tieRulesOf("restates")).toEqual(BASIS_TIES);
    expect(tieRulesOf("other")).toEqual([]);
  });
});
