import { describe, expect, test } from "vitest";
import { consensusWords, strengthWords, tallyWords } from "@/lib/citation/consensus-words";
import type { LabelState } from "@/lib/citation/label-state";

describe("how a target is settled, in words", () => {
  test.each<[LabelState, string | null, string[], string]>([
    ["unlabelled", null, [], "no vote yet"],
    ["unclear", null, ["unclear"], "unclear by the only vote"],
    ["unclear", null, ["unclear", "unclear"], "unclear by all of 2 votes"],
    ["single", "mixed", ["mixed"], "one vote"],
    ["single", "mixed", ["unclear", "mixed"], "one vote; 1 vote says unclear"],
    ["agreed", "supporting", ["supporting", "supporting", "supporting"], "agreed by 3 of 3"],
    [
      "agreed",
      "supporting",
      ["supporting", "neutral", "supporting", "unclear", "unclear"],
      "agreed by 2 of 3; 2 votes say unclear",
    ],
    [
      "contested",
      null,
      ["contrasting", "supporting", "supporting", "mixed"],
      "contested: 2 supporting, 1 contrasting, 1 mixed",
    ],
    ["adjudicated", "neutral", ["supporting", "contrasting"], "decided by an admin"],
  ])("%s, value %s, votes %j: %s", (state, value, votes, words) => {
    expect(consensusWords(state, value, votes)).toBe(words);
  });
});

test("a tally begins with the most frequent, and equals keep their order", () => {
  expect(tallyWords(["b", "a", "c", "a"])).toBe("2 a, 1 b, 1 c");
});

test("a citation with a single vote says so; one with several that do not all confirm each other says that", () => {
  expect(strengthWords("agreed", 5)).toBe("agreed");
  expect(strengthWords("single", 1)).toBe("one vote");
  expect(strengthWords("single", 4)).toBe("in part on a single vote");
});
