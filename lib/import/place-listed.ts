import type { Identifier, ListedRecord, Parsed, Placed } from "./record";
import { UnreadableFileError } from "./record";

/** What the works of a list are: citers of a hub, which is made if it is none yet, or references of a work. */
export interface Listing {
  as: "citers" | "references";
  /** The hub, or the citing work: known by an identifier, a title, or both. */
  of: { identifiers: readonly Identifier[]; title?: string };
  /** Who says so; part of the provenance of the work. */
  source: string;
}

/**
 * The key of the work that `Listing.of` will name, for records of a list that say more than that a work stands in it:
 * as the hub of a citation the list is one of citers, as the citing work it is one of references.
 */
export const LISTED_OF = "listed:of";

/** Nobody has said what the works of a list are. */
export class UnplacedListError extends UnreadableFileError {
  override name = "UnplacedListError";
}

/**
 * Turns the entries of a list into citations or references, as `listing` says; everything else passes through.
 * @throws UnplacedListError at the first entry of a list when nobody has said what its works are, and
 * UnreadableFileError when the list itself says that they are something else.
 */
export async function* placeListed(
  parsed: AsyncIterable<Parsed>,
  listing: Listing | null,
): AsyncGenerator<Placed> {
  let begun = false;
  for await (const one of parsed) {
    const listed = listedAs(one);
    if (listed === null) {
      yield one as Placed;
      continue;
    }
    if (listing === null)
      throw new UnplacedListError(
        "the file lists works and does not say what they are: name the hub that they cite, or the work whose references they are.",
      );
    if (listed !== "either" && listed !== listing.as) throw new UnreadableFileError(MISPLACED[listed]);
    if (!begun) yield* introduce(listing);
    begun = true;
    yield one.kind === "listed" ? place(one, listing) : one;
  }
}

const MISPLACED = {
  citers: "the file lists works that cite one work, not its references: name that work as the hub.",
  references:
    "the file lists the references of one work, not works that cite it: name that work as the citing one.",
} as const;

/** What a record says that the works of the list are; null for one that has nothing to do with the list. */
function listedAs(one: Parsed): Listing["as"] | "either" | null {
  if (one.kind === "listed") return "either";
  if ("hub" in one && one.hub === LISTED_OF) return "citers";
  return "citing" in one && one.citing === LISTED_OF ? "references" : null;
}

function introduce({ as, of, source }: Listing): Placed[] {
  const { identifiers, title } = of;
  const fields = title === undefined ? {} : { title };
  const work: Placed = { kind: "work", key: LISTED_OF, identifiers: [...identifiers], fields, source };
  return as === "citers" ? [work, { kind: "hub", work: LISTED_OF }] : [work];
}

function place({ work }: ListedRecord, { as }: Listing): Placed {
  return as === "citers"
    ? { kind: "citation", hub: LISTED_OF, citing: work }
    : { kind: "reference", citing: LISTED_OF, cited: work };
}
