import type { ReactNode } from "react";

/** A column: its name, and what stands in its head where the name is too long; the name is then still read out. */
interface Column {
  name: string;
  sign?: string;
}

/** Said once of the table and not of every cell, because a table may have a row for each of many years. */
const LOOK = [
  "mt-2 border-collapse text-ui text-ink tabular-nums",
  "[&_tbody_tr]:border-t [&_tbody_tr]:border-line",
  "[&_td]:ps-3 [&_td]:text-end",
  "[&_th]:ps-3 [&_th]:text-end [&_th]:font-medium [&_tbody_th]:py-1 [&_tbody_th]:font-normal",
  "[&_th:first-child]:ps-0 [&_th:first-child]:pe-3 [&_th:first-child]:text-start",
].join(" ");

/** A table of figures: the first column names the row, the others stand under each other to the right. */
export function Table({
  columns,
  rows,
}: {
  columns: readonly Column[];
  rows: readonly { head: string | number; cells: readonly ReactNode[] }[];
}) {
  const [first, ...others] = columns;
  return (
    <table className={LOOK}>
      <thead className="text-small text-soft">
        <tr>
          <th scope="col">{first?.name}</th>
          {others.map(({ name, sign }) => (
            <th key={name} scope="col">
              {sign === undefined ? name : <SignedName name={name} sign={sign} />}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.head}>
            <th scope="row">{row.head}</th>
            {row.cells.map((cell, column) => (
              <td key={others[column]?.name}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SignedName({ name, sign }: Required<Column>) {
  return (
    <>
      <span aria-hidden="true" title={name}>
        {sign}
      </span>
      <span className="sr-only">{name}</span>
    </>
  );
}
