import { notFound } from "next/navigation";
import { listImportRows } from "@/db/queries/import-runs";
import { requireAdmin } from "@/lib/auth/session";
import { database } from "@/lib/database";
import { loadImport } from "../load-import";

/** What became of the import, with every entry that was remarked on, as a file to keep. */
export async function GET(_request: Request, { params }: RouteContext<"/admin/imports/[id]/report">) {
  const { id } = await params;
  await requireAdmin(`/admin/imports/${id}`);
  const run = await loadImport(id);
  if (run === null) notFound();
  const {
    fileName,
    format,
    status,
    handle,
    sizeBytes,
    sha256,
    choices,
    createdAt,
    startedAt,
    endedAt,
    report,
  } = run;
  const remarks = await listImportRows(database(), run.id);
  const file = {
    fileName,
    format,
    status,
    by: handle,
    sizeBytes,
    sha256,
    choices,
    createdAt,
    startedAt,
    endedAt,
    report,
    remarks,
  };
  return new Response(`${JSON.stringify(file, null, 2)}\n`, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="import-${run.id}.json"`,
      "cache-control": "private, no-store",
    },
  });
}
