import { notFound } from "next/navigation";
import { Empty } from "@/app/_ui/empty";
import { PageHead } from "@/app/_ui/page-head";
import { PageLink } from "@/app/_ui/page-link";
import { Pager } from "@/app/_ui/pager";
import { forAdmins } from "@/app/admin/for-admins";
import { getArchive } from "@/db/queries/archives";
import { listImports } from "@/db/queries/import-runs";
import { requireAdmin } from "@/lib/auth/session";
import { database } from "@/lib/database";
import { ArchiveSteps } from "./archive-steps";
import { archiveHref, importsHref, newImportHref } from "./import-href";
import { ImportItem } from "./import-item";
import { readAfter, readArchiveId } from "./search-params";

const PAGE_SIZE = 30;

export const generateMetadata = forAdmins({
  title: "Imports",
  description: "Every file that was taken in, by whom, and what became of it.",
  alternates: { canonical: "/admin/imports" },
});

export default async function ImportsPage({ searchParams }: PageProps<"/admin/imports">) {
  const params = await searchParams;
  const after = readAfter(params);
  const archiveId = readArchiveId(params);
  const hrefAfter = (last: number | null) =>
    archiveId === null ? importsHref(last) : archiveHref(archiveId, last);
  await requireAdmin(hrefAfter(after));
  const archive = archiveId === null ? null : await getArchive(database(), archiveId);
  if (archiveId !== null && archive === null) notFound();
  const { imports, next } = await listImports(database(), { after, limit: PAGE_SIZE, archive: archiveId });
  return (
    <>
      {archive === null ? (
        <PageHead eyebrow="Admin" title="Imports">
          <p className="text-list">
            <PageLink href={newImportHref()} className="font-medium">
              Import a file or a work
            </PageLink>
          </p>
        </PageHead>
      ) : (
        <>
          <PageHead
            eyebrow={<PageLink href={importsHref()}>Imports</PageLink>}
            title={<span dir="auto">{archive.name}</span>}
          />
          <ArchiveSteps archive={archive} />
        </>
      )}
      <section aria-labelledby="found" className={`max-w-[860px] ${archive === null ? "" : "mt-10"}`}>
        <h2 id="found" className="mb-3 text-ui font-semibold">
          {archive === null ? "Newest first" : "Files, the last one first"}
        </h2>
        {imports.length === 0 ? (
          <Empty>{after === null ? "Nothing was imported yet." : "The list ends before this page."}</Empty>
        ) : (
          <ol>
            {imports.map((one) => (
              <ImportItem key={one.id} row={one} />
            ))}
          </ol>
        )}
        <Pager
          label="Pages of imports"
          first={after === null ? null : hrefAfter(null)}
          next={next === null ? null : hrefAfter(next)}
        />
      </section>
    </>
  );
}
