import type { Db } from "@/db/client";
import {
  getExportedHub,
  listCitedNumbers,
  listCiterNumbers,
  listListedCiters,
} from "@/db/queries/exported-citers";
import { addDetails } from "@/db/queries/exported-details";
import { listSpokesReferences, listSpokesWorks } from "@/db/queries/exported-works";
import { listClaims, listReportedCounts } from "@/db/queries/hub";
import { bibtexFile } from "./export/bibtex";
import { cslJsonFile } from "./export/csl-json";
import { csvFile } from "./export/csv";
import type { ExportedCiter, ListedCiter } from "./export/exported-citer";
import type { ExportedHub } from "./export/exported-hub";
import type { ExportFormat } from "./export/formats";
import { jsonlFile } from "./export/jsonl";
import { jsonldFile } from "./export/jsonld";
import { risFile } from "./export/ris";
import { type SpokesCiter, type SpokesHub, spokesFile } from "./export/spokes";
import type { SpokesWork } from "./export/spokes-work";
import { present } from "./import/present";

type Matches = Parameters<typeof listCiterNumbers>[2];
type First = Parameters<typeof listCiterNumbers>[3];

/**
 * A hub's citers as a file of a format, in pieces; only so many citers are in memory at once. `matches` leaves those that
 * a view shows, and `first` is its order; a file for another Spokes has an order of its own. Nothing comes where no published hub has the address. To be read in one transaction.
 */
export async function* hubFile(
  db: Db,
  {
    slug,
    format,
    matches,
    first,
    site,
  }: { slug: string; format: ExportFormat; matches: Matches; first?: First; site: string },
): AsyncGenerator<string> {
  const hub = await getExportedHub(db, slug);
  if (hub === null) return;
  const listed = listCiters(db, hub.id, matches, first);
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
      return yield* jsonlFile(listWithDetails(db, hub.id, matches, first), hub, site);
    case "jsonld":
      return yield* jsonldFile(listWithDetails(db, hub.id, matches, first), hub, site);
    case "spokes":
      return yield* spokesFile({
        hub: await describeHub(db, hub),
        citers: listSpokesCiters(db, hub.id, matches),
        cited: listCited(db, hub.id, matches),
        note: `From ${site}/hubs/${hub.slug}. Votes are counted for reading; terms of use: ${site}/about`,
      });
  }
}

async function* listCiters(
  db: Db,
  hubId: number,
  matches: Matches,
  first: First,
): AsyncGenerator<ListedCiter> {
  for await (const ids of listCiterNumbers(db, hubId, matches, first))
    yield* await listListedCiters(db, hubId, ids);
}

async function* listWithDetails(
  db: Db,
  hubId: number,
  matches: Matches,
  first: First,
): AsyncGenerator<ExportedCiter> {
  for await (const ids of listCiterNumbers(db, hubId, matches, first))
    yield* await addDetails(db, hubId, await listListedCiters(db, hubId, ids));
}

function workIn(works: ReadonlyMap<number, SpokesWork>, id: number): SpokesWork {
  const work = works.get(id);
  if (work === undefined) throw new Error(`work ${id} went away within one snapshot`);
  return work;
}

async function describeHub(db: Db, hub: ExportedHub & { workId: number }): Promise<SpokesHub> {
  const { id, workId, slug, demonstration } = hub;
  return {
    work: workIn(await listSpokesWorks(db, [workId]), workId),
    slug,
    demonstration,
    claims: (await listClaims(db, id)).map(({ quote, ...claim }) => ({ ...claim, ...present({ quote }) })),
    reported: (await listReportedCounts(db, id)).map(({ total, ...count }) => ({
      ...count,
      ...present({ total }),
    })),
  };
}

async function* listSpokesCiters(db: Db, hubId: number, matches: Matches): AsyncGenerator<SpokesCiter> {
  for await (const ids of listCiterNumbers(db, hubId, matches)) {
    const citers = await addDetails(db, hubId, await listListedCiters(db, hubId, ids));
    const works = await listSpokesWorks(db, ids);
    const references = await listSpokesReferences(db, ids);
    for (const citer of citers)
      yield { ...citer, work: workIn(works, citer.id), references: references.get(citer.id) ?? [] };
  }
}

async function* listCited(db: Db, hubId: number, matches: Matches): AsyncGenerator<SpokesWork> {
  for await (const ids of listCitedNumbers(db, hubId, matches)) {
    const works = await listSpokesWorks(db, ids);
    for (const id of ids) yield workIn(works, id);
  }
}
