import { describe, expect, it } from "vitest";
import { type LabelMeaning, type LabelScheme, meaningOf } from "./foreign-labels";

const background: LabelMeaning = { role: "background" };
const method: LabelMeaning = { role: "method" };
const comparison: LabelMeaning = { role: "comparison" };
const extension: LabelMeaning = { role: "extension" };
const evidence: LabelMeaning = { role: "evidence" };
const supporting: LabelMeaning = { polarity: "supporting" };
const contrasting: LabelMeaning = { polarity: "contrasting" };
const refuting: LabelMeaning = { polarity: "contrasting", basis: "own_evidence" };

/** One row for each label of the table of mappings. */
const ROWS: readonly (readonly [LabelScheme, string, LabelMeaning])[] = [
  ["semantic-scholar", "background", background],
  ["semantic-scholar", "methodology", method],
  ["semantic-scholar", "method", method],
  ["semantic-scholar", "result", comparison],
  ["semantic-scholar", "results", comparison],
  ["semantic-scholar", "isInfluential", { influential: true }],
  ["scicite", "background", background],
  ["scicite", "methodology", method],
  ["scicite", "method", method],
  ["scicite", "result", comparison],
  ["scicite", "results", comparison],
  ["scicite", "supportive", supporting],
  ["scicite", "not_supportive", contrasting],
  ["scicite", "cant_determine", { polarity: "unclear" }],
  ["acl-arc", "Background", background],
  ["acl-arc", "Uses", method],
  ["acl-arc", "Motivation", { role: "motivation" }],
  ["acl-arc", "Extends", extension],
  ["acl-arc", "CompareOrContrast", comparison],
  ["acl-arc", "Future", { role: "future_work" }],
  ["3c", "BACKGROUND", background],
  ["3c", "USES", method],
  ["3c", "MOTIVATION", { role: "motivation" }],
  ["3c", "EXTENSION", extension],
  ["3c", "COMPARES_CONTRASTS", comparison],
  ["3c", "FUTURE", { role: "future_work" }],
  ["3c", "INFLUENTIAL", { influential: true }],
  ["multicite", "background", background],
  ["multicite", "motivation", { role: "motivation" }],
  ["multicite", "future_work", { role: "future_work" }],
  ["multicite", "uses", method],
  ["multicite", "extends", extension],
  ["multicite", "similarities", comparison],
  ["multicite", "differences", { role: "comparison", polarity: "contrasting" }],
  ["scite", "supporting", { polarity: "supporting", basis: "own_evidence" }],
  ["scite", "contrasting", refuting],
  ["scite", "contradicting", refuting],
  ["scite", "disputing", refuting],
  ["scite", "mentioning", { polarity: "neutral" }],
  ["scite", "unclassified", {}],
  ["athar", "p", supporting],
  ["athar", "positive", supporting],
  ["athar", "n", contrasting],
  ["athar", "negative", contrasting],
  ["athar", "o", { polarity: "neutral" }],
  ["athar", "neutral", { polarity: "neutral" }],
  ["athar", "unlabelled", {}],
  ["pith", "background", background],
  ["pith", "method", method],
  ["pith", "baseline", { role: "baseline" }],
  ["pith", "dataset", { role: "dataset" }],
  ["pith", "other", { role: "other" }],
  ["cito", "obtainsBackgroundFrom", background],
  ["cito", "citesForInformation", background],
  ["cito", "citesAsAuthority", background],
  ["cito", "citesAsRecommendedReading", background],
  ["cito", "describes", background],
  ["cito", "credits", background],
  ["cito", "citesAsEvidence", evidence],
  ["cito", "obtainsSupportFrom", evidence],
  ["cito", "usesConclusionsFrom", evidence],
  ["cito", "usesMethodIn", method],
  ["cito", "usesDataFrom", { role: "dataset" }],
  ["cito", "citesAsDataSource", { role: "dataset" }],
  ["cito", "extends", extension],
  ["cito", "updates", extension],
  ["cito", "citesAsPotentialSolution", { role: "future_work" }],
  ["cito", "discusses", comparison],
  ["cito", "reviews", comparison],
  ["cito", "confirms", { polarity: "supporting", basis: "own_evidence" }],
  ["cito", "supports", supporting],
  ["cito", "agreesWith", supporting],
  ["cito", "qualifies", { polarity: "mixed" }],
  ["cito", "disagreesWith", contrasting],
  ["cito", "critiques", contrasting],
  ["cito", "disputes", refuting],
  ["cito", "refutes", refuting],
  ["cito", "corrects", refuting],
  ["cito", "retracts", { retraction: true }],
];

describe("a foreign label", () => {
  it.each(ROWS)("of %s, %s, means what the table says", (scheme, label, meaning) => {
    expect(meaningOf(scheme, label)).toEqual(meaning);
  });

  it("may be a CiTO property with its prefix or as an address", () => {
    expect(meaningOf("cito", "cito:usesMethodIn")).toEqual(method);
    expect(meaningOf("cito", "http://purl.org/spar/cito/usesMethodIn")).toEqual(method);
  });

  it("that is not in the table of its own vocabulary means nothing", () => {
    for (const label of ["praise", "", "supporting", "constructor", "__proto__", "toString"])
      expect(meaningOf("semantic-scholar", label)).toEqual({});
  });
});
