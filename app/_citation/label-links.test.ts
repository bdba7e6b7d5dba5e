import { expect, test } from "vitest";
import { labelHref, targetPath } from "./label-links";

test("a sentence is labelled under its own number, and leads back to itself", () => {
  const sentence = { hubId: 3, workId: 12, contextId: 5 };
  expect(labelHref(sentence)).toBe("/annotate/context-5?from=/citers/12%23c-5");
  const { searchParams } = new URL(labelHref(sentence), "http://localhost");
  expect(searchParams.get("from")).toBe(targetPath(sentence));
});

test("a paper as a whole is named by hub and paper, and leads back to the part about that hub", () => {
  const paper = { hubId: 3, workId: 12, contextId: null };
  expect(labelHref(paper)).toBe("/annotate/paper-3-12?from=/citers/12%23hub-3");
  expect(labelHref(paper, { andBack: false })).toBe("/annotate/paper-3-12");
});
