import type { ReactNode } from "react";
import { POLARITY_INKS } from "@/app/_citation/polarity-look";
import { Bar } from "@/app/_ui/bar";
import { PageLink } from "@/app/_ui/page-link";
import type { CiterFacets } from "@/db/queries/citer-facets";
import { withThousands } from "@/lib/citation/count";
import { POLARITY_SIGNS } from "@/lib/citation/polarity";
import type { Query, QueryTerm } from "@/lib/citation/query";
import { printQuery, printTerm } from "@/lib/citation/query-print";
import { ROLE_LABELS } from "@/lib/citation/role";
import { type CiterView, citersHref } from "./search-params";

interface Value {
  term: QueryTerm;
  label: ReactNode;
  citers: number;
}

/**
 * Ways to narrow a view: each value with how many citers it leaves, which is what its link leads to. They stand beside the
 * list, and on a narrow screen before it once they are asked for.
 */
export function Facets({
  slug,
  view,
  query,
  facets,
}: {
  slug: string;
  view: CiterView;
  query: Query;
  facets: CiterFacets;
}) {
  return (
    <nav
      id="narrow"
      aria-label="Narrow the list"
      className="scroll-mt-4 max-lg:order-first max-lg:hidden max-lg:gap-x-6 max-lg:border-b max-lg:border-line max-lg:pb-4 max-lg:columns-[9.5rem] max-lg:target:block print:hidden"
    >
      <p className="mb-4 text-small text-soft max-lg:[column-span:all]">
        {facets.labels.some(({ value }) => value === "suggested")
          ? "Numbers count citers; where nobody has voted, polarity and role are those suggested."
          : "Numbers count citers."}{" "}
        <a href="#found" className="lg:hidden">
          Back to the list
        </a>
      </p>
      {facetGroups(facets).map(({ name, values }) =>
        values.length === 0 ? null : (
          <section key={name} className="break-inside-avoid py-4 lg:border-t lg:border-line">
            <h3 className="mb-1.5 font-serif text-list font-semibold">{name}</h3>
            <ul>
              {values.map((value) => (
                <FacetValue
                  key={printTerm(value.term)}
                  slug={slug}
                  view={view}
                  query={query}
                  value={value}
                  total={facets.total}
                />
              ))}
            </ul>
          </section>
        ),
      )}
    </nav>
  );
}

function FacetValue({
  slug,
  view: { sort },
  query,
  value: { term, label, citers },
  total,
}: {
  slug: string;
  view: CiterView;
  query: Query;
  value: Value;
  total: number;
}) {
  const printed = printTerm(term);
  const isActive = query.terms.some((one) => printTerm(one) === printed);
  const terms = isActive ? query.terms.filter((one) => printTerm(one) !== printed) : [...query.terms, term];
  return (
    <li>
      <PageLink
        href={citersHref(slug, { text: printQuery({ terms }), sort })}
        aria-current={isActive ? "true" : undefined}
        className="grid min-h-7 grid-cols-[1fr_auto] items-center gap-x-3 text-ui text-ink no-underline hover:underline aria-[current]:font-semibold"
      >
        <span className="[overflow-wrap:anywhere]">
          {label}
          {isActive ? <span className="text-soft"> ×</span> : null}
        </span>
        <span className="text-small text-soft tabular-nums">{withThousands(citers)}</span>
        <span aria-hidden="true" className="col-span-2 flex">
          <Bar part={citers} whole={total} size="h-[3px]" />
        </span>
      </PageLink>
    </li>
  );
}

function facetGroups(facets: CiterFacets): { name: string; values: Value[] }[] {
  const { total, polarities, roles, labels, years, fields, self, withContext } = facets;
  const not = false;
  return [
    {
      name: "Polarity",
      values: polarities.map(({ value, citers }) => ({
        term: { key: "polarity", not, values: [value] },
        label: (
          <span className={POLARITY_INKS[value]}>
            <span aria-hidden="true">{POLARITY_SIGNS[value]} </span>
            {value}
          </span>
        ),
        citers,
      })),
    },
    {
      name: "Role",
      values: [...roles]
        .sort((a, b) => b.citers - a.citers)
        .map(({ value, citers }) => ({
          term: { key: "role", not, values: [value] },
          label: ROLE_LABELS[value],
          citers,
        })),
    },
    {
      name: "Label",
      values: labels.map(({ value, citers }) => ({
        term: { key: "label", not, values: [value] },
        label: LABEL_WORDS[value],
        citers,
      })),
    },
    { name: "Year", values: yearValues(years) },
    {
      name: "Field",
      values: fields.map(({ value, citers }) => ({
        term: { key: "field", not, values: [value] },
        label: <span dir="auto">{value}</span>,
        citers,
      })),
    },
    {
      name: "Kind",
      values: [
        kind({ key: "has", not, values: ["context"] }, "with a sentence", withContext),
        kind({ key: "has", not: true, values: ["context"] }, "without a sentence", total - withContext),
        kind({ key: "is", not, values: ["self"] }, "self-citations", self),
        kind({ key: "is", not: true, values: ["self"] }, "by others", total - self),
      ].filter(({ citers }) => citers > 0),
    },
  ];
}

const kind = (term: QueryTerm, label: string, citers: number): Value => ({ term, label, citers });

const LABEL_WORDS: Readonly<Record<CiterFacets["labels"][number]["value"], string>> = {
  agreed: "people agree",
  single: "one vote",
  contested: "contested",
  unclear: "unclear",
  unlabelled: "no vote",
  suggested: "suggested only",
};

const MOST_YEARS = 12;

/** Single years, newest first; when they are many, spans of five or ten. */
function yearValues(years: CiterFacets["years"]): Value[] {
  const [first, last] = [years[0]?.value ?? 0, years.at(-1)?.value ?? 0];
  const width = [1, 5, 10, 50, 100].find((years) => (last - first) / years < MOST_YEARS) ?? 1000;
  const spans = new Map<number, number>();
  for (const { value, citers } of years) {
    const from = value - (value % width);
    spans.set(from, (spans.get(from) ?? 0) + citers);
  }
  return [...spans]
    .sort(([a], [b]) => b - a)
    .map(([from, citers]) => ({
      term: { key: "year", not: false, values: [{ from, to: from + width - 1 }] },
      label: width === 1 ? String(from) : `${from}–${from + width - 1}`,
      citers,
    }));
}
