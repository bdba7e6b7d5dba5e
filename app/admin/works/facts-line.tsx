import type { Route } from "next";
import { AuthorLine } from "@/app/_citation/author-line";
import { PageLink } from "@/app/_ui/page-link";
import { hubForAdminHref } from "@/app/admin/hubs/search-params";
import type { WorkFacts } from "@/db/queries/duplicates";
import { count } from "@/lib/citation/count";
import { identifierLabel } from "@/lib/citation/identifiers";

/** By whom and when a work is, what names it, and what it is to the hubs of this site. */
export function FactsLine({ work }: { work: WorkFacts }) {
  const { id, authors, authorsComplete, year, venue, identifiers, hubSlug, hubs } = work;
  return (
    <>
      <p className="text-ui">
        <AuthorLine authors={authors} complete={authorsComplete} />
        {` · ${year ?? "year not known"}`}
        {venue === null ? null : (
          <>
            {" · "}
            <span dir="auto">{venue}</span>
          </>
        )}
      </p>
      <p className="mt-0.5 text-small text-soft">
        {identifiers.length === 0 ? "no identifier" : identifiers.map(identifierLabel).join(", ")}
        {" · "}
        {hubs === 0 ? (
          "cites no hub"
        ) : (
          <PageLink href={`/citers/${id}` as Route}>cites {count(hubs, "hub")}</PageLink>
        )}
        {hubSlug === null ? null : (
          <>
            {" · "}
            <PageLink href={hubForAdminHref(hubSlug)}>is a hub</PageLink>
          </>
        )}
      </p>
    </>
  );
}
