import { z } from "zod";
import type { PolarityCounts } from "@/db/queries/suggested";
import type { ByStrength, VotedCounts, VotedFigures } from "@/db/queries/voted";
import { CLEAR_POLARITIES } from "@/lib/citation/label-phrase";
import { POLARITIES } from "@/lib/citation/polarity";
import { COUNTED_UNITS, EVIDENCE_READINGS } from "@/lib/citation/reading";
import { ROLES } from "@/lib/citation/role";
import { Count, named } from "./named-schema";

const ByStrengthAnswer = named(
  "ByStrength",
  "How many have a label that rests on one vote somewhere, and how many one that is agreed or decided everywhere.",
  z.object({ single: Count, agreed: Count }),
);

/** An object with a field for each name. */
const fieldsOf = <Name extends string, Schema extends z.ZodType>(names: readonly Name[], schema: Schema) =>
  z.object(Object.fromEntries(names.map((name) => [name, schema])) as Record<Name, Schema>);

/** Clear polarities by strength; of a claim, `neutral` means that the claim was used. */
export const VerdictCounts = fieldsOf(CLEAR_POLARITIES, ByStrengthAnswer);

export const PolarityByVotes = named(
  "PolarityByVotes",
  "How many have each polarity by votes. What has no vote is not counted.",
  z.object({
    values: VerdictCounts,
    contested: Count.describe("Votes contradict each other."),
    unclear: Count.describe("Those who voted could not tell."),
  }),
);

export const PolarityBySuggestions = named(
  "PolarityBySuggestions",
  "How many have each polarity by what imports and models suggest; `none`: nothing is suggested for them.",
  fieldsOf([...POLARITIES, "none"], Count),
);

/** Figures for each way of reading them: what is counted, and whether judgements without own evidence count as neutral. */
const byReading = <Counts extends z.ZodType>(counts: Counts) =>
  fieldsOf(COUNTED_UNITS, fieldsOf(EVIDENCE_READINGS, counts));

export const PolarityFigures = named(
  "PolarityFigures",
  "How a hub is judged. `all` counts every judgement; `own` only those with evidence of the citing work’s own, and takes the others for neutral.",
  z.object({ votes: byReading(PolarityByVotes), suggestions: byReading(PolarityBySuggestions) }),
);

export const RoleFigures = named(
  "RoleFigures",
  "What a hub is used for. A citer, and a sentence, may have several roles.",
  z.object({
    votes: fieldsOf(
      COUNTED_UNITS,
      z.object({
        any: Count.describe("With a role at all."),
        values: fieldsOf(ROLES, ByStrengthAnswer),
      }),
    ),
    suggestions: fieldsOf(COUNTED_UNITS, fieldsOf(ROLES, Count)),
  }),
);

/** A record with a value for each name, in their order. */
export function recordOf<Name extends string, Value>(
  names: readonly Name[],
  give: (name: Name) => Value,
): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, give(name)])) as Record<Name, Value>;
}

const strengths = ({ single, agreed }: ByStrength) => ({ single, agreed });

export const verdictCounts = (values: VotedCounts["values"]) =>
  recordOf(CLEAR_POLARITIES, (value) => strengths(values[value]));

export const polarityByVotes = ({ values, contested, unclear }: VotedCounts) => ({
  values: verdictCounts(values),
  contested,
  unclear,
});

export const polarityBySuggestions = (counts: PolarityCounts) =>
  recordOf([...POLARITIES, "none"], (value) => counts[value]);

/** The roles of a hub by votes, of what is counted. */
export const rolesByVotes = ({ any, values }: VotedFigures["roles"]["citers"]) => ({
  any,
  values: recordOf(ROLES, (role) => {
    const found = values.find((row) => row.role === role);
    return { single: found?.single ?? 0, agreed: found?.agreed ?? 0 };
  }),
});
