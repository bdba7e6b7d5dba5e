import type { createPool } from "@/db/client";
import { withThousands } from "@/lib/citation/count";
import type { Identifier } from "@/lib/citation/identifiers";
import type { ImportProgress } from "@/lib/import/progress";
import type { ImportReport } from "@/lib/import/report";
import { identifierKey } from "@/lib/import/work-key";
import { type ImportFileOptions, importFile } from "@/lib/jobs/import-file";
import { importHub } from "@/lib/jobs/import-hub";
import type { SourceFile } from "@/lib/jobs/open-file";
import type { Services } from "@/lib/sources/services";

type Pool = ReturnType<typeof createPool>;

/** Something to import: a file, or a work that is gathered from the services. */
interface Task {
  name: string;
  /** What the report is headed by. */
  title: string;
  run(options: Pick<ImportFileOptions, "dryRun" | "onProgress">): Promise<ImportReport>;
}

const PHASES: Readonly<Record<ImportProgress["phase"], string>> = {
  gathering: "records gathered",
  reading: "records read",
  works: "works matched",
  citations: "citing works written",
};

/** How far an import is. */
export const stepText = ({ phase, done }: ImportProgress): string =>
  `${withThousands(done)} ${PHASES[phase]}`;

type How = Pick<ImportFileOptions, "hubSlug" | "listing" | "format" | "columns">;

export function fileTasks(
  pool: Pool,
  sources: readonly SourceFile[],
  { hubSlug, listing, format, columns }: How,
): Task[] {
  return sources.map((source) => ({
    name: source.name,
    title: source.path,
    run: (options) => importFile(pool, source, { ...options, hubSlug, listing, format, columns }),
  }));
}

export function workTasks(
  pool: Pool,
  ids: readonly Identifier[],
  services: Services,
  { hubSlug, mostCiters }: Pick<How, "hubSlug"> & { mostCiters: number },
): Task[] {
  return ids.map((id) => ({
    name: identifierKey(id),
    title: identifierKey(id),
    run: (options) => importHub(pool, id, services, { ...options, hubSlug, mostCiters }),
  }));
}
