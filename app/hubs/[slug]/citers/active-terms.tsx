import { PageLink } from "@/app/_ui/page-link";
import type { Query } from "@/lib/citation/query";
import { printQuery, printTerm } from "@/lib/citation/query-print";
import { type CiterView, citersHref } from "./search-params";

/** The terms of a query as chips, each of which takes its term away. */
export function ActiveTerms({ slug, view, query }: { slug: string; view: CiterView; query: Query }) {
  const { terms } = query;
  if (terms.length === 0) return null;
  const { sort } = view;
  return (
    <ul aria-label="Terms of the query" className="mt-4 flex flex-wrap items-center gap-2">
      {terms.map((term, place) => {
        const printed = printTerm(term);
        const rest = { terms: terms.filter((_, i) => i !== place) };
        return (
          <li key={`${printed} ${terms.slice(0, place).filter((one) => printTerm(one) === printed).length}`}>
            <PageLink
              href={citersHref(slug, { text: printQuery(rest), sort })}
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
        <PageLink href={citersHref(slug, { sort })} className="text-small">
          Clear the search
        </PageLink>
      </li>
    </ul>
  );
}
