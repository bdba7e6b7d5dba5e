import { expect, test } from "vitest";
import { unlabelledParts, votedParts } from "@/app/_citation/polarity-parts";
import { NO_VOTES } from "@/app/_citation/voted-tally";
import { stackParts } from "./year-stack";

test("parts stand on each other in the order of the legend, agreed below single, none without a citer", () => {
  const voted = {
    ...NO_VOTES,
    values: {
      ...NO_VOTES.values,
      contrasting: { single: 2, agreed: 0 },
      supporting: { single: 1, agreed: 3 },
    },
  };
  const stacked = stackParts([...votedParts(voted), ...unlabelledParts(1)], 10);
  expect(stacked.map(({ part, top, height }) => [part.kind, part.value, top, height])).toEqual([
    ["agreed", "supporting", 30, 30],
    ["single", "supporting", 40, 10],
    ["single", "contrasting", 60, 20],
    ["none", "none", 70, 10],
  ]);
});
