import { type AuthorName, familyKey } from "@/lib/citation/authors";
import { yearOf } from "@/lib/citation/partial-date";

/** An entry of a reference list, as far as a citation mark can name it. */
export interface ListedReference {
  /** What the marks of the source call it, and the works that stand under it by their keys; none when it was refused. */
  id: string;
  works: readonly string[];
  /** As it is printed before the entry, or counted. */
  number: number | null;
  authors: readonly AuthorName[];
  authorsComplete: boolean;
  published: string | null;
  /** The letter behind the year, as in `2019a`. */
  letter: string | null;
}

/** What a mark such as "Smith et al., 2019a" says of its reference. */
export interface NamedReference {
  /** Family names as printed. */
  names: readonly string[];
  etAl: boolean;
  year: number;
  letter: string | null;
}

export type Resolution = { reference: ListedReference } | { problem: string };

/** A reference list in which marks look up what they mean. */
export class ReferenceList {
  private readonly byId = new Map<string, ListedReference>();
  private readonly byNumber = new Map<number, ListedReference[]>();
  private readonly byNameAndYear = new Map<string, ListedReference[]>();

  constructor(readonly references: readonly ListedReference[]) {
    for (const reference of references) {
      if (!this.byId.has(reference.id)) this.byId.set(reference.id, reference);
      if (reference.number !== null) append(this.byNumber, reference.number, reference);
      const [first] = reference.authors;
      if (first && reference.published)
        append(this.byNameAndYear, nameAndYear(familyKey(first), yearOf(reference.published)), reference);
    }
  }

  get(id: string): ListedReference | undefined {
    return this.byId.get(id);
  }

  /** The entry of that number; a number that stands before two entries names neither. */
  numbered(number: number): ListedReference | null {
    const [only, another] = this.byNumber.get(number) ?? [];
    return only && !another ? only : null;
  }

  /**
   * The one entry with these authors and this year. One name without "et al." means one author, two names mean two;
   * a letter behind the year must be known of the entry. Anything less is no answer.
   */
  named({ names, etAl, year, letter }: NamedReference): Resolution {
    const keys = names.map((name) => familyKey({ name }));
    const listed = this.byNameAndYear.get(nameAndYear(keys[0] ?? "", year)) ?? [];
    const fitting = listed.filter((reference) => fits(reference, keys, etAl));
    const lettered = letter === null ? fitting : fitting.filter((reference) => reference.letter === letter);
    const [only, another] = lettered;
    if (only && !another) return { reference: only };
    if (another) return { problem: `${lettered.length} entries of the reference list fit it` };
    if (letter !== null && fitting.length > 0)
      return { problem: `the reference list does not say which entry has the letter ${letter}` };
    return { problem: "no entry of the reference list fits it" };
  }
}

function fits(
  { authors, authorsComplete }: ListedReference,
  keys: readonly string[],
  etAl: boolean,
): boolean {
  if (keys.some((key, index) => index < authors.length && familyKey(authors[index] ?? { name: "" }) !== key))
    return false;
  if (etAl) return authors.length > keys.length || !authorsComplete;
  return authors.length === keys.length && authorsComplete;
}

const nameAndYear = (key: string, year: number) => `${key} ${year}`;

function append<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const items = map.get(key);
  if (items) items.push(item);
  else map.set(key, [item]);
}
