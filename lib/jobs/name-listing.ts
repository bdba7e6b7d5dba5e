import type { Db } from "@/db/client";
import { getHubWork, listWorksByTitle } from "@/db/queries/named-work";
import { IDENTIFIER_SCHEMES, identifierLabel, parseIdentifier } from "@/lib/citation/identifiers";
import { normaliseTitle } from "@/lib/citation/title";
import { UserError } from "@/lib/errors";
import type { Listing } from "@/lib/import/place-listed";
import { Slug } from "@/lib/import/record";
import { quote } from "@/lib/import/remark";
import type { ImportFileOptions } from "./import-file";

/** What looks like the name of a work in a scheme, or an address, and is meant as such even when it is none. */
const NAME_LIKE = new RegExp(
  `^(?:${IDENTIFIER_SCHEMES.join("|")})\\s*:\\s*\\S+$|^https?://|^10\\.\\d+/`,
  "iu",
);

/** As many works of one title as are named to the person. */
const NAMED = 4;

/**
 * What a person says the works of a list are: citers of a hub, or references of a work, which is named by an
 * identifier or its address, by `slug:` and the last part of a hub's address, or by its title.
 * @throws UserError when that names nothing, or several works.
 */
export async function nameListing(
  db: Db,
  as: Listing["as"],
  text: string,
): Promise<Pick<ImportFileOptions, "listing" | "hubSlug">> {
  const name = text.trim();
  const listing = (of: Listing["of"]) => ({ listing: { as, of, source: "admin" } });
  if (/^slug:/iu.test(name)) return nameHub(db, as, name.slice("slug:".length).trim());
  const identifier = parseIdentifier(name);
  if (identifier) return listing({ identifiers: [identifier] });
  if (NAME_LIKE.test(name))
    throw new UserError(
      `${quote(name)} is no identifier; write one such as doi:10.1000/182 or arxiv:2104.10350.`,
    );
  const titleKey = normaliseTitle(name);
  if (titleKey === "")
    throw new UserError(
      "Name the work by an identifier such as doi:10.1000/182, by slug: and its hub's address, or by its title.",
    );
  const known = await listWorksByTitle(db, titleKey, NAMED);
  const [only, another] = known;
  if (another)
    throw new UserError(
      `Several works have the title ${quote(name)}: ${known.map(nameOf).join("; ")}. Name the one that is meant by its identifier.`,
    );
  const identifiers = only?.identifiers ?? [];
  return listing(identifiers.length > 0 ? { identifiers } : { identifiers, title: name });
}

/** A hub is found again by its address, also when nothing but its title is known. */
async function nameHub(db: Db, as: Listing["as"], slug: string) {
  const hub = Slug.safeParse(slug).success ? await getHubWork(db, slug) : null;
  if (hub === null)
    throw new UserError(
      `There is no hub at /hubs/${slug}; name it by an identifier or its title to make it one.`,
    );
  const { identifiers } = hub;
  const of = { identifiers, ...(hub.title === null ? {} : { title: hub.title }) };
  if (as === "citers") return { listing: { as, of, source: "admin" }, hubSlug: slug };
  if (identifiers.length === 0)
    throw new UserError(
      `The hub at /hubs/${slug} has no identifier yet, so references cannot be tied to it; import one first.`,
    );
  return { listing: { as, of: { identifiers }, source: "admin" } };
}

function nameOf({
  identifiers,
  year,
}: {
  identifiers: Parameters<typeof identifierLabel>[0][];
  year: number | null;
}): string {
  const [identifier] = identifiers;
  return `${identifier ? identifierLabel(identifier) : "one without identifier"}${year === null ? "" : ` (${year})`}`;
}
