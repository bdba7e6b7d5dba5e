import { describeAuthor, readYear } from "./full-text-fields";
import type { WorkFields } from "./record";

/** `Ash BC, Birch D (2004) Moss on stone. In: …`: authors, the year in brackets, a title up to its full stop. */
const PRINTED =
  /^(?<authors>[^()]{2,500}?)\s\((?<year>[12]\d{3}[a-z]?)\)[.,:]?\s+(?<title>[^.?]{4,500}[.?])(?=\s|$)/u;

const PERSON =
  /^(?<family>[\p{L}'’][\p{L}\p{M}'’-]{1,40}(?:\s[\p{L}'’][\p{L}\p{M}'’-]*){0,2})\s(?<given>\p{Lu}(?:-?\p{Lu}){0,3})$/u;

const MORE = /,?\s*et al\.?$/u;

/**
 * What an entry says that its source printed without taking it apart, where it is built in the one way in which no part
 * can be mistaken for another. Says nothing of any other.
 */
export function readPrintedReference(
  text: string,
): Pick<WorkFields, "title" | "published" | "authors" | "authorsComplete"> {
  const { authors: names = "", year = "", title } = PRINTED.exec(text)?.groups ?? {};
  const { published } = readYear(year);
  if (title === undefined || published === undefined) return {};
  const people = names
    .replace(MORE, "")
    .split(/,\s+/u)
    .map((name) => PERSON.exec(name)?.groups);
  const authors = people.flatMap((person) => {
    const { family, given } = person ?? {};
    return describeAuthor({ name: `${given} ${family}`, family, given }) ?? [];
  });
  // Where an office is the author, what follows the year may as well be its ministry.
  if (people.includes(undefined)) return {};
  return { title, published, authors, authorsComplete: MORE.test(names) ? false : undefined };
}
