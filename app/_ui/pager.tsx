import type { Route } from "next";
import { PageLink } from "./page-link";

/** The ways on from a page of a list that is read from the front: to its first page and to the next one. */
export function Pager({ label, first, next }: { label: string; first: Route | null; next: Route | null }) {
  if (first === null && next === null) return null;
  return (
    <nav
      aria-label={label}
      className="mt-8 flex flex-wrap gap-x-8 gap-y-3 border-t border-line pt-5 text-ui font-medium"
    >
      {first === null ? null : <PageLink href={first}>Back to the first page</PageLink>}
      {next === null ? null : (
        <PageLink href={next} rel="next">
          Next page
        </PageLink>
      )}
    </nav>
  );
}
