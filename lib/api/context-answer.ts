import { z } from "zod";
import type { Citer } from "@/db/queries/citer";
import { EVIDENCE_BASES, POLARITIES } from "@/lib/citation/polarity";
import { ROLES } from "@/lib/citation/role";
import { Span } from "@/lib/import/record";
import { apiAt, pageAt } from "./addresses";
import { CITER_ID } from "./citer-answer";
import { TargetLabel, targetLabelAnswer } from "./label-answer";
import { named } from "./named-schema";

export const SuggestionAnswer = named(
  "Suggestion",
  "A label that an import or a model proposes. It never counts as a vote.",
  z.object({
    original: z.string().describe("The label as its source gave it."),
    role: z.enum(ROLES).nullable(),
    polarity: z.enum(POLARITIES).nullable(),
    basis: z.enum(EVIDENCE_BASES).nullable(),
    source: z.string(),
    version: z.string().nullable(),
    confidence: z.number().nullable().describe("From 0 to 1, as its source gave it."),
  }),
);

const Marker = named(
  "Marker",
  "Where a citation mark stands in a sentence, in UTF-16 units; the unit at the end is not part of it.",
  z.object(Span.shape),
);

/** The words of a sentence, with what is around them. */
export const SENTENCE = {
  id: z.int().min(1).describe("The number of the sentence."),
  section: z.string().nullable(),
  before: z.string().nullable().describe("The sentence before it."),
  text: z.string(),
  after: z.string().nullable().describe("The sentence after it."),
  markers: z.array(Marker),
};

/** Where a sentence is found. */
export const ContextLinks = named(
  "ContextLinks",
  "Where a sentence is found.",
  z.object({ self: z.url(), page: z.url().describe("For people.") }),
);

export const ContextAnswer = named(
  "Context",
  "A sentence in which a citing work speaks of a hub.",
  z.object({
    ...SENTENCE,
    hub: z.string().describe("The name of the hub in addresses."),
    citer: CITER_ID,
    implicit: z.boolean().describe("It speaks of the hub without a citation mark."),
    source: z.string().describe("Who supplied it."),
    byHand: z.boolean().describe("A person entered it."),
    confirmed: z.boolean().describe("Entered by hand, and found in the paper by somebody else too."),
    label: TargetLabel.nullable().describe("Null while it has no vote."),
    suggestions: z.array(SuggestionAnswer),
    links: ContextLinks,
  }),
);

/** Where a sentence is found. */
export const contextLinks = (workId: number, id: number): z.infer<typeof ContextLinks> => ({
  self: apiAt(`/contexts/${id}`),
  page: pageAt(`/citers/${workId}#c-${id}`),
});

/** A suggestion without what it is tied to. */
export function suggestionAnswer(row: Citer["suggestions"][number]): z.infer<typeof SuggestionAnswer> {
  const { original, role, polarity, basis, source, version, confidence } = row;
  return { original, role, polarity, basis, source, version, confidence };
}

/** The sentences in which a citing work speaks of one hub, with what is said of them. */
export function contextAnswers(
  citer: Pick<Citer, "id" | "contexts" | "targets" | "suggestions">,
  hub: { id: number; slug: string },
): z.infer<typeof ContextAnswer>[] {
  return citer.contexts
    .filter(({ hubId }) => hubId === hub.id)
    .map((context) => {
      const { id, section, before, text, after, markers, implicit, source, byHand, confirmed } = context;
      const target = citer.targets.find((one) => one.contextId === id);
      return {
        id,
        section,
        before,
        text,
        after,
        markers,
        hub: hub.slug,
        citer: citer.id,
        implicit,
        source,
        byHand,
        confirmed,
        label: target ? targetLabelAnswer(target) : null,
        suggestions: citer.suggestions.filter((one) => one.contextId === id).map(suggestionAnswer),
        links: contextLinks(citer.id, id),
      };
    });
}
