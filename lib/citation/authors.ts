import { count } from "@/lib/citation/count";
import { normaliseTitle } from "@/lib/citation/title";

/** A name as it is shown, "Given Family", with its parts where they can be told apart. */
export interface AuthorName {
  name: string;
  family?: string;
  given?: string;
}

/** Words that belong to the family name after them, when they are written small. */
const PARTICLES: ReadonlySet<string> = new Set(
  (
    "af al av ben bin da das de degli dei del della den der di do dos du el ibn la las le lo los te ten ter " +
    "van von zu zum zur 't"
  ).split(" "),
);

/** Those that are no given names, so that a capital does not make them one. */
const PARTICLES_IN_ANY_CASE: ReadonlySet<string> = new Set(["de", "del", "della", "der", "den", "von"]);

const SUFFIX = /^(?:jr|sr|2nd|3rd|ii|iii|iv)\.?$/iu;

/** Longer than any remark behind a name; in all of a long text the pattern would be tried too often. */
const REMARK_AT_MOST = 100;
const MORE_NAMES = /(?:(?:^|[\s,;])(?:and\s+(?:\d+\s+)?)?(?:et\.?\s+al|others|等)|…|\.\.\.)[\s.,;]*$/iu;

/**
 * Reads one name, printed "Family, Given" or "Given Family". Particles and suffixes are recognised ("van der
 * Berg", "King, Jr., Martin Luther"); a suffix is shown but is no part of the family name. What begins with a
 * small particle is all family name. A single word, and a name with more commas, stay whole, without parts.
 *
 * A group ("BigScience Workshop") looks like a person and is split like one: what is shown is right, its
 * parts are not. A source that knows better should build the name itself, without parts. Family names of
 * two words without a particle ("Le Scao") are cut in the same way unless a comma sets them off.
 */
export function parseAuthor(text: string): AuthorName {
  const printed = text.replace(/\s+/gu, " ").trim();
  const [first, ...rest] = printed
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  if (first === undefined) return { name: "" };
  const suffixes = rest.filter((part) => SUFFIX.test(part));
  const [given, ...unexpected] = rest.filter((part) => !SUFFIX.test(part));
  if (unexpected.length > 0) return { name: printed };
  return given === undefined ? fromGivenFirst(first, suffixes) : fromFamilyFirst(first, given, suffixes);
}

/**
 * Reads a list of names, one in each text. "et al.", "and others" and dots are dropped, also behind a name,
 * and make the list incomplete. Texts without a letter are dropped too. A list without names and
 * without such a remark counts as complete.
 */
export function parseAuthorList(texts: readonly string[]): { authors: AuthorName[]; complete: boolean } {
  const names = texts.map(
    (text) => text.slice(0, -REMARK_AT_MOST) + text.slice(-REMARK_AT_MOST).replace(MORE_NAMES, ""),
  );
  return {
    authors: names.map(parseAuthor).filter((author) => /\p{L}/u.test(author.name)),
    complete: names.every((name, index) => name === texts[index]),
  };
}

/**
 * What two spellings of one author have in common, for matching: the last word of the family name (of the
 * whole name where there are no parts), normalised like a title. The last word, because sources disagree
 * on what else belongs to it: "de Freitas" and "Freitas", "García Márquez" and "Márquez". Empty when the
 * name holds no letter.
 */
export function familyKey(author: AuthorName): string {
  const [name] = splitSuffix(author.family ?? author.name);
  return normaliseTitle(name).split(" ").at(-1) ?? "";
}

/**
 * The line of authors that a reader sees, at most `max` (one or more) of them by name: "A, B and C",
 * "A, B and 7 others", or "A, B et al." when the source did not name them all. Empty without authors.
 */
export function formatAuthors(authors: readonly { name: string }[], complete: boolean, max: number): string {
  const names = authors.slice(0, Math.max(1, max)).map((author) => author.name);
  if (names.length === 0) return "";
  if (!complete) return `${names.join(", ")} et al.`;
  const unnamed = authors.length - names.length;
  if (unnamed > 0) return `${names.join(", ")} and ${count(unnamed, "other")}`;
  return [names.slice(0, -1).join(", "), ...names.slice(-1)].filter((part) => part !== "").join(" and ");
}

function fromGivenFirst(text: string, suffixesAfterComma: readonly string[]): AuthorName {
  const [bare, suffix] = splitSuffix(text);
  const name = joined(bare, suffix, ...suffixesAfterComma);
  const words = bare.split(" ");
  if (words.length < 2) return { name };
  if (PARTICLES.has(words[0] ?? "")) return { name, family: bare };
  const familyStart = startOfFamily(words);
  return { name, family: words.slice(familyStart).join(" "), given: words.slice(0, familyStart).join(" ") };
}

function fromFamilyFirst(family: string, given: string, suffixes: readonly string[]): AuthorName {
  const [bareFamily, familySuffix] = splitSuffix(family);
  const [bareGiven, givenSuffix] = splitSuffix(given);
  const name = joined(bareGiven, bareFamily, familySuffix, givenSuffix, ...suffixes);
  return { name, family: bareFamily, given: bareGiven };
}

/** The first particle after the first word, else the last word. */
function startOfFamily(words: readonly string[]): number {
  const start = words.findIndex((word, index) => {
    // A Vietnamese "Van" is a given name; a Dutch one with a capital is sure only before another particle.
    return index > 0 && (isParticle(word) || (word === "Van" && isParticle(words[index + 1] ?? "")));
  });
  return start === -1 ? words.length - 1 : start;
}

function isParticle(word: string): boolean {
  return PARTICLES.has(word) || PARTICLES_IN_ANY_CASE.has(word.toLowerCase());
}

/** The text without a suffix at its end, and the suffix; a text that is nothing else stays whole. */
function splitSuffix(text: string): [bare: string, suffix: string] {
  const end = text.lastIndexOf(" ");
  const last = text.slice(end + 1);
  return end > 0 && SUFFIX.test(last) ? [text.slice(0, end), last] : [text, ""];
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" ");
}
