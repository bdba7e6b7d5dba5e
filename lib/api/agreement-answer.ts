import { z } from "zod";
import type { AgreementRow } from "@/db/queries/agreement";
import { AGREEMENT_AXES } from "@/db/schema/hub";
import { Count, Moment, named } from "./named-schema";

export const AgreementAnswer = named(
  "Agreement",
  "How well people agree on one axis, over all sentences and citations with two decisive votes or more.",
  z.object({
    axis: z
      .enum(AGREEMENT_AXES)
      .describe("`role` is the main role, `role_set` all roles of a vote together."),
    alpha: z
      .number()
      .nullable()
      .describe("Krippendorff’s alpha (nominal; MASI distance for sets of roles); null: nothing to compare."),
    low: z.number().nullable().describe("The lower end of the 95 % bootstrap interval of alpha."),
    high: z.number().nullable().describe("Its upper end."),
    raw: z.number().nullable().describe("The share of pairs of votes that agree, from 0 to 1."),
    targets: Count.describe("Sentences and citations that were compared."),
    ratings: Count.describe("Votes on them."),
    people: Count,
    unclear: Count.describe("Of all votes that count, how many say unclear."),
    votes: Count.describe("All votes that count."),
    computedAt: Moment.describe("It follows the votes some seconds later."),
  }),
);

/** How well people agree on a hub. */
export function agreementAnswer(row: AgreementRow): z.infer<typeof AgreementAnswer> {
  const { axis, alpha, low, high, raw, targets, ratings, people, unclear, votes, computedAt } = row;
  return {
    axis,
    alpha,
    low,
    high,
    raw,
    targets,
    ratings,
    people,
    unclear,
    votes,
    computedAt: computedAt.toISOString(),
  };
}
