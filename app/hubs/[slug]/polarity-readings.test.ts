import { expect, test } from "vitest";
import { NO_COUNTS } from "@/app/_citation/polarity-tally";
import { polarityReadings } from "./polarity-readings";

const CITERS = { ...NO_COUNTS, supporting: 3, neutral: 2, unclear: 1, none: 4 };
const SENTENCES = { ...NO_COUNTS, contrasting: 7, none: 1 };
const figures = {
  citers: { all: CITERS, own: { ...NO_COUNTS, supporting: 1, neutral: 4, unclear: 1, none: 4 } },
  sentences: { all: SENTENCES, own: SENTENCES },
};

test("there is exactly one reading for every choice of labels, unit and evidence", () => {
  const readings = polarityReadings(figures);
  for (const labels of ["vote", "suggestion"] as const)
    for (const unit of ["citers", "sentences"] as const)
      for (const evidence of ["all", "own"] as const)
        expect(
          readings.filter(
            (one) => one.labels === labels && one.unit === unit && one.evidence.includes(evidence),
          ),
        ).toHaveLength(1);
});

test("counting people only, everything is without a label", () => {
  const votes = polarityReadings(figures).filter(({ labels }) => labels === "vote");
  expect(votes.map(({ labelled, total, counts }) => [labelled, total, counts.none])).toEqual([
    [0, 10, 10],
    [0, 8, 8],
  ]);
});

test("an unclear polarity counts among the labelled, none does not", () => {
  const [all] = polarityReadings(figures).filter(
    (one) => one.labels === "suggestion" && one.unit === "citers" && one.evidence.includes("all"),
  );
  expect(all).toMatchObject({ labelled: 6, total: 10 });
});
