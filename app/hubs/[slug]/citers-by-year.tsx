import { Empty } from "@/app/_ui/empty";
import { Section } from "@/app/_ui/section";
import { share } from "@/lib/citation/count";
import { type YearCount, yearColumns, yearSpan } from "./year-columns";

const LABELLED_COLUMNS = 12;

/** When the citing papers appeared: columns, and the same as a table. */
export function CitersByYear({ years, citers }: { years: readonly YearCount[]; citers: number }) {
  const columns = yearColumns(years);
  const unknown = years.find((row) => row.year === null)?.citers ?? 0;
  return (
    <Section id="by-year" title="By year" note={yearSpan(years) ?? undefined}>
      {columns.length === 0 ? (
        <Empty>{citers === 0 ? "No citing paper is known yet." : "No citing paper has a known year."}</Empty>
      ) : (
        <>
          <Columns columns={columns} />
          {hasGaps(columns) ? (
            <p className="mt-2 text-small text-soft">Years without a citing paper are left out.</p>
          ) : null}
          <details className="mt-3 text-small text-soft">
            <summary>as a table</summary>
            <YearTable columns={columns} />
          </details>
        </>
      )}
      {unknown === 0 ? null : (
        <p className="mt-2 text-small text-soft">The year of {share(unknown, citers)} citers is not known.</p>
      )}
    </Section>
  );
}

function hasGaps(columns: readonly { year: number }[]): boolean {
  const [first, last] = [columns[0], columns.at(-1)];
  return first !== undefined && last !== undefined && last.year - first.year >= columns.length;
}

function Columns({ columns }: { columns: readonly { year: number; citers: number }[] }) {
  const most = Math.max(...columns.map((column) => column.citers));
  const step = Math.ceil(columns.length / LABELLED_COLUMNS);
  const text = columns.filter((column) => column.citers > 0).map(({ year, citers }) => `${year}: ${citers}`);
  return (
    <div
      role="img"
      aria-label={`Citing papers by year. ${text.join(", ")}.`}
      className="flex max-w-[640px] items-end gap-[3px] text-center text-tiny text-soft sm:gap-2"
    >
      {columns.map(({ year, citers }, index) => (
        <div key={year} className="max-w-[64px] min-w-0 flex-1">
          {step === 1 ? (
            <div className="font-semibold text-ink">{citers === 0 ? "" : citers.toLocaleString("en")}</div>
          ) : null}
          <div
            className={citers === 0 ? "" : "rounded-t-sm border border-b-0 border-edge bg-neutral/25"}
            style={{ height: `${Math.round((96 * citers) / most)}px`, minHeight: citers > 0 ? "3px" : 0 }}
          />
          <div className="h-6 overflow-visible border-t border-edge pt-1 whitespace-nowrap">
            {index % step === 0 ? year : ""}
          </div>
        </div>
      ))}
    </div>
  );
}

function YearTable({ columns }: { columns: readonly { year: number; citers: number }[] }) {
  return (
    <table className="mt-2 border-collapse text-ui text-ink">
      <thead className="text-small text-soft">
        <tr>
          <th scope="col" className="pe-8 text-start font-medium">
            Year
          </th>
          <th scope="col" className="text-end font-medium">
            Citing papers
          </th>
        </tr>
      </thead>
      <tbody>
        {columns.map(({ year, citers }) => (
          <tr key={year} className="border-t border-line">
            <th scope="row" className="py-1 pe-8 text-start font-normal">
              {year}
            </th>
            <td className="text-end">{citers.toLocaleString("en")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
