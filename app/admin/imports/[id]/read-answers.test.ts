import fc from "fast-check";
import { expect, test } from "vitest";
import { UserError } from "@/lib/errors";
import type { Decision } from "@/lib/import/decision";
import { answerName, answerValue, readAnswers } from "./read-answers";

const decision: fc.Arbitrary<Decision> = fc.oneof(
  fc.record({ kind: fc.constant("work" as const), workId: fc.integer({ min: 1 }) }),
  fc.record({ kind: fc.constant("key" as const), otherKey: fc.stringMatching(/^\S[\w:. -]{0,50}\S$/) }),
  fc.record({ kind: fc.constantFrom("new" as const, "leave_out" as const) }),
);

test("every decision comes back from the form as it was, at the key of its place", () => {
  fc.assert(
    fc.property(fc.array(decision, { minLength: 1, maxLength: 20 }), (decisions) => {
      const keys = decisions.map((_, at) => `key ${at}`);
      const answers = Object.fromEntries(decisions.map((one, at) => [answerName(at), answerValue(one)]));
      expect([...readAnswers(keys, answers)]).toEqual(decisions.map((one, at) => [`key ${at}`, one]));
    }),
  );
});

test("what is not answered is not decided, and nothing at all is refused in words", () => {
  expect([...readAnswers(["a", "b"], { answer1: "new", answer0: "" })]).toEqual([["b", { kind: "new" }]]);
  expect(() => readAnswers(["a"], {})).toThrow(UserError);
  expect(() => readAnswers(["a"], { answer0: "work -1" })).toThrow(UserError);
  expect(() => readAnswers(["a"], { answer0: "burn" })).toThrow(UserError);
});
