import type { Db } from "@/db/client";
import { getHub } from "@/db/queries/hub";
import { parseIdentifier } from "@/lib/citation/identifiers";
import { UserError } from "@/lib/errors";
import type { ImportChoices } from "@/lib/import/choices";

/** What the form of an import sends; an empty field says nothing. */
export interface TypedChoices {
  format: string;
  hubSlug: string;
  as: "" | "citers" | "references";
  of: string;
}

/**
 * The choices as the import takes them. A work is named by an identifier, by the last part of a hub's address, or by
 * its title.
 * @throws UserError when what is listed is said without saying of what.
 */
export async function readChoices(db: Db, typed: TypedChoices): Promise<ImportChoices> {
  const { format, hubSlug, as, of } = typed;
  return {
    ...(format === "" ? {} : { format }),
    ...(hubSlug === "" ? {} : { hubSlug }),
    ...(as === "" ? {} : { listing: { as, of: await readWork(db, as, of), source: "spokes" } }),
  };
}

async function readWork(db: Db, as: "citers" | "references", of: string) {
  if (of === "")
    throw new UserError(
      as === "citers"
        ? "Say which work the listed works cite."
        : "Say whose references the listed works are.",
    );
  const identifier = parseIdentifier(of);
  if (identifier !== null) return { identifiers: [identifier] };
  const hub = /^[a-z0-9-]+$/.test(of) ? await getHub(db, of) : null;
  if (hub === null) return { identifiers: [], title: of };
  return { identifiers: hub.identifiers, ...(hub.title === null ? {} : { title: hub.title }) };
}
