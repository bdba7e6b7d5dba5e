import { Empty } from "@/app/_ui/empty";
import { PageLink } from "@/app/_ui/page-link";
import { type CiterSearch, citersHref, isFiltered } from "./search-params";

/** Why the list is empty, and the way out. */
export function NoCiters({ slug, search, total }: { slug: string; search: CiterSearch; total: number }) {
  if (total === 0)
    return (
      <Empty>
        No citing paper is known yet. An admin brings them in with <code>npm run import -- FILE</code>.
      </Empty>
    );
  if (!isFiltered(search)) return <Empty>The list ends before this page.</Empty>;
  const { fromYear, toYear, words } = search;
  const years = [fromYear === null ? "" : `from ${fromYear}`, toYear === null ? "" : `up to ${toYear}`]
    .join(" ")
    .trim();
  return (
    <Empty>
      No citing paper{words === "" ? "" : ` with “${words}” in its title, authors or summary`}
      {years === "" ? "" : `, ${years}`}. <PageLink href={citersHref(slug)}>Clear the search</PageLink> to see
      all of them.
    </Empty>
  );
}
