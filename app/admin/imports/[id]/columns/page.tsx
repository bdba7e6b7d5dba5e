import { notFound } from "next/navigation";
import { Notice } from "@/app/_ui/notice";
import { PageHead } from "@/app/_ui/page-head";
import { PageLink } from "@/app/_ui/page-link";
import { forAdmins } from "@/app/admin/for-admins";
import { requireAdmin } from "@/lib/auth/session";
import { database } from "@/lib/database";
import { UnreadableFileError } from "@/lib/import/record";
import { readTable } from "@/lib/jobs/read-table";
import { importHref } from "../../import-href";
import { loadImport } from "../load-import";
import { ColumnsForm } from "./columns-form";
import { readGiven } from "./search-params";
import { SplitForm } from "./split-form";

type Props = PageProps<"/admin/imports/[id]/columns">;

export const generateMetadata = forAdmins(async ({ params }: Props) => {
  const { id } = await params;
  return { title: `Columns of import ${id}`, description: "What each column of a table of works holds." };
});

export default async function ColumnsPage({ params, searchParams }: Props) {
  const { id } = await params;
  await requireAdmin(`/admin/imports/${id}/columns`);
  const run = await loadImport(id);
  if (run === null || run.uploadId === null || run.choices.gather !== undefined) notFound();
  const asked = readGiven(await searchParams);
  const kept = run.choices.table;
  const isAsked = asked.delimiter !== undefined || asked.headerLine !== undefined;
  const given = isAsked ? asked : { delimiter: kept?.delimiter, headerLine: kept?.headerLine };
  const table = await tableOrProblem(readTable(database(), { ...run, uploadId: run.uploadId }, given));
  return (
    <>
      <PageHead
        eyebrow={
          <PageLink href={importHref(run.id)}>
            <span dir="auto">{run.fileName}</span>
          </PageLink>
        }
        title="Columns of the table"
      >
        <p className="max-w-[42rem] text-list text-soft">
          Say what each column holds. Columns that are not read do no harm; the title or an identifier is
          needed.
        </p>
      </PageHead>
      <div className="max-w-[860px] border-t border-line pt-6 pb-10">
        {typeof table === "string" ? (
          <>
            <SplitForm delimiter={given.delimiter} headerLine={given.headerLine} />
            <div className="mt-5">
              <Notice urgent>The table cannot be taken apart like this: {table}</Notice>
            </div>
          </>
        ) : (
          <>
            <SplitForm delimiter={table.delimiter} headerLine={table.headerLine} encoding={table.encoding} />
            <ColumnsForm importRunId={run.id} table={table} kept={isAsked ? undefined : kept?.fields} />
          </>
        )}
      </div>
    </>
  );
}

async function tableOrProblem<Table>(reading: Promise<Table>): Promise<Table | string> {
  try {
    return await reading;
  } catch (error) {
    // Shown beside the form that takes it apart otherwise.
    if (error instanceof UnreadableFileError) return error.message;
    throw error;
  }
}
