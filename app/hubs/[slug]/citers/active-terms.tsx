import type { Route } from "next";
import { PageLink } from "@/app/_ui/page-link";
import type { Query } from "@/lib/citation/query";
import { printQuery, printTerm } from "@/lib/citation/query-print";

/** The terms of a query as chips, each of which takes its term away. */
export function ActiveTerms({
  query: { terms },
  hrefOf,
}: {
  query: Query;
  /** The address of the same list under another query. */
  hrefOf: (text: string) => Route;
}) {
  if (terms.length === 0) return null;
  return (
    <ul aria-label="Terms of the query" className="mt-4 flex flex-wrap items-center gap-2">
      {terms.map((term, place) => {
        const printed = printTerm(term);
        const rest = { terms: terms.filter((_, i) => i !== place) };
        return (
          <li key={`${printed} ${terms.slice(0, place).filter((one) => printTerm(one) === printed).length}`}>
            <PageLink
              href={hrefOf(printQuery(rest))}
              className="inline-flex min-h-8 max-w-full items-center gap-2 rounded-full border border-accent px-3 text-small font-medium text-accent no-underline [overflow-wrap:anywhere] hover:bg-tint"
            >
              {printed}
              <span aria-hidden="true">×</span>
              <span className="sr-only">: take this term away</span>
            </PageLink>
          </li>
        );
      })}
      <li>
        <PageLink href={hrefOf("")} className="text-small">
          Clear the search
        </PageLink>
      </li>
    </ul>
  );
}
