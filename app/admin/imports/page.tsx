import type { Metadata } from "next";
import { Empty } from "@/app/_ui/empty";
import { PageHead } from "@/app/_ui/page-head";
import { PageLink } from "@/app/_ui/page-link";
import { Pager } from "@/app/_ui/pager";
import { listImports } from "@/db/queries/import-runs";
import { requireAdmin } from "@/lib/auth/session";
import { database } from "@/lib/database";
import { importsHref, newImportHref } from "./import-href";
import { ImportItem } from "./import-item";
import { readAfter } from "./search-params";

const PAGE_SIZE = 30;

export const metadata: Metadata = {
  title: "Imports",
  description: "Every file that was taken in, by whom, and what became of it.",
  alternates: { canonical: "/admin/imports" },
};

export default async function ImportsPage({ searchParams }: PageProps<"/admin/imports">) {
  const after = readAfter(await searchParams);
  await requireAdmin(importsHref(after));
  const { imports, next } = await listImports(database(), { after, limit: PAGE_SIZE });
  return (
    <>
      <PageHead eyebrow="Admin" title="Imports">
        <p className="text-list">
          <PageLink href={newImportHref()} className="font-medium">
            Import a file
          </PageLink>
        </p>
      </PageHead>
      <section aria-labelledby="found" className="max-w-[860px]">
        <h2 id="found" className="mb-3 text-ui font-semibold">
          Newest first
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
          first={after === null ? null : importsHref()}
          next={next === null ? null : importsHref(next)}
        />
      </section>
    </>
  );
}
