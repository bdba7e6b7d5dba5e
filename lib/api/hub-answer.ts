import { z } from "zod";
import type { getHub } from "@/db/queries/hub";
import type { HubFigures } from "@/db/queries/hub-figures";
import type { HubRow } from "@/db/queries/hubs";
import type { SuggestedFigures } from "@/db/queries/suggested";
import type { VotedFigures } from "@/db/queries/voted";
import { COUNTED_UNITS, EVIDENCE_READINGS } from "@/lib/citation/reading";
import { ROLES } from "@/lib/citation/role";
import { CONTEXT_GAPS } from "@/lib/import/record";
import { hubAt, pageAt } from "./addresses";
import {
  PolarityBySuggestions,
  PolarityByVotes,
  PolarityFigures,
  polarityBySuggestions,
  polarityByVotes,
  RoleFigures,
  recordOf,
  rolesByVotes,
} from "./figures-answer";
import { Count, named } from "./named-schema";
import {
  BRIEF_WORK,
  briefWork,
  IdentifierAnswer,
  identifierAnswer,
  LISTED_WORK,
  listedWork,
  plainParagraphs,
} from "./work-answer";

const HubLinks = named(
  "HubLinks",
  "Where more about a hub is found.",
  z.object({
    self: z.url(),
    page: z.url().describe("For people."),
    citers: z.url(),
    contexts: z.url(),
    claims: z.url(),
    cocited: z.url(),
    agreement: z.url(),
  }),
);

const SLUG = z.string().describe("The name of the hub in addresses.");
const DEMONSTRATION = z.boolean().describe("True when everything about it is invented.");

export const ListedHub = named(
  "ListedHub",
  "A hub in a list. Figures count citers.",
  z.object({
    slug: SLUG,
    ...BRIEF_WORK,
    year: z.int().nullable(),
    demonstration: DEMONSTRATION,
    citers: Count,
    withContext: Count.describe("Citers of which a sentence is known."),
    voted: Count.describe("Citers with a vote."),
    polarity: z.object({ votes: PolarityByVotes, suggestions: PolarityBySuggestions }),
    links: HubLinks,
  }),
);

const Coverage = named(
  "Coverage",
  "How much is known of a hub’s citers; every figure counts citers but `people`.",
  z.object({
    citers: Count,
    withContext: Count.describe("A sentence is known."),
    gaps: z
      .array(z.object({ gap: z.enum(CONTEXT_GAPS), citers: Count }))
      .describe("Citers of which no sentence is known, by the reason why."),
    withReferences: Count.describe("Their list of references is known."),
    voted: Count.describe("With a vote."),
    agreed: Count.describe("Their polarity is agreed."),
    contested: Count.describe("With votes that contradict each other."),
    people: Count.describe("People with a vote that counts."),
  }),
);

export const HubAnswer = named(
  "Hub",
  "A hub: the work, and how it was received.",
  z.object({
    slug: SLUG,
    ...LISTED_WORK,
    year: z.int().nullable(),
    demonstration: DEMONSTRATION,
    abstract: z.string().nullable().describe("Plain text; paragraphs are parted by an empty line."),
    identifiers: z.array(IdentifierAnswer),
    coverage: Coverage,
    polarity: PolarityFigures,
    roles: RoleFigures,
    years: z.object({
      votes: z.array(z.object({ year: z.int().nullable(), polarity: PolarityByVotes })),
      suggestions: z.array(z.object({ year: z.int().nullable(), polarity: PolarityBySuggestions })),
    }),
    links: HubLinks,
  }),
);

/** Where more about a hub is found. */
export function hubLinks(slug: string): z.infer<typeof HubLinks> {
  return {
    self: hubAt(slug),
    page: pageAt(`/hubs/${slug}`),
    citers: hubAt(slug, "/citers"),
    contexts: hubAt(slug, "/contexts"),
    claims: hubAt(slug, "/claims"),
    cocited: hubAt(slug, "/cocited"),
    agreement: hubAt(slug, "/agreement"),
  };
}

/** A hub in a list. */
export function listedHub(row: HubRow): z.infer<typeof ListedHub> {
  const { slug, year, demonstration, citers, withContext, voted, polarity } = row;
  return {
    slug,
    ...briefWork(row),
    year,
    demonstration,
    citers,
    withContext,
    voted,
    polarity: {
      votes: polarityByVotes(polarity.voted),
      suggestions: polarityBySuggestions(polarity.suggested),
    },
    links: hubLinks(slug),
  };
}

/** A hub with its figures. */
export function hubAnswer(
  hub: NonNullable<Awaited<ReturnType<typeof getHub>>>,
  figures: HubFigures,
  people: number,
  { voted, suggested }: { voted: VotedFigures; suggested: SuggestedFigures },
): z.infer<typeof HubAnswer> {
  const { citers, withContext, gaps, withReferences, agreed, contested } = figures;
  return {
    slug: hub.slug,
    ...listedWork(hub),
    year: hub.year,
    demonstration: hub.demonstration,
    abstract: plainParagraphs(hub.abstract),
    identifiers: hub.identifiers.map(identifierAnswer),
    coverage: { citers, withContext, gaps, withReferences, voted: figures.voted, agreed, contested, people },
    polarity: polarityFigures(voted, suggested),
    roles: roleFigures(voted, suggested),
    years: {
      votes: voted.years.map(({ year, polarities }) => ({ year, polarity: polarityByVotes(polarities) })),
      suggestions: suggested.years.map(({ year, polarities }) => ({
        year,
        polarity: polarityBySuggestions(polarities),
      })),
    },
    links: hubLinks(hub.slug),
  };
}

function polarityFigures(voted: VotedFigures, suggested: SuggestedFigures): z.infer<typeof PolarityFigures> {
  return {
    votes: recordOf(COUNTED_UNITS, (unit) =>
      recordOf(EVIDENCE_READINGS, (reading) => polarityByVotes(voted.polarity[unit][reading])),
    ),
    suggestions: recordOf(COUNTED_UNITS, (unit) =>
      recordOf(EVIDENCE_READINGS, (reading) => polarityBySuggestions(suggested.polarity[unit][reading])),
    ),
  };
}

function roleFigures(voted: VotedFigures, suggested: SuggestedFigures): z.infer<typeof RoleFigures> {
  return {
    votes: recordOf(COUNTED_UNITS, (unit) => rolesByVotes(voted.roles[unit])),
    suggestions: recordOf(COUNTED_UNITS, (unit) =>
      recordOf(ROLES, (role) => suggested.roles[unit].find((row) => row.role === role)?.count ?? 0),
    ),
  };
}
