import { count } from "@/lib/citation/count";
import { citersWhere } from "./citers-where";
import { termsOfYear } from "./figure-terms";
import type { YearColumn } from "./year-columns";

/**
 * Makes every column of a chart a way to the citers of its year, for pointers alone: the table below the chart has the
 * same ways for everybody. `pitch`: the part of the width that a column has.
 */
export function YearLinks({
  slug,
  columns,
  pitch,
}: {
  slug: string;
  columns: readonly YearColumn[];
  pitch: number;
}) {
  return (
    <div aria-hidden="true" className="absolute inset-0 print:hidden">
      {columns.map(({ year, citers }, index) =>
        citers === 0 ? null : (
          <a
            key={year}
            href={citersWhere(slug, termsOfYear(year))}
            tabIndex={-1}
            rel="nofollow"
            title={`${count(citers, "citer")} of ${year}`}
            className="absolute inset-y-0 rounded hover:bg-accent/8"
            style={{ left: `${100 * pitch * index}%`, width: `${100 * pitch}%` }}
          >
            <span className="sr-only">{year}</span>
          </a>
        ),
      )}
    </div>
  );
}
