import { expect, test } from "vitest";
import type { SourceOutcome } from "@/lib/import/report";
import { figuresText, problemText } from "./outcome";

const outcome = (source: string, more: Partial<SourceOutcome>): SourceOutcome => ({
  source,
  state: "answered",
  counted: null,
  listed: null,
  failure: null,
  ...more,
});

test("the figures of the services stand side by side, without those that say nothing", () => {
  const outcomes = [
    outcome("openalex", { counted: 1812, listed: 1800 }),
    outcome("semantic-scholar", { counted: 790, listed: 0 }),
    outcome("crossref", { counted: 655 }),
    outcome("arxiv", { state: "not_asked" }),
  ];
  expect(figuresText(outcomes, "counted")).toBe("OpenAlex 1,812, Semantic Scholar 790, Crossref 655");
  expect(figuresText(outcomes, "listed")).toBe("OpenAlex 1,800, Semantic Scholar 0");
  expect(figuresText([], "counted")).toBe("");
});

test("a service that gave nothing says why", () => {
  const failed = outcome("openalex", { state: "failed", failure: "did not answer within 60 seconds" });
  expect(problemText(failed)).toBe("OpenAlex did not answer within 60 seconds");
  expect(problemText(outcome("crossref", { state: "unknown" }))).toBe("Crossref does not know this work");
  expect(problemText(outcome("arxiv", { state: "not_asked" }))).toContain("arXiv was not asked");
  expect(problemText(outcome("openalex", {}))).toBeNull();
});
