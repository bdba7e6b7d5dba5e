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

const OF = "listed:of";

/**
 * Turns the entries of a list into citations or references, as `listing` says; everything else passes through.
 * @throws UnreadableFileError at the first entry of a list when nobody has said what its works are.
 */
export async function* placeListed(
  parsed: AsyncIterable<Parsed>,
  listing: Listing | null,
): AsyncGenerator<Placed> {
  let begun = false;
  for await (const one of parsed) {
    if (one.kind !== "listed") {
      yield one;
      continue;
    }
    if (listing === null)
      throw new UnreadableFileError(
        "the file lists works and does not say what they are: name the hub that they cite, or the work whose references they are.",
      );
    if (!begun) yield* introduce(listing);
    begun = true;
    yield place(one, listing);
  }
}

function introduce({ as, of, source }: Listing): Placed[] {
  const { identifiers, title } = of;
  const fields = title === undefined ? {} : { title };
  const work: Placed = { kind: "work", key: OF, identifiers: [...identifiers], fields, source };
  return as === "citers" ? [work, { kind: "hub", work: OF }] : [work];
}

function place({ work }: ListedRecord, { as }: Listing): Placed {
  return as === "citers"
    ? { kind: "citation", hub: OF, citing: work }
    : { kind: "reference", citing: OF, cited: work };
}
