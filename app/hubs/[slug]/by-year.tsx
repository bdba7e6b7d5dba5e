import { signOf } from "@/app/_citation/polarity-look";
import type { PolarityPart } from "@/app/_citation/polarity-parts";
import { Empty } from "@/app/_ui/empty";
import { Section } from "@/app/_ui/section";
import { Table } from "@/app/_ui/table";
import { count, share, withThousands } from "@/lib/citation/count";
import type { LabelKind } from "@/lib/citation/label-kind";
import { POLARITIES } from "@/lib/citation/polarity";
import { termsOfYear } from "./figure-terms";
import { FilterLink } from "./filter-link";
import type { ReceptionYears } from "./reception-years";
import { YearChart } from "./year-chart";
import { citersOf, hasGaps, type YearColumn, yearColumns } from "./year-columns";

/** When the citing papers appeared, and how they judge the hub. */
export function ByYear({ slug, reception }: { slug: string; reception: ReceptionYears }) {
  const { labels, years, firstContrasting, firstReplication } = reception;
  const columns = yearColumns(years);
  const citers = years.reduce((sum, { parts }) => sum + citersOf(parts), 0);
  const unknown = years
    .filter(({ year }) => year === null)
    .reduce((sum, { parts }) => sum + citersOf(parts), 0);
  const isLabelled = columns.some(({ parts }) => parts.some(({ kind }) => kind !== "none"));
  return (
    <Section id="by-year" title="By year">
      {columns.length === 0 ? (
        <Empty>{citers === 0 ? "No citing paper is known yet." : "No citing paper has a known year."}</Empty>
      ) : (
        <>
          <YearChart
            slug={slug}
            columns={columns}
            labels={labels}
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
            {isLabelled ? LEGENDS[labels] : "Citers; nobody has voted, and no polarity is suggested."}
            {hasGaps(columns) ? " Years without a citing paper are left out." : ""}
            {unknown === 0 ? "" : ` The year of ${share(unknown, citers)} citers is not known.`}
          </p>
          <details className="mt-2 text-small text-soft">
            <summary>as a table</summary>
            <YearTable slug={slug} columns={columns} />
          </details>
        </>
      )}
    </Section>
  );
}

const LEGENDS: Readonly<Record<LabelKind, string>> = {
  vote: "Citers by voted polarity, in the colours above; dashed: no vote yet.",
  suggestion: "Citers by suggested polarity, in the colours above; dashed: none suggested.",
};

/** The columns as figures; of what no year has, a column is left out. */
function YearTable({ slug, columns }: { slug: string; columns: readonly YearColumn[] }) {
  const has = (value: PolarityPart["value"]) => columns.some(({ parts }) => countOf(parts, value) > 0);
  const isLabelled = POLARITIES.some(has) || has("contested");
  const values = isLabelled ? [...POLARITIES, ...(has("contested") ? (["contested"] as const) : [])] : [];
  return (
    <Table
      columns={[
        { name: "Year" },
        { name: "citers" },
        ...values.map((value) => ({ name: value, sign: signOf(value) })),
      ]}
      rows={columns.map(({ year, citers, parts }) => ({
        head: year,
        cells: [
          citers === 0 ? (
            0
          ) : (
            <FilterLink
              key="citers"
              slug={slug}
              terms={termsOfYear(year)}
              name={`${count(citers, "citer")} of ${year}`}
            >
              {withThousands(citers)}
            </FilterLink>
          ),
          ...values.map((value) => withThousands(countOf(parts, value))),
        ],
      }))}
    />
  );
}

const countOf = (parts: readonly PolarityPart[], value: PolarityPart["value"]) =>
  citersOf(parts.filter((part) => part.value === value));
