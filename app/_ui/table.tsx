import type { ReactNode } from "react";

/** A column: its name, and what stands in its head where the name is too long; the name is then still read out. */
interface Column {
  name: string;
  sign?: string;
}

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
    <table className="mt-2 border-collapse text-ui text-ink tabular-nums">
      <thead className="text-small text-soft">
        <tr>
          <th scope="col" className="pe-3 text-start font-medium">
            {first?.name}
          </th>
          {others.map(({ name, sign }) => (
            <th key={name} scope="col" className="ps-3 text-end font-medium">
              {sign === undefined ? name : <SignedName name={name} sign={sign} />}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.head} className="border-t border-line">
            <th scope="row" className="py-1 pe-3 text-start font-normal">
              {row.head}
            </th>
            {row.cells.map((cell, column) => (
              <td key={others[column]?.name} className="ps-3 text-end">
                {cell}
              </td>
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
