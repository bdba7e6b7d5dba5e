import { cache } from "react";
import { getHub, getNewSlug } from "@/db/queries/hub";
import { database } from "@/lib/database";
import { Slug } from "@/lib/import/record";

/** The hub that an address names, read once a request; null when there is none, or there could be none. */
export const loadHub = cache(async (slug: string) =>
  Slug.safeParse(slug).success ? getHub(database(), slug) : null,
);

/** Where the hub is that had an address before; null when no published one had it. */
export async function findMovedHub(slug: string): Promise<string | null> {
  return Slug.safeParse(slug).success ? getNewSlug(database(), slug) : null;
}

export type Hub = NonNullable<Awaited<ReturnType<typeof loadHub>>>;
