import { z } from "zod";
import { IDENTIFIER_SCHEMES } from "@/lib/citation/identifiers";
import { EVIDENCE_BASES, POLARITIES } from "@/lib/citation/polarity";
import { ROLES } from "@/lib/citation/role";

/**
 * The records that every format becomes. A parser yields them in any order; a work is named by a `key`
 * that holds within one file only. What a source does not say is absent, never empty.
 */

const text = (max: number) => z.string().trim().min(1).max(max);

/** A key that names a work within one file. */
export const WorkKey = text(600);

export const Identifier = z.strictObject({ scheme: z.enum(IDENTIFIER_SCHEMES), value: text(300) });
export type Identifier = z.infer<typeof Identifier>;

/** A name as printed, with its parts where the source gives them or they can be told apart. */
export const Author = z.strictObject({
  name: text(300),
  family: text(200).optional(),
  given: text(200).optional(),
  orcid: z
    .string()
    .regex(/^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/)
    .optional(),
});
export type Author = z.infer<typeof Author>;

export const NOTICE_KINDS = ["retracted", "corrected", "expression_of_concern", "withdrawn"] as const;
export const Notice = z.strictObject({
  kind: z.enum(NOTICE_KINDS),
  note: text(2000).optional(),
  url: text(2000).optional(),
});
export type Notice = z.infer<typeof Notice>;

/** What one source says of one work. Every field may be absent. */
export const WorkFields = z.strictObject({
  title: text(2000).optional(),
  authors: z.array(Author).max(10_000).optional(),
  /** False when the source printed "et al." or said that the list goes on. */
  authorsComplete: z.boolean().optional(),
  /** `2021`, `2021-04` or `2021-04-21`, as precise as the source is. */
  published: z
    .string()
    .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)
    .optional(),
  venue: text(1000).optional(),
  fields: z.array(text(200)).max(50).optional(),
  abstract: text(50_000).optional(),
  summary: text(5000).optional(),
  /** How often the source says the work is cited, all over the world. */
  citedByCount: z.int().min(0).optional(),
  notices: z.array(Notice).max(50).optional(),
  /** A remark of the source on its own record, in its words. */
  note: text(5000).optional(),
});
export type WorkFields = z.infer<typeof WorkFields>;

export const WorkRecord = z.strictObject({
  kind: z.literal("work"),
  key: WorkKey,
  identifiers: z.array(Identifier).max(50),
  fields: WorkFields,
  /** Of several records of one work in a file: a higher number was said later. */
  sequence: z.int().min(0).optional(),
  /** Who says so: the format's own source, or the one that the file passes on. */
  source: text(100),
});
export type WorkRecord = z.infer<typeof WorkRecord>;

/** The last part of a hub's address. */
export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(100);

const HubRecord = z.strictObject({
  kind: z.literal("hub"),
  work: WorkKey,
  slug: Slug.optional(),
  demonstration: z.boolean().optional(),
});

/** A count that a source reports of a hub as a whole, without saying which citers it means. */
export const ReportedCountRecord = z.strictObject({
  kind: z.literal("reported_count"),
  hub: WorkKey,
  axis: z.enum(["role", "polarity", "citers"]),
  value: text(100),
  count: z.int().min(0),
  total: z.int().min(0).optional(),
  source: text(100),
});
export type ReportedCountRecord = z.infer<typeof ReportedCountRecord>;

export const CONTEXT_GAPS = ["no_full_text", "withheld_by_source", "not_parsed", "not_supplied"] as const;
export type ContextGap = (typeof CONTEXT_GAPS)[number];

const CitationRecord = z.strictObject({
  kind: z.literal("citation"),
  hub: WorkKey,
  citing: WorkKey,
  isInfluential: z.boolean().optional(),
  isSelf: z.boolean().optional(),
  /** Why there is no context, where the source knows. */
  contextGap: z.enum(CONTEXT_GAPS).optional(),
  /** True where the cited work need not be a hub: then nothing is said, and nothing is wrong. */
  ifHub: z.boolean().optional(),
});

