import { cache } from "react";
import { getPerson } from "@/db/queries/person";
import { database } from "@/lib/database";

/** The person whom an address names, read once a request; null when there is none, or there could be none. */
export const loadPerson = cache(async (handle: string) =>
  /^[a-z\d-]+$/.test(handle) ? getPerson(database(), handle) : null,
);
