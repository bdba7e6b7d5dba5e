import { type AuthorName, parseAuthorList } from "@/lib/citation/authors";
import { cutText } from "./clean-text";
import { sourceLine } from "./list-entry";
import { present } from "./present";
import type { Author } from "./record";

const NAME_LENGTH = 300;
const PART_LENGTH = 200;

/** Authors, and whether the list ends where they do. */
export interface AuthorList {
  authors: Author[];
  complete: boolean;
}

/** What a list says of one author: a printed name to be taken apart, its parts, or a name that has none. */
export type AuthorEntry =
  | string
  | {
      family?: string | undefined;
      given?: string | undefined;
      suffix?: string | undefined;
      orcid?: string | undefined;
    }
  | { group: string };

/** The authors of an entry; "et al." and the like say that there are more. Names without a letter are dropped. */
export function readAuthors(entries: readonly AuthorEntry[]): AuthorList {
  const authors: Author[] = [];
  let complete = true;
  for (const entry of entries) {
    const printed = sourceLine(printedName(entry));
    const list = parseAuthorList([printed]);
    complete &&= list.complete;
    const [read] = list.authors;
    if (!read) continue;
    if (typeof entry === "string") authors.push(fitting(initialsLast(read.name) ?? read));
    else if ("group" in entry) authors.push({ name: cutText(printed, NAME_LENGTH) });
    else authors.push({ ...fitting(inParts(entry)), ...present({ orcid: readOrcid(entry.orcid) }) });
  }
  return { authors, complete };
}

function printedName(entry: AuthorEntry): string {
  if (typeof entry === "string") return entry;
  if ("group" in entry) return entry.group;
  return [entry.given, entry.family, entry.suffix].filter((part) => part?.trim()).join(" ");
}

function inParts({ family, given, suffix }: Exclude<AuthorEntry, string | { group: string }>): AuthorName {
  const parts = {
    family: sourceLine(family ?? ""),
    given: sourceLine(given ?? ""),
    suffix: sourceLine(suffix ?? ""),
  };
  const name = [parts.given, parts.family, parts.suffix].filter((part) => part !== "").join(" ");
  // One part alone tells nothing that the name does not.
  return parts.family === "" || parts.given === ""
    ? { name, ...present({ family: parts.family }) }
    : { name, family: parts.family, given: parts.given };
}

/** "Smith J.A." begins with the family name: nobody's last name is initials. Null for any other name. */
function initialsLast(name: string): AuthorName | null {
  const [, family, given] = /^(\p{L}[\p{L}\p{M}'’ -]+) ((?:\p{Lu}\p{M}*\.[ -]?)+|\p{Lu})$/u.exec(name) ?? [];
  if (family === undefined || given === undefined || /\./u.test(family)) return null;
  return { name: `${given} ${family}`, family, given };
}

/** Parts are kept only where they look like parts of a name. */
function fitting({ name, family = "", given = "" }: AuthorName): Author {
  const fits = family.length <= PART_LENGTH && given.length <= PART_LENGTH;
  return { name: cutText(name, NAME_LENGTH), ...present(fits ? { family, given } : {}) };
}

/** An ORCID iD, bare or as an address; null when it is none. */
function readOrcid(printed: string | undefined): string | null {
  const match = /(?:^|orcid\.org\/|\b)(\d{4}-?\d{4}-?\d{4}-?\d{3}[\dX])$/iu.exec(printed?.trim() ?? "");
  const digits = match?.[1]?.replaceAll("-", "").toUpperCase();
  return digits ? (digits.match(/.{4}/gu)?.join("-") ?? null) : null;
}
