import { z } from "zod";
import { CITATION_LABEL_STATES, LABEL_STATES, LABEL_STRENGTHS } from "@/lib/citation/label-state";
import { EVIDENCE_BASES, POLARITIES } from "@/lib/citation/polarity";
import { ROLES } from "@/lib/citation/role";

/** What votes come to, as an export tells it to those who read the file. It is never taken in. */

const count = z.int().min(0);

const axis = <Value extends string>(values: readonly Value[]) =>
  z.strictObject({
    state: z.enum(LABEL_STATES),
    value: z.enum(values).nullish(),
    counts: z.partialRecord(z.enum(values), count),
  });

export const CountedVotes = z
  .strictObject({
    votes: count,
    polarity: axis(POLARITIES),
    basis: z.enum(EVIDENCE_BASES).nullish(),
    role: axis(ROLES),
    furtherRoles: z.array(z.enum(ROLES)).nullish(),
    ruling: z.string().nullish().meta({ description: "Why an admin decided as the label says." }),
  })
  .meta({
    id: "CountedVotes",
    description: "The votes on a sentence or a citation as a whole. For reading only.",
  });

export const CitationLabel = z
  .strictObject({
    state: z.enum(CITATION_LABEL_STATES),
    polarity: z.enum(POLARITIES).nullish(),
    polarityOwn: z.enum(POLARITIES).nullish(),
    strength: z.enum(LABEL_STRENGTHS).nullish(),
    roles: z.array(z.enum(ROLES)).nullish(),
    roleStrength: z.enum(LABEL_STRENGTHS).nullish(),
    votes: count,
    contested: z.boolean(),
    claims: z
      .array(
        z.strictObject({
          number: z.int().min(1),
          verdict: z.enum(POLARITIES),
          strength: z.enum(LABEL_STRENGTHS),
        }),
      )
      .nullish(),
  })
  .meta({ id: "CitationLabel", description: "What all votes on a citation come to. For reading only." });
