import { cache } from "react";
import { getPersonForAdmin } from "@/db/queries/people";
import { database } from "@/lib/database";

/** The account that an address names, read once a request; null when there is none, or there could be none. */
export const loadPerson = cache(async (handle: string) =>
  /^[a-z\d-]+$/.test(handle) ? getPersonForAdmin(database(), handle) : null,
);
