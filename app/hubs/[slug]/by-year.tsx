import { labelledOf, totalOf } from "@/app/_citation/polarity-tally";
import { Empty } from "@/app/_ui/empty";
import { Section } from "@/app/_ui/section";
import { Table } from "@/app/_ui/table";
import type { SuggestedFigures } from "@/db/queries/suggested";
import { share } from "@/lib/citation/count";
import { POLARITIES, POLARITY_SIGNS } from "@/lib/citation/polarity";
import { YearChart } from "./year-chart";
import { hasGaps, type YearColumn, yearColumns } from "./year-columns";

/** When the citing papers appeared, and how they judge the hub. */
export function ByYear({ suggested }: { suggested: SuggestedFigures }) {
  const { years, firstContrasting, firstReplication } = suggested;
  const columns = yearColumns(years);
  const citers = years.reduce((sum, { polarities }) => sum + totalOf(polarities), 0);
  const unknown = years
    .filter(({ year }) => year === null)
    .reduce((sum, one) => sum + totalOf(one.polarities), 0);
  const isLabelled = columns.some(({ polarities }) => labelledOf(polarities) > 0);
  return (
    <Section id="by-year" title="By year">
      {columns.length === 0 ? (
        <Empty>{citers === 0 ? "No citing paper is known yet." : "No citing paper has a known year."}</Empty>
      ) : (
        <>
          <YearChart
            columns={columns}
            marks={[
              {
                year: firstContrasting,
                word: "first contrasting",
                ink: "fill-contrasting-ink stroke-contrasting",
              },
              { year: firstReplication, word: "first replication", ink: "fill-accent stroke-accent" },
            ]}
          />
          <p className="mt-1 text-small text-soft">
            {isLabelled
              ? "Citers by suggested polarity, in the colours above; dashed: none suggested."
              : "Citers; nobody has voted, and no polarity is suggested."}
            {hasGaps(columns) ? " Years without a citing paper are left out." : ""}
            {unknown === 0 ? "" : ` The year of ${share(unknown, citers)} citers is not known.`}
          </p>
          <details className="mt-2 text-small text-soft">
            <summary>as a table</summary>
            <YearTable columns={columns} isLabelled={isLabelled} />
          </details>
        </>
      )}
    </Section>
  );
}

function YearTable({ columns, isLabelled }: { columns: readonly YearColumn[]; isLabelled: boolean }) {
  const parts = isLabelled ? POLARITIES : [];
  return (
    <Table
      columns={[
        { name: "Year" },
        { name: "citers" },
        ...parts.map((polarity) => ({ name: polarity, sign: POLARITY_SIGNS[polarity] })),
      ]}
      rows={columns.map(({ year, citers, polarities }) => ({
        head: year,
        cells: [citers, ...parts.map((polarity) => polarities[polarity])].map((n) => n.toLocaleString("en")),
      }))}
    />
  );
}
