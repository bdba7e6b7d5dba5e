import { expect, test } from "vitest";
import { NO_COUNTS } from "@/app/_citation/polarity-tally";
import { NO_VOTES } from "@/app/_citation/voted-tally";
import type { SuggestedFigures } from "@/db/queries/suggested";
import type { VotedFigures } from "@/db/queries/voted";
import { receptionYears } from "./reception-years";

const both = <T>(counts: T) => ({ all: counts, own: counts });

const suggested: SuggestedFigures = {
  polarity: { citers: both(NO_COUNTS), sentences: both(NO_COUNTS) },
  unlabelled: { citers: both(NO_COUNTS), sentences: both(NO_COUNTS) },
  roles: { citers: [], sentences: [] },
  years: [
    { year: 2020, polarities: { ...NO_COUNTS, contrasting: 2, none: 1 } },
    { year: null, polarities: { ...NO_COUNTS, none: 4 } },
  ],
  firstContrasting: 2020,
  firstReplication: null,
};

const votes = { ...NO_VOTES, values: { ...NO_VOTES.values, supporting: { single: 1, agreed: 0 } } };
const voted: VotedFigures = {
  polarity: { citers: both(votes), sentences: both(NO_VOTES) },
  roles: { citers: { any: 1, values: [] }, sentences: { any: 0, values: [] } },
  suggestedRoles: { any: 0, values: {} },
  years: [{ year: 2020, polarities: votes }],
  firstContrasting: null,
  firstReplication: 2020,
  claims: [],
};
const noVotes = { ...voted, polarity: { citers: both(NO_VOTES), sentences: both(NO_VOTES) }, years: [] };

test("while there is no vote, years and firsts are those of suggestions", () => {
  const { labels, years, firstContrasting } = receptionYears(noVotes, suggested);
  expect([labels, firstContrasting]).toEqual(["suggestion", 2020]);
  expect(years[0]?.parts.map(({ kind, count }) => [kind, count])).toEqual([
    ["suggested", 2],
    ["none", 1],
  ]);
});

test("with a vote they are those of votes, and citers without a vote are drawn as such", () => {
  const { labels, years, firstContrasting, firstReplication } = receptionYears(voted, suggested);
  expect([labels, firstContrasting, firstReplication]).toEqual(["vote", null, 2020]);
  expect(years.map(({ year, parts }) => [year, parts.map(({ kind, count }) => [kind, count])])).toEqual([
    [
      2020,
      [
        ["single", 1],
        ["none", 2],
      ],
    ],
    [null, [["none", 4]]],
  ]);
});
