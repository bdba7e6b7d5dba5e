import { z } from "zod";
import { IDENTIFIER_SCHEMES } from "@/lib/citation/identifiers";
import { EVIDENCE_BASES, POLARITIES } from "@/lib/citation/polarity";
import { ROLES } from "@/lib/citation/role";
import { foldLine, foldParagraphs, textProblem } from "./clean-text";
import { ADMIN_SOURCE } from "./derive";
import { decodeEntities } from "./entities";
import { CONTEXT_GAPS, NOTICE_KINDS, ReportedCountRecord } from "./record";
import { CitationLabel, CountedVotes } from "./spokes-votes";

/**
 * The objects of the interchange format as they stand in a file; docs/interchange.md explains them. A field that is
 * null, or a text that is empty, counts as absent.
 */

export const INTERCHANGE_VERSION = 1;

/** The `type` of a line after the header. */
export const ENTRY_TYPES = ["work", "hub", "citation", "references"] as const;
export type EntryType = (typeof ENTRY_TYPES)[number];

/** Counts and positions are stored in 32 bits. */
const LARGEST_COUNT = 2 ** 31 - 1;

const kept = z.string().refine((text) => textProblem(text) === null, {
  error: ({ input }) => textProblem(String(input)) ?? undefined,
});
const line = (max: number) => kept.overwrite(foldLine).max(max);
/** What people read, in which sources leave character references. */
const words = (max: number) => kept.overwrite((text) => foldLine(decodeEntities(text))).max(max);
const paragraphs = (max: number) => kept.overwrite((text) => foldParagraphs(decodeEntities(text))).max(max);
/** Places in this text are counted, so it is cleaned only where they are told. */
const verbatim = (max: number) => kept.max(max);
const SourceName = line(100).refine(
  (name) => name !== ADMIN_SOURCE,
  "is the name for what admins write on the site",
);
const count = z.int().min(0).max(LARGEST_COUNT);

const SCHEME = new RegExp(`^(?:${IDENTIFIER_SCHEMES.join("|")}):`, "i");

/** Whether a text claims to be an identifier such as `doi:10.1/x`. */
export const beginsWithScheme = (text: string): boolean => SCHEME.test(text);

const LocalId = line(200)
  .refine((id) => !beginsWithScheme(id), "begins with the name of an identifier scheme; choose another")
  .meta({ description: "A name for the work within this file." });

export const Ref = line(400).min(1).meta({
  id: "Ref",
  description: "The id of a work that this file describes, or an identifier such as doi:10.1234/abc.",
});

const AuthorEntry = z
  .strictObject({
    name: words(300).nullish(),
    family: words(200).nullish(),
    given: words(200).nullish(),
    orcid: line(100).nullish(),
  })
  .refine(({ name, family }) => name || family, "has neither name nor family")
  .meta({ id: "Author", description: "A name in parts; a group is an object with a name alone." });

export const WorkEntry = z
  .strictObject({
    type: z.literal("work").optional(),
    id: LocalId.nullish(),
    identifiers: z.array(z.string().max(1000)).max(50).nullish(),
    title: words(2000).nullish(),
    authors: z
      .array(z.union([words(300).min(1), AuthorEntry]))
      .max(10_000)
      .nullish(),
    authorsComplete: z.boolean().nullish(),
    published: line(100).nullish().meta({ description: "2021, 2021-04 or 2021-04-21." }),
    venue: words(1000).nullish(),
    fields: z.array(words(200).min(1)).max(50).nullish(),
    abstract: paragraphs(50_000).nullish(),
    summary: words(5000).nullish(),
    citedByCount: count.nullish(),
    notices: z
      .array(
        z.strictObject({
          kind: z.enum(NOTICE_KINDS),
          note: paragraphs(2000).nullish(),
          url: line(2000)
            .regex(/^https?:\/\/\S+$/i, "must be an http or https address")
            .nullish(),
        }),
      )
      .max(50)
      .nullish(),
    note: paragraphs(5000).nullish(),
    source: SourceName.nullish(),
    sequence: count.nullish().meta({
      description: "Of several descriptions of one work: a higher number was said later.",
    }),
  })
  .meta({
    id: "Work",
    description: "What one source says of one work. It needs an identifier, a title or an id.",
  });
export type WorkEntry = z.infer<typeof WorkEntry>;

const WorkOrRef = z.union([Ref, WorkEntry]);

