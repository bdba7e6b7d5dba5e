import { describe, expect, test } from "vitest";
import { ballotProblem, NOTE_LENGTH } from "./ballot-problem";
import type { Ballot } from "./consensus";

const BALLOT: Ballot = { role: "method", furtherRoles: [], polarity: "supporting", basis: null, claims: [] };

describe("a ballot", () => {
  test.each<[string, Partial<Ballot>, string]>([
    [
      "with everything",
      {
        furtherRoles: ["dataset"],
        basis: "own_evidence",
        claims: [
          { number: 1, verdict: "neutral" },
          { number: 2, verdict: "neutral" },
        ],
      },
      "x".repeat(NOTE_LENGTH),
    ],
    ["with the least", {}, ""],
    ["that is unclear and rests on nothing", { polarity: "unclear" }, ""],
  ])("%s has no problem", (_name, said, note) => {
    expect(ballotProblem({ ...BALLOT, ...said }, note)).toBeNull();
  });

  test.each<[string, Partial<Ballot>, string, RegExp]>([
    ["names its main role as a further one", { furtherRoles: ["dataset", "method"] }, "", /main role/],
    ["names a further role twice", { furtherRoles: ["dataset", "dataset"] }, "", /twice/],
    ["is neutral by some evidence", { polarity: "neutral", basis: "restates" }, "", /rest on evidence/],
    ["is unclear by some evidence", { polarity: "unclear", basis: "own_evidence" }, "", /rest on evidence/],
    [
      "gives a claim two verdicts",
      {
        claims: [
          { number: 1, verdict: "neutral" },
          { number: 1, verdict: "mixed" },
        ],
      },
      "",
      /claim was given twice/,
    ],
    ["has too long a note", {}, "x".repeat(NOTE_LENGTH + 1), /longer than 2,000 characters/],
  ])("that %s is refused", (_name, said, note, problem) => {
    expect(ballotProblem({ ...BALLOT, ...said }, note)).toMatch(problem);
  });
});
