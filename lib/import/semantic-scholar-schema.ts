import { z } from "zod";

/** The objects of the Semantic Scholar Graph API as far as they are read; anything else in them is not looked at. */

const text = z.string().nullish();
const texts = z.array(z.string().nullable()).nullish();

/** Identifiers come as texts, but for CorpusId; some files have them as numbers. */
const externalId = z.union([z.string(), z.number().transform(String)]).nullish();

export const Paper = z.compile(
  z.object({
    paperId: text,
    externalIds: z
      .object({
        DOI: externalId,
        ArXiv: externalId,
        PubMed: externalId,
        PubMedCentral: externalId,
        ACL: externalId,
      })
      .nullish(),
    title: text,
    abstract: text,
    tldr: z.object({ text }).nullish(),
    venue: text,
    publicationVenue: z.object({ name: text }).nullish(),
    journal: z.object({ name: text }).nullish(),
    year: z.number().nullish(),
    publicationDate: text,
    authors: z.array(z.object({ name: text }).nullable()).nullish(),
    fieldsOfStudy: texts,
    s2FieldsOfStudy: z.array(z.object({ category: text }).nullable()).nullish(),
    citationCount: z.number().nullish(),
  }),
);
export type Paper = z.infer<typeof Paper>;

/** One tie of a page of citations or references, and how the citing paper speaks of the cited one. */
export const Tie = z.compile(
  z.object({
    isInfluential: z.boolean().nullish(),
    contexts: texts,
    intents: texts,
    contextsWithIntent: z.array(z.object({ context: text, intents: texts }).nullable()).nullish(),
  }),
);
export type Tie = z.infer<typeof Tie>;

/** An answer that is no paper: a page around its list, or an error. */
export const Answer = z.compile(z.object({ error: text, message: text }));