export const Claim = z
  .strictObject({
    number: z.int().min(1).max(999),
    text: words(2000).min(1),
    quote: paragraphs(5000).nullish(),
    place: z.int().min(1).max(999).nullish().meta({
      description: "Where it stands in the list of claims; by default its number.",
    }),
  })
  .meta({
    id: "Claim",
    description: "One numbered claim of a hub, with the words of its abstract that make it.",
  });

export const Reported = z
  .strictObject({
    axis: ReportedCountRecord.shape.axis,
    value: line(100).min(1),
    count,
    total: count.nullish(),
    source: SourceName.nullish(),
  })
  .meta({ id: "Reported", description: "A count that a source reports of a hub without naming the citers." });

export const Suggestion = z
  .strictObject({
    label: line(200).min(1).meta({ description: "The label as its source gave it." }),
    role: z.enum(ROLES).nullish(),
    polarity: z.enum(POLARITIES).nullish(),
    basis: z.enum(EVIDENCE_BASES).nullish(),
    source: SourceName.nullish(),
    version: line(100).nullish(),
    confidence: z.number().min(0).max(1).nullish(),
  })
  .meta({ id: "Suggestion", description: "A label from elsewhere and what it means here. Never a vote." });

export const Context = z
  .strictObject({
    text: verbatim(10_000).meta({ description: "The sentence that speaks of the hub." }),
    before: verbatim(10_000).nullish(),
    after: verbatim(10_000).nullish(),
    section: words(500).nullish(),
    position: count.nullish().meta({ description: "Rises from the beginning of the citing paper." }),
    markers: z
      .array(z.strictObject({ start: z.int(), end: z.int() }))
      .max(100)
      .nullish()
      .meta({ description: "Where in text the citation marks stand: UTF-16 units, end exclusive." }),
    implicit: z.boolean().nullish(),
    source: SourceName.nullish(),
    readIn: line(500).nullish().meta({ description: "Where the person read it who entered it by hand." }),
    votes: CountedVotes.nullish(),
    suggestions: z.array(Suggestion).nullish(),
  })
  .meta({ id: "Context", description: "A sentence of the citing work that speaks of the hub." });

export const HubEntry = z
  .strictObject({
    type: z.literal("hub").optional(),
    work: WorkOrRef,
    slug: z
      .string()
      .max(100)
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "may hold lower-case letters and digits, parted by single hyphens")
      .nullish(),
    demonstration: z.boolean().nullish(),
    claims: z.array(Claim).nullish(),
    reported: z.array(Reported).nullish(),
    source: SourceName.nullish(),
  })
  .meta({ id: "Hub", description: "A work whose reception is shown." });

export const CitationEntry = z
  .strictObject({
    type: z.literal("citation").optional(),
    hub: Ref,
    work: WorkOrRef.meta({ description: "The citing work." }),
    isInfluential: z.boolean().nullish(),
    isSelf: z.boolean().nullish(),
    contextGap: z.enum(CONTEXT_GAPS).nullish(),
    contexts: z.array(Context).nullish(),
    votes: CountedVotes.nullish(),
    label: CitationLabel.nullish(),
    suggestions: z.array(Suggestion).nullish(),
    references: z.array(WorkOrRef).nullish(),
    source: SourceName.nullish(),
  })
  .meta({ id: "Citation", description: "The tie between a citing work and a hub." });

export const ReferencesEntry = z
  .strictObject({
    type: z.literal("references").optional(),
    work: WorkOrRef.meta({ description: "The citing work." }),
    cites: z.array(WorkOrRef),
    source: SourceName.nullish(),
  })
  .meta({ id: "References", description: "What a work cites, whether hubs or not." });

const provenance = {
  source: SourceName.nullish().meta({
    description: "Who says so, for every entry without a source of its own.",
  }),
  license: line(200).nullish().meta({ description: "The terms of the content: an SPDX name or an address." }),
  note: paragraphs(5000).nullish(),
};

export const Header = z
  .strictObject({ type: z.literal("spokes"), version: z.literal(INTERCHANGE_VERSION), ...provenance })
  .meta({ id: "Header", description: "The first line of a JSON Lines file." });

export const Document = z
  .strictObject({
    spokes: z.literal(INTERCHANGE_VERSION),
    ...provenance,
    hubs: z.array(HubEntry).nullish(),
    works: z.array(WorkEntry).nullish(),
    citations: z.array(CitationEntry).nullish(),
    references: z.array(ReferencesEntry).nullish(),
  })
  .meta({ id: "Document", description: "The same objects in one JSON document." });
