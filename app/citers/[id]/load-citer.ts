import { cache } from "react";
import { getCiter } from "@/db/queries/citer";
import { database } from "@/lib/database";

/** The citing work that an address names, read once a request; null when there is none, or there could be none. */
export const loadCiter = cache(async (id: string) =>
  /^[1-9]\d{0,14}$/.test(id) ? getCiter(database(), Number(id)) : null,
);
