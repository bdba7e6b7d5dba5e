import type { Db } from "@/db/client";
import { getExportedHub, listCiterNumbers, listListedCiters } from "@/db/queries/exported-citers";
import { addDetails } from "@/db/queries/exported-details";
import { bibtexFile } from "./export/bibtex";
import { cslJsonFile } from "./export/csl-json";
import { csvFile } from "./export/csv";
import type { ExportedCiter, ListedCiter } from "./export/exported-citer";
import type { ExportFormat } from "./export/formats";
import { jsonlFile } from "./export/jsonl";
import { jsonldFile } from "./export/jsonld";
import { risFile } from "./export/ris";

type Matches = Parameters<typeof listCiterNumbers>[2];

/**
 * A hub's citers as a file of a format, in pieces; only so many citers are in memory at once. `matches` leaves those that
 * a view shows. Nothing comes where no published hub has the address. To be read in one transaction.
 */
export async function* hubFile(
  db: Db,
  { slug, format, matches, site }: { slug: string; format: ExportFormat; matches: Matches; site: string },
): AsyncGenerator<string> {
  const hub = await getExportedHub(db, slug);
  if (hub === null) return;
  const listed = listCiters(db, hub.id, matches);
  switch (format) {
    case "csv":
      return yield* csvFile(listed, site);
    case "bibtex":
      return yield* bibtexFile(listed);
    case "ris":
      return yield* risFile(listed);
    case "csl-json":
      return yield* cslJsonFile(listed);
    case "jsonl":
      return yield* jsonlFile(listWithDetails(db, hub.id, matches), hub, site);
    case "jsonld":
      return yield* jsonldFile(listWithDetails(db, hub.id, matches), hub, site);
  }
}

async function* listCiters(db: Db, hubId: number, matches: Matches): AsyncGenerator<ListedCiter> {
  for await (const ids of listCiterNumbers(db, hubId, matches)) yield* await listListedCiters(db, hubId, ids);
}

async function* listWithDetails(db: Db, hubId: number, matches: Matches): AsyncGenerator<ExportedCiter> {
  for await (const ids of listCiterNumbers(db, hubId, matches))
    yield* await addDetails(db, hubId, await listListedCiters(db, hubId, ids));
}
