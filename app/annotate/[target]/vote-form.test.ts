import { describe, expect, test } from "vitest";
import { readForm } from "@/lib/form";
import { ballotOf, VoteForm } from "./vote-form";

const SENT: [string, string][] = [
  ["target", "context-56"],
  ["revision", "0"],
  ["submission", "5b0f8f6e-6d5f-4a44-9a43-3d1f6a4b8f11"],
  ["role", "baseline"],
  ["polarity", "contrasting"],
  ["note", ""],
];

function read(...more: [string, string][]) {
  const form = new FormData();
  for (const [name, value] of [...SENT, ...more]) form.append(name, value);
  return VoteForm.strict().safeParse(readForm(VoteForm, form));
}

const ballot = (...more: [string, string][]) => {
  const { data, error } = read(...more);
  if (!data) throw error;
  return ballotOf(data);
};

describe("the form of a vote", () => {
  test("the least that can be said is a role and a polarity", () => {
    expect(ballot()).toEqual({
      role: "baseline",
      furtherRoles: [],
      polarity: "contrasting",
      basis: null,
      claims: [],
    });
  });

  test("several further roles and claims are all read, a claim's verdict being the polarity unless it says more", () => {
    const { furtherRoles, claims } = ballot(
      ["further", "method"],
      ["further", "dataset"],
      ["claims", "1"],
      ["claims", "3"],
      ["verdicts", ""],
      ["verdicts", "3:mixed"],
    );
    expect(furtherRoles).toEqual(["method", "dataset"]);
    expect(claims).toEqual([
      { number: 1, verdict: "contrasting" },
      { number: 3, verdict: "mixed" },
    ]);
  });

  test("what an earlier choice left behind is dropped", () => {
    const form = new FormData();
    for (const [name, value] of [...SENT.filter(([name]) => name !== "polarity"), ["polarity", "neutral"]])
      form.append(name ?? "", value ?? "");
    form.append("basis", "own_evidence");
    form.append("further", "baseline");
    form.append("verdicts", "2:mixed");
    const left = ballotOf(VoteForm.parse(readForm(VoteForm, form)));
    expect(left).toMatchObject({ polarity: "neutral", basis: null, furtherRoles: [], claims: [] });
  });

  test.each([
    ["a role that is none", "role", "friend"],
    ["a second main role", "role", "method"],
    ["a target that is none", "target", "context-057"],
    ["a verdict that is none", "verdicts", "1:friendly"],
    ["a number below zero", "claims", "-1"],
    ["a key that the form does not have", "user_id", "1"],
  ])("%s is refused", (_name, field, value) => {
    expect(read([field, value]).success).toBe(false);
  });

  test("a note is kept without the carriage returns that browsers add, and refused when too long", () => {
    const form = new FormData();
    for (const [name, value] of SENT.filter(([name]) => name !== "note")) form.append(name, value);
    form.append("note", " one\r\ntwo ");
    expect(VoteForm.parse(readForm(VoteForm, form)).note).toBe("one\ntwo");
    form.set("note", "x".repeat(2001));
    expect(VoteForm.safeParse(readForm(VoteForm, form)).success).toBe(false);
  });
});
