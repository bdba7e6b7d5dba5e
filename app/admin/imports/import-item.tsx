import type { ReactNode } from "react";
import { capital } from "@/app/_ui/capital";
import { Moment } from "@/app/_ui/moment";
import { PageLink } from "@/app/_ui/page-link";
import { personForAdminHref } from "@/app/admin/people/person-href";
import type { ImportRow } from "@/db/queries/import-runs";
import { count } from "@/lib/citation/count";
import { fileSize } from "./file-size";
import { importHref } from "./import-href";
import { STATUS_WORDS } from "./import-status";

/** An import in the list. */
export function ImportItem({ row }: { row: ImportRow }) {
  const { report } = row;
  return (
    <li className="grid gap-x-10 gap-y-1 border-t border-line py-4 sm:grid-cols-[minmax(0,1fr)_13rem]">
      <div className="min-w-0 [overflow-wrap:anywhere]">
        <h3 className="font-serif text-list leading-snug font-semibold">
          <PageLink href={importHref(row.id)} className="text-ink no-underline hover:underline">
            <span dir="auto">{row.fileName}</span>
          </PageLink>
        </h3>
        <Origin row={row} />
        {row.failure === null ? null : (
          <p className="mt-1 text-small text-contrasting-ink">{capital(row.failure)}</p>
        )}
      </div>
      <div className="text-small text-soft sm:text-end">
        <p className="text-ui font-semibold text-ink">{STATUS_WORDS[row.status]}</p>
        {report === null ? null : (
          <>
            <p>{count(report.works.created, "new work")}</p>
            <p>{count(report.citations.created, "new citation")}</p>
            {report.rejected.length === 0 ? null : (
              <p>
                {count(report.rejected.length + (report.omitted?.rejected ?? 0), "entry", "entries")} left out
              </p>
            )}
          </>
        )}
      </div>
    </li>
  );
}

/** Who sent the file and when, its format and its size, and after these what is given. */
export function Origin({ row, children }: { row: ImportRow; children?: ReactNode }) {
  return (
    <p className="mt-0.5 text-small text-soft [overflow-wrap:anywhere]">
      <Moment at={row.createdAt} />, by{" "}
      {row.handle === null ? (
        "the command line of the server"
      ) : (
        <PageLink href={personForAdminHref(row.handle)}>{row.handle}</PageLink>
      )}
      {row.format === "" ? null : <> · {row.format}</>}
      {row.sizeBytes === null ? null : <> · {fileSize(row.sizeBytes)}</>}
      {children}
    </p>
  );
}
