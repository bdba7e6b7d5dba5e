import { type AuthorName, parseAuthorList } from "@/lib/citation/authors";
import { cutText } from "./clean-text";
import { present } from "./present";
import type { Author, Parsed, WorkFields } from "./record";
import { quote, warning } from "./remark";
import type { WorkEntry } from "./spokes-schema";

type AuthorEntry = NonNullable<WorkEntry["authors"]>[number];

const NAME_LENGTH = 300;
const PART_LENGTH = 200;

/**
 * The authors of an entry. "et al." is no author: it says that the list goes on. `complete` is false then, true
 * when nothing of the kind was found.
 */
export function readAuthors(
  entries: readonly AuthorEntry[],
  where: string,
  parsed: Parsed[],
): { authors: NonNullable<WorkFields["authors"]>; complete: boolean } {
  const authors: Author[] = [];
  let complete = true;
  for (const entry of entries) {
    const printed =
      typeof entry === "string" ? entry : entry.name || [entry.given, entry.family].join(" ").trim();
    const list = parseAuthorList([printed]);
    complete &&= list.complete;
    const [read] = list.authors;
    if (!read) continue;
    if (typeof entry === "string") authors.push(withFittingParts(read));
    else authors.push(withParts(list.complete ? printed : read.name, entry, where, parsed));
  }
  return { authors, complete };
}

/** What was taken apart is kept only where the parts look like names. */
function withFittingParts({ name, family, given }: AuthorName): Author {
  const fits = (family ?? "").length <= PART_LENGTH && (given ?? "").length <= PART_LENGTH;
  return { name: cutText(name, NAME_LENGTH), ...present(fits ? { family, given } : {}) };
}

/** An author who came as an object says what the parts of the name are; a name alone stays whole, as a group's must. */
function withParts(
  name: string,
  { family, given, orcid: printed }: Exclude<AuthorEntry, string>,
  where: string,
  parsed: Parsed[],
): Author {
  const orcid = printed ? readOrcid(printed) : null;
  if (printed && !orcid)
    parsed.push(warning(where, `${quote(printed)} cannot be read as an ORCID iD and is left out`));
  return { name: cutText(name, NAME_LENGTH), ...present({ family, given, orcid }) };
}

/** An ORCID iD, bare or as an address. */
function readOrcid(printed: string): string | null {
  const match = /^(?:https?:\/\/orcid\.org\/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])$/i.exec(printed);
  return match?.[1]?.toUpperCase() ?? null;
}
