import { expect, test } from "vitest";
import { NO_VOTES } from "@/app/_citation/voted-tally";
import type { HubFigures } from "@/db/queries/hub-figures";
import type { VotedFigures } from "@/db/queries/voted";
import { headline } from "@/lib/citation/headline";
import { POLARITIES } from "@/lib/citation/polarity";
import { ROLES } from "@/lib/citation/role";
import { headlineSource } from "./headline-source";

const zeros = <Value extends string>(values: readonly Value[]) =>
  Object.fromEntries(values.map((value) => [value, 0])) as Record<Value, number>;

const figures: HubFigures = {
  citers: 8,
  withContext: 5,
  gaps: [],
  withReferences: 0,
  voted: 0,
  agreed: 0,
  contested: 0,
  suggested: {
    labelled: 3,
    withRole: 2,
    roles: { ...zeros(ROLES), method: 2 },
    withPolarity: 1,
    polarities: { ...zeros(POLARITIES), neutral: 1 },
  },
};

const both = <T>(counts: T) => ({ all: counts, own: counts });
const polarity = {
  ...NO_VOTES,
  values: { ...NO_VOTES.values, mixed: { single: 1, agreed: 1 } },
  contested: 1,
};
const voted: VotedFigures = {
  polarity: { citers: both(polarity), sentences: both(NO_VOTES) },
  suggestedRoles: { any: 0, values: {} },
  roles: {
    citers: {
      any: 3,
      values: ROLES.map((role) => ({ role, single: 0, agreed: role === "baseline" ? 3 : 0 })),
    },
    sentences: { any: 0, values: [] },
  },
  years: [],
  firstContrasting: null,
  firstReplication: null,
  claims: [],
};
const nobody = { any: 0, values: [] };
const unvoted = {
  ...voted,
  polarity: { citers: both(NO_VOTES), sentences: both(NO_VOTES) },
  roles: { citers: nobody, sentences: nobody },
};

test("without a vote the headline counts suggestions, and without those nothing", () => {
  expect(headlineSource(figures, unvoted)).toMatchObject({ labels: "suggestion", known: 8, labelled: 3 });
  const nothing = { ...figures, suggested: { ...figures.suggested, labelled: 0 } };
  expect(headlineSource(nothing, unvoted).labels).toBe("vote");
});

test("with one vote the headline counts votes alone, agreed or not", () => {
  const source = headlineSource({ ...figures, voted: 4 }, voted);
  expect(source).toMatchObject({ labels: "vote", known: 8, labelled: 4, withRole: 3 });
  expect(source.roles).toMatchObject({ baseline: 3, method: 0 });
  expect(source.polarities).toMatchObject({ mixed: 2, neutral: 0 });
});

test("a decision that outlives its votes makes no impossible headline", () => {
  expect(() => headline(headlineSource({ ...figures, voted: 1 }, voted))).not.toThrow();
});
