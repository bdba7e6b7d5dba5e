import { count } from "@/lib/citation/count";
import { citersWhere } from "./citers-where";
import { termsOfYear } from "./figure-terms";
import type { YearColumn } from "./year-columns";

/**
 * Makes every column of a chart a way to the citers of its year, for pointers alone: the table below the chart has the
 * same ways for everybody. `part`: the part of the width that all columns have together.
 */
export function YearLinks({
  slug,
  columns,
  part,
}: {
  slug: string;
  columns: readonly YearColumn[];
  part: number;
}) {
  return (
    <div
      aria-hidden="true"
      className="absolute inset-y-0 left-0 flex indent-[200%] whitespace-nowrap *:flex-1 *:overflow-hidden *:rounded [&>a]:hover:bg-accent/8 print:hidden"
      style={{ width: `${100 * part}%` }}
    >
      {columns.map(({ year, citers }) =>
        citers === 0 ? (
          <span key={year} />
        ) : (
          <a
            key={year}
            href={citersWhere(slug, termsOfYear(year))}
            tabIndex={-1}
            rel="nofollow"
            title={`${count(citers, "citer")} of ${year}`}
          >
            {year}
          </a>
        ),
      )}
    </div>
  );
}