/** Half-open range in UTF-16 units of the context's text. */
export const Span = z.strictObject({ start: z.int().min(0), end: z.int().min(1) });

const ContextRecord = z.strictObject({
  kind: z.literal("context"),
  hub: WorkKey,
  citing: WorkKey,
  text: text(10_000),
  before: text(10_000).optional(),
  after: text(10_000).optional(),
  section: text(500).optional(),
  /** Its place among the contexts of this citation, from the start of the paper; any rising numbers. */
  position: z.int().min(0).optional(),
  markers: z.array(Span).max(100).optional(),
  /** True where the sentence speaks of the hub without a citation marker. */
  implicit: z.boolean().optional(),
  /** Who supplied the sentence. */
  source: text(100),
  /** Where the person read it who entered it by hand. */
  readIn: text(500).optional(),
  /** True where the cited work need not be a hub: a full text has a sentence for every work that it cites. */
  ifHub: z.boolean().optional(),
});

/** An entry of a file that only lists works. What it stands for, a citer or a reference, is said beside the file. */
export const ListedRecord = z.strictObject({ kind: z.literal("listed"), work: WorkKey });
export type ListedRecord = z.infer<typeof ListedRecord>;

const ReferenceRecord = z.strictObject({
  kind: z.literal("reference"),
  citing: WorkKey,
  cited: WorkKey,
});

export const ClaimRecord = z.strictObject({
  kind: z.literal("claim"),
  hub: WorkKey,
  number: z.int().min(1).max(999),
  text: text(2000),
  /** The words of the hub's abstract that make the claim. */
  quote: text(5000).optional(),
  /** Where it stands in the list; by default its number. */
  place: z.int().min(1).max(999).optional(),
});
export type ClaimRecord = z.infer<typeof ClaimRecord>;

/** A foreign or model label: kept as it came, with what it maps to. Never a vote. */
const SuggestionRecord = z.strictObject({
  kind: z.literal("suggestion"),
  hub: WorkKey,
  citing: WorkKey,
  /** The text of the context that it labels; absent when it labels the citation as a whole. */
  contextText: text(10_000).optional(),
  /** That context's position, where one sentence stands in a paper twice. */
  contextPosition: z.int().min(0).optional(),
  original: text(200),
  role: z.enum(ROLES).optional(),
  polarity: z.enum(POLARITIES).optional(),
  basis: z.enum(EVIDENCE_BASES).optional(),
  source: text(100),
  version: text(100).optional(),
  confidence: z.number().min(0).max(1).optional(),
});

export const ImportRecord = z.discriminatedUnion("kind", [
  WorkRecord,
  HubRecord,
  ReportedCountRecord,
  CitationRecord,
  ContextRecord,
  ReferenceRecord,
  ClaimRecord,
  SuggestionRecord,
]);
export type ImportRecord = z.infer<typeof ImportRecord>;

/** An entry of a file that could not become records; all others still go in. */
export const Rejection = z.strictObject({
  kind: z.literal("rejected"),
  where: text(300),
  reason: text(1000),
});
export type Rejection = z.infer<typeof Rejection>;

/** Something odd that was read all the same. */
export const Warning = z.strictObject({ kind: z.literal("warning"), where: text(300), message: text(1000) });
export type Warning = z.infer<typeof Warning>;

/** What a parser yields: records, refused entries and remarks, as the file is read. */
export type Parsed = ImportRecord | ListedRecord | Rejection | Warning;

/** What goes into the database: everything but entries of which it is not said yet what they stand for. */
export type Placed = Exclude<Parsed, ListedRecord>;

/** The file as a whole cannot be read; the message is one line for the person who sent it. */
export class UnreadableFileError extends Error {
  override name = "UnreadableFileError";
}
