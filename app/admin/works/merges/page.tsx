import { Empty } from "@/app/_ui/empty";
import { PageHead } from "@/app/_ui/page-head";
import { PageLink } from "@/app/_ui/page-link";
import { Pager } from "@/app/_ui/pager";
import { forAdmins } from "@/app/admin/for-admins";
import { listMerges } from "@/db/queries/merges";
import { requireAdmin } from "@/lib/auth/session";
import { database } from "@/lib/database";
import { mergesHref, readBefore, worksHref } from "../search-params";
import { MergeItem } from "./merge-item";

const PAGE_SIZE = 50;

export const generateMetadata = forAdmins({
  title: "Merges of papers",
  description: "Which papers were merged, and the way to take merges apart.",
});

export default async function MergesPage({ searchParams }: PageProps<"/admin/works/merges">) {
  await requireAdmin("/admin/works/merges");
  const before = readBefore(await searchParams);
  const { merges, next } = await listMerges(database(), { before, limit: PAGE_SIZE });
  return (
    <>
      <PageHead eyebrow={<PageLink href={worksHref()}>Papers held twice</PageLink>} title="Merges" />
      <section aria-labelledby="merges" className="max-w-[860px]">
        <h2 id="merges" className="mb-3 text-ui font-semibold">
          The latest first
        </h2>
        {merges.length === 0 ? (
          <Empty>{before === null ? "No papers were merged yet." : "The list ends before this page."}</Empty>
        ) : (
          <ol>
            {merges.map((merge) => (
              <MergeItem key={merge.id} merge={merge} />
            ))}
          </ol>
        )}
        <Pager
          label="Pages of merges"
          first={before === null ? null : mergesHref()}
          next={next === null ? null : mergesHref(next)}
        />
      </section>
    </>
  );
}
