import "server-only";
import { cache } from "react";
import { getImport } from "@/db/queries/import-runs";
import { database } from "@/lib/database";
import { readImportId } from "../search-params";

/** The import of an address, once per request; null when there is none. */
export const loadImport = cache(async (text: string) => {
  const id = readImportId(text);
  return id === null ? null : getImport(database(), id);
});
