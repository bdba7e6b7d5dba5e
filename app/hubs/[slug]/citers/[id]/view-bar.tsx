import { SORT_LABELS } from "@/app/_citation/order-field";
import { PageLink } from "@/app/_ui/page-link";
import type { getNeighbours } from "@/db/queries/neighbours";
import { type CiterView, citerInViewHref, citersHref } from "../search-params";

/** From which list a reader came: what was asked, the way back to its place there, and the ways to both neighbours. */
export function ViewBar({
  slug,
  view,
  neighbours,
}: {
  slug: string;
  view: CiterView;
  neighbours: Awaited<ReturnType<typeof getNeighbours>>;
}) {
  const { text, sort } = view;
  const before = neighbours?.before ?? null;
  const after = neighbours?.after ?? null;
  return (
    <nav
      aria-label="The list that it was found in"
      className="mt-5 flex flex-wrap items-baseline gap-x-5 gap-y-1.5 rounded-md border border-line px-3.5 py-2 text-small text-soft print:hidden"
    >
      <PageLink href={citersHref(slug, { text, sort, after: before })}>Back to the list</PageLink>
      <span className="min-w-0 [overflow-wrap:anywhere]">
        {text === "" ? null : <code className="text-ink">{text}</code>}
        {text === "" ? "" : " · "}
        {SORT_LABELS[sort]}
      </span>
      <span className="ms-auto flex gap-5">
        {before === null ? null : (
          <PageLink href={citerInViewHref(slug, before.workId, view)} rel="prev">
            Previous
          </PageLink>
        )}
        {after === null ? null : (
          <PageLink href={citerInViewHref(slug, after.workId, view)} rel="next">
            Next
          </PageLink>
        )}
      </span>
    </nav>
  );
}
