import { Empty } from "@/app/_ui/empty";
import { PageLink } from "@/app/_ui/page-link";
import { type CiterSearch, citersHref } from "./search-params";

/** Why the list is empty, and the way out. */
export function NoCiters({ slug, search, known }: { slug: string; search: CiterSearch; known: number }) {
  if (known === 0)
    return (
      <Empty>
        No citing paper is known yet. An admin brings them in, under{" "}
        <PageLink href="/admin/imports">Imports</PageLink> or with <code>npm run import -- FILE</code>.
      </Empty>
    );
  if (search.after !== null) return <Empty>The list ends before this page.</Empty>;
  return (
    <Empty>
      No citing paper meets all terms of the query. Take one away above, or{" "}
      <PageLink href={citersHref(slug)}>clear the search</PageLink> to see all of them.
    </Empty>
  );
}
