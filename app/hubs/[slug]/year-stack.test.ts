import { expect, test } from "vitest";
import { NO_COUNTS } from "@/app/_citation/polarity-tally";
import { stackParts } from "./year-stack";

test("parts stand on each other in the order of the legend, those without a citer left out", () => {
  expect(stackParts({ ...NO_COUNTS, none: 1, contrasting: 2, supporting: 3 }, 10)).toEqual([
    { part: "supporting", count: 3, top: 30, height: 30 },
    { part: "contrasting", count: 2, top: 50, height: 20 },
    { part: "none", count: 1, top: 60, height: 10 },
  ]);
});
