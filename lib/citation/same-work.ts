import { familyKey } from "./authors";
import { type IdentifierScheme, identifierLabel } from "./identifiers";

/** What one tells by whether two works of one title are one work. */
export interface Facts {
  authors: readonly { name: string }[];
  year: number | null;
  identifiers: readonly { scheme: IdentifierScheme; value: string }[];
}

/** What speaks for and against two records being one work, each in a few words. */
export interface Comparison {
  agree: string[];
  differ: string[];
}

/** Compares first authors, years and identifiers, as far as both are known. */
export function compareFacts(a: Facts, b: Facts): Comparison {
  const comparison: Comparison = { agree: [], differ: [] };
  const [one, other] = [firstAuthor(a), firstAuthor(b)];
  if (one !== "" && other !== "")
    if (one === other) comparison.agree.push("the same first author");
    else comparison.differ.push("the first author");
  if (a.year !== null && b.year !== null)
    if (a.year === b.year) comparison.agree.push("the same year");
    else comparison.differ.push(`${a.year} and ${b.year}`);
  for (const identifier of a.identifiers) {
    const others = b.identifiers.filter(({ scheme }) => scheme === identifier.scheme);
    const [first] = others;
    if (first !== undefined && !others.some(({ value }) => value === identifier.value))
      comparison.differ.push(`${identifierLabel(identifier)} and ${identifierLabel(first)}`);
  }
  return comparison;
}

/**
 * Of works with one title those that may be another one of them too: whose first author is that of another, or is not
 * known of one of the two. Empty when no two of them may be one.
 */
export function likelyTwins<Work extends Facts>(works: readonly Work[]): Work[] {
  return works.filter((work) =>
    works.some((other) => {
      const [one, another] = [firstAuthor(work), firstAuthor(other)];
      return other !== work && (one === another || one === "" || another === "");
    }),
  );
}

const firstAuthor = ({ authors: [first] }: Facts) => (first === undefined ? "" : familyKey(first));
