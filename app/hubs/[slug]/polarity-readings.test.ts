import { describe, expect, test } from "vitest";
import { NO_COUNTS } from "@/app/_citation/polarity-tally";
import { NO_VOTES } from "@/app/_citation/voted-tally";
import { polarityReadings } from "./polarity-readings";

const SUGGESTED = { ...NO_COUNTS, supporting: 3, neutral: 2, unclear: 1, none: 4 };
const SENTENCES = { ...NO_COUNTS, contrasting: 7, none: 1 };
const suggested = {
  citers: { all: SUGGESTED, own: { ...NO_COUNTS, supporting: 1, neutral: 4, unclear: 1, none: 4 } },
  sentences: { all: SENTENCES, own: SENTENCES },
};
const nothingSuggested = {
  citers: { all: { ...NO_COUNTS, none: 10 }, own: { ...NO_COUNTS, none: 10 } },
  sentences: { all: NO_COUNTS, own: NO_COUNTS },
};
const noVotes = { citers: { all: NO_VOTES, own: NO_VOTES }, sentences: { all: NO_VOTES, own: NO_VOTES } };
const THREE = { single: 1, agreed: 2 };
const VOTED = { ...NO_VOTES, values: { ...NO_VOTES.values, supporting: THREE }, contested: 1 };
const VOTED_OWN = { ...NO_VOTES, values: { ...NO_VOTES.values, neutral: THREE }, contested: 1 };
const voted = {
  citers: { all: VOTED, own: VOTED_OWN },
  sentences: { all: VOTED, own: VOTED },
};

describe.each([
  ["without votes", noVotes],
  ["with votes", voted],
])("%s", (_, votes) => {
  test("there is exactly one reading for every choice of labels, unit and evidence", () => {
    const readings = polarityReadings(votes, suggested);
    for (const labels of ["vote", "suggestion"] as const)
      for (const unit of ["citers", "sentences"] as const)
        for (const evidence of ["all", "own"] as const)
          expect(
            readings.filter(
              (one) => one.labels === labels && one.unit === unit && one.evidence.includes(evidence),
            ),
          ).toHaveLength(1);
  });
});

test("where nobody voted, counting people only leaves everything without a label", () => {
  const people = polarityReadings(noVotes, suggested).filter(({ labels }) => labels === "vote");
  expect(people.map(({ none, total }) => [none, total])).toEqual([
    [10, 10],
    [8, 8],
  ]);
});

test("suggestions fill in for what nobody labelled, and the total is the same in both ways of counting", () => {
  const [people, both] = ["vote", "suggestion"].map((labels) =>
    polarityReadings(voted, suggested).find((one) => one.labels === labels && one.unit === "citers"),
  );
  expect(people).toMatchObject({ voted: VOTED, suggested: null, none: 10, total: 14 });
  expect(both).toMatchObject({ voted: VOTED, suggested: SUGGESTED, none: 4, total: 14 });
});

test("own evidence is read from votes and from suggestions alike", () => {
  const both = polarityReadings(voted, suggested).find(
    (one) => one.labels === "suggestion" && one.unit === "citers" && one.evidence.includes("own"),
  );
  expect(both).toMatchObject({ voted: voted.citers.own, suggested: suggested.citers.own });
});

test("where nothing is suggested of what nobody labelled, people alone are counted", () => {
  const readings = polarityReadings(voted, nothingSuggested);
  expect(readings.every(({ labels }) => labels === "vote")).toBe(true);
  expect(readings).toHaveLength(4);
});
