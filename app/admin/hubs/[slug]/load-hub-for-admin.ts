import { cache } from "react";
import { getHubForAdmin } from "@/db/queries/hubs-for-admin";
import { database } from "@/lib/database";
import { Slug } from "@/lib/import/record";

/** The hub that an address names, also a hidden one, read once a request; null when there is none. */
export const loadHubForAdmin = cache(async (slug: string) =>
  Slug.safeParse(slug).success ? getHubForAdmin(database(), slug) : null,
);
