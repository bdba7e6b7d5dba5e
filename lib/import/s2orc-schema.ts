import { z } from "zod";
import { withoutControls } from "./clean-text";

/** Fit to be kept: JSON can hold what no text may. */
export const cleanText = (raw: string) => withoutControls(raw).replace(/[\uD800-\uDFFF]/gu, "\uFFFD");

const text = z.string().transform(cleanText).nullish().catch(null);
const year = z
  .union([z.string(), z.number()])
  .transform((value) => String(value))
  .nullish()
  .catch(null);

const Person = z.object({
  first: text,
  middle: z.array(z.string().transform(cleanText)).nullish().catch(null),
  last: text,
  suffix: text,
});
export type S2orcPerson = z.infer<typeof Person>;

const people = z.array(Person).nullish().catch(null);

const CiteSpan = z.object({
  start: z.int().min(0),
  end: z.int().min(0),
  ref_id: z.string().nullish().catch(null),
});

/** The text stays as it came: spans count its characters. */
const S2orcParagraph = z.object({
  text: z.string(),
  section: text,
  cite_spans: z.array(CiteSpan).nullish().catch(null),
});
export type S2orcParagraph = z.infer<typeof S2orcParagraph>;

const paragraphs = z.array(S2orcParagraph).nullish().catch(null);

const BibEntry = z.object({
  title: text,
  authors: people,
  year,
  venue: text,
  other_ids: z.record(z.string(), z.array(z.string())).nullish().catch(null),
  raw_text: text,
});
export type S2orcBibEntry = z.infer<typeof BibEntry>;

const Body = z.object({
  abstract: paragraphs,
  body_text: paragraphs,
  back_matter: paragraphs,
  bib_entries: z.record(z.string(), BibEntry).nullish(),
  ref_entries: z
    .record(z.string(), z.object({ text, type: text }))
    .nullish()
    .catch(null),
});
export type S2orcBody = z.infer<typeof Body>;

/** What is said of the paper, in `metadata` in the first edition and in CORD-19, beside the text in the second. */
const About = z.object({
  title: text,
  authors: people,
  abstract: z.union([z.string().transform(cleanText), z.unknown().transform(() => null)]).nullish(),
  year,
  venue: text,
  journal: text,
  doi: text,
  arxiv_id: text,
  acl_id: text,
  pmc_id: text,
  pubmed_id: text,
});

const parse = Body.nullish();

/** One paper of S2ORC in any of its editions; what cannot be read of it is absent. */
export const S2orcPaper = z.object({
  paper_id: z.union([z.string(), z.number()]),
  metadata: About.nullish(),
  pdf_parse: parse,
  grobid_parse: parse,
  latex_parse: parse,
  ...About.shape,
  ...Body.shape,
  abstract: z.unknown().optional(),
});
export type S2orcPaper = z.infer<typeof S2orcPaper>;
