import { z } from "zod";
import { IDENTIFIER_SCHEMES, type Identifier, identifierUrl } from "@/lib/citation/identifiers";
import { plainText } from "@/lib/citation/inline-markup";
import { type Author, NOTICE_KINDS, type Notice } from "@/lib/import/record";
import { Count, named } from "./named-schema";

const AuthorAnswer = named(
  "Author",
  "An author, as printed; the parts of the name where they are known.",
  z.object({
    name: z.string(),
    family: z.string().optional(),
    given: z.string().optional(),
    orcid: z.string().optional(),
  }),
);

export const IdentifierAnswer = named(
  "Identifier",
  "What a work is called elsewhere.",
  z.object({
    scheme: z.enum(IDENTIFIER_SCHEMES),
    value: z.string(),
    url: z.url().describe("The record there."),
  }),
);

const NoticeAnswer = named(
  "Notice",
  "A notice on a work, such as its retraction.",
  z.object({ kind: z.enum(NOTICE_KINDS), note: z.string().optional(), url: z.string().optional() }),
);

const TITLE = z.string().nullable().describe("Plain text; null when it is not known.");

/** The fields by which a work is told from others. */
export const BRIEF_WORK = {
  title: TITLE,
  authors: z.array(AuthorAnswer),
  authorsComplete: z.boolean().describe("False when there are more authors than are named."),
};

/** The fields of a work in a list of citers. */
export const LISTED_WORK = {
  ...BRIEF_WORK,
  published: z.string().nullable().describe("2021, 2021-04 or 2021-04-21, as precisely as it is known."),
  venue: z.string().nullable(),
  citedByCount: Count.nullable().describe(
    "How often a source says that the work is cited, all over the world.",
  ),
  notices: z.array(NoticeAnswer),
};

/** Plain text of a title, an abstract or a summary. */
export const plain = (text: string | null) => (text === null ? null : plainText(text));

/** An abstract with its paragraphs, which are parted by an empty line. */
export const plainParagraphs = (text: string | null) =>
  text === null
    ? null
    : text
        .split(/\n\s*\n/)
        .map(plainText)
        .join("\n\n");

/** A work by the fields of `BRIEF_WORK`. */
export function briefWork(row: {
  title: string | null;
  authors: readonly Author[];
  authorsComplete: boolean;
}) {
  return {
    title: plain(row.title),
    authors: row.authors.map(({ name, family, given, orcid }) => ({ name, family, given, orcid })),
    authorsComplete: row.authorsComplete,
  };
}

/** A work by the fields of `LISTED_WORK`. */
export function listedWork(
  row: Parameters<typeof briefWork>[0] & {
    published: string | null;
    venue: string | null;
    citedByCount: number | null;
    notices: readonly Notice[];
  },
) {
  return {
    ...briefWork(row),
    published: row.published,
    venue: row.venue,
    citedByCount: row.citedByCount,
    notices: row.notices.map(({ kind, note, url }) => ({ kind, note, url })),
  };
}

export const identifierAnswer = ({ scheme, value }: Identifier) => ({
  scheme,
  value,
  url: identifierUrl({ scheme, value }),
});
