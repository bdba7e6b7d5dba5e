import { familyKey } from "@/lib/citation/authors";
import { compareIdentifiers } from "@/lib/citation/identifiers";
import { yearOf } from "@/lib/citation/partial-date";
import { isTellingTitle, normaliseTitle } from "@/lib/citation/title";
import { cutText } from "./clean-text";
import type { Identifier, WorkFields } from "./record";

/** A key holds 600 characters: a longer title is told by its beginning and its length. */
const TITLE_LENGTH = 400;
const FAMILY_LENGTH = 100;
const NEAR_LENGTH = 60;

/** The key of a work that its file calls `id`. */
export const localKey = (id: string): string => `id:${id}`;

/** The key of a work that is named by an identifier. */
export const identifierKey = ({ scheme, value }: Identifier): string => `${scheme}:${value}`;

/**
 * The name of a work within one file: its local id, else its first identifier in the order of the schemes, else
 * its title with year and first author. A short title without these ("Introduction") names it only beside the work
 * `near` which it cites or is cited by. Null when nothing names it.
 */
export function workKey(work: {
  id?: string | null;
  identifiers: readonly Identifier[];
  fields: Pick<WorkFields, "title" | "published" | "authors">;
  near?: string;
}): string | null {
  if (work.id) return localKey(work.id);
  const [identifier] = [...work.identifiers].sort(compareIdentifiers);
  if (identifier) return identifierKey(identifier);
  return work.fields.title ? titleKey(work.fields.title, work.fields, work.near) : null;
}

function titleKey(
  title: string,
  { published, authors }: Pick<WorkFields, "published" | "authors">,
  near: string | undefined,
): string {
  // A title of signs alone normalises to nothing, and is told as it is printed.
  const normalised = normaliseTitle(title) || title.toLowerCase();
  const cut =
    normalised.length > TITLE_LENGTH
      ? `${cutText(normalised, TITLE_LENGTH)}#${normalised.length}`
      : normalised;
  const [first] = authors ?? [];
  const year = published ? yearOf(published) : "";
  const key = `title:${cut}|${year}|${first ? cutText(familyKey(first), FAMILY_LENGTH) : ""}`;
  const tells = isTellingTitle(normalised) || (year !== "" && first !== undefined);
  return tells || near === undefined ? key : `${key}|${cutText(near, NEAR_LENGTH)}`;
}
