import { type AuthorName, familyKey } from "@/lib/citation/authors";
import { normaliseTitle, titleWords } from "@/lib/citation/title";

type Author = AuthorName & { orcid?: string };

/** How much speaks for two names being one person's: nothing, a lone initial, or more. */
type Likeness = "none" | "weak" | "strong";

/** One weak likeness is chance ("W. Wang"); two in the same pair of works are hardly. */
const WEAK_ENOUGH = 2;

/**
 * Tells of a citing work's authors whether one of them also wrote the cited work, as far as the lists tell. Careful,
 * because the word says something of people: an author is in both lists by the same ORCID, or by the same family name
 * and given names that agree in a whole name or in two initials at least. Where they agree in no more than one initial
 * ("J. Smith"), two such authors of different family names are needed. Two different ORCIDs are two people.
 *
 * The cited work comes first, alone, because a hub is compared with thousands of works.
 */
export function selfCitationsOf(cited: readonly Author[]): (citing: readonly Author[]) => boolean {
  const orcids = new Set(cited.flatMap(({ orcid }) => orcid ?? []));
  const byFamily = new Map<string, Author[]>();
  for (const author of cited) {
    const family = familyKey(author);
    if (family !== "") byFamily.set(family, [...(byFamily.get(family) ?? []), author]);
  }
  return (citing) => {
    const weak = new Set<string>();
    for (const author of citing) {
      if (author.orcid !== undefined && orcids.has(author.orcid)) return true;
      const family = familyKey(author);
      for (const namesake of byFamily.get(family) ?? []) {
        const likeness = compareNames(namesake, author);
        if (likeness === "strong") return true;
        if (likeness === "weak") weak.add(family);
      }
    }
    return weak.size >= WEAK_ENOUGH;
  };
}

function compareNames(a: Author, b: Author): Likeness {
  if (a.orcid !== undefined && b.orcid !== undefined) return "none";
  const [givenOfA, givenOfB] = [givenNames(a), givenNames(b)];
  if (givenOfA.length === 0 || givenOfB.length === 0) return compareWholeNames(a, b);
  return compareGivenNames(givenOfA, givenOfB);
}

/** A group, or a name in a script that writes no spaces; one word ("Plato") is too little. */
function compareWholeNames(a: Author, b: Author): Likeness {
  const name = normaliseTitle(a.name);
  if (name !== normaliseTitle(b.name)) return "none";
  return titleWords(name) > 1 || /^\p{Script=Han}{2,}$/u.test(name) ? "strong" : "none";
}

/** Each given name must agree with its counterpart, as a whole or by its initial; one list may be longer. */
function compareGivenNames(a: readonly string[], b: readonly string[]): Likeness {
  if (a.join("") === b.join("") && a.join("").length > 1) return "strong";
  const pairs = a.slice(0, b.length).map((name, index) => [name, b[index] ?? ""] as const);
  const agree = pairs.every(
    ([one, other]) => one === other || isInitial(one, other) || isInitial(other, one),
  );
  if (!agree) return "none";
  const isTelling = pairs.length > 1 || pairs.some(([one, other]) => one === other && one.length > 1);
  return isTelling ? "strong" : "weak";
}

const isInitial = (short: string, long: string) => short.length === 1 && long.startsWith(short);

/** In MEDLINE two or three capitals are initials ("Smith JA"), unless the whole name is in capitals. */
const CAPITALS = /^\p{Lu}{2,3}$/u;

function givenNames({ name, given }: Author): string[] {
  if (given === undefined) return [];
  const isShouted = name === name.toUpperCase();
  return given
    .split(/[^\p{L}\p{M}'’]+/u)
    .flatMap((part) => (CAPITALS.test(part) && !isShouted ? [...part] : [part]))
    .map((part) => normaliseTitle(part).replace(/ /gu, ""))
    .filter((part) => part !== "");
}
