import { z } from "zod";
import type { Citer } from "@/db/queries/citer";
import { LABEL_STRENGTHS } from "@/lib/citation/label-state";
import { POLARITIES } from "@/lib/citation/polarity";
import { CONTEXT_GAPS } from "@/lib/import/record";
import { CITER_ID, CiterLinks, citerLinks } from "./citer-answer";
import { ContextAnswer, contextAnswers, SuggestionAnswer, suggestionAnswer } from "./context-answer";
import { hubLinks } from "./hub-answer";
import { CitationLabel, citationLabel, TargetLabel, targetLabelAnswer } from "./label-answer";
import { named } from "./named-schema";
import {
  BRIEF_WORK,
  briefWork,
  IdentifierAnswer,
  identifierAnswer,
  LISTED_WORK,
  listedWork,
  plain,
  plainParagraphs,
} from "./work-answer";

const CitingWork = named(
  "CitingWork",
  "A work that cites a hub.",
  z.object({
    id: CITER_ID,
    ...LISTED_WORK,
    fields: z.array(z.string()).describe("Fields of study."),
    abstract: z.string().nullable().describe("Plain text; paragraphs are parted by an empty line."),
    summary: z.string().nullable(),
    summarySource: z.string().nullable(),
    identifiers: z.array(IdentifierAnswer),
  }),
);

export const CitationAnswer = named(
  "Citation",
  "The tie between a hub and a work that cites it, with every sentence, label and vote.",
  z.object({
    hub: z.object({ slug: z.string(), ...BRIEF_WORK, year: z.int().nullable(), self: z.url() }),
    citer: CitingWork,
    isSelf: z.boolean().describe("Hub and citing work share an author."),
    isInfluential: z.boolean().describe("A source says that the hub is important to the citing work."),
    contextGap: z.enum(CONTEXT_GAPS).nullable().describe("Why no sentence is known."),
    label: CitationLabel,
    claims: z
      .array(z.object({ number: z.int(), verdict: z.enum(POLARITIES), strength: z.enum(LABEL_STRENGTHS) }))
      .describe("What it says of the claims of the hub; neutral: it uses the claim."),
    asAWhole: z
      .object({ label: TargetLabel.nullable(), suggestions: z.array(SuggestionAnswer) })
      .describe("What is said of the citation as a whole rather than of a sentence."),
    contexts: z.array(ContextAnswer),
    links: CiterLinks,
  }),
);

/** The tie between a citing work and one of the hubs that it cites; null when it does not cite that hub. */
export function citationAnswer(citer: Citer, slug: string): z.infer<typeof CitationAnswer> | null {
  const hub = citer.hubs.find((one) => one.slug === slug);
  if (!hub) return null;
  const whole = citer.targets.find((one) => one.hubId === hub.id && one.contextId === null);
  const suggested = citer.suggestions.filter((one) => one.hubId === hub.id && one.contextId === null);
  return {
    hub: { slug, ...briefWork(hub), year: hub.year, self: hubLinks(slug).self },
    citer: {
      id: citer.id,
      ...listedWork(citer),
      fields: citer.fields,
      abstract: plainParagraphs(citer.abstract),
      summary: plain(citer.summary),
      summarySource: citer.summary === null ? null : citer.summarySource,
      identifiers: citer.identifiers.map(identifierAnswer),
    },
    isSelf: hub.isSelf,
    isInfluential: hub.isInfluential,
    contextGap: hub.contextGap,
    label: citationLabel(hub),
    claims: citer.verdicts
      .filter(({ hubId }) => hubId === hub.id)
      .map(({ number, verdict, strength }) => ({ number, verdict, strength })),
    asAWhole: {
      label: whole ? targetLabelAnswer(whole) : null,
      suggestions: suggested.map(suggestionAnswer),
    },
    contexts: contextAnswers(citer, hub),
    links: citerLinks(slug, citer.id),
  };
}
