import { shownPolarities, toldOf } from "@/app/_citation/polarity-tally";
import { Table } from "@/app/_ui/table";
import type { PolarityCounts } from "@/db/queries/suggested";
import { count, share } from "@/lib/citation/count";
import type { CountedUnit } from "@/lib/citation/reading";
import { FEWEST_FOR_SHARE, formatInterval, wilsonInterval } from "@/lib/citation/wilson";

/** The same as the bar with the share of each polarity and how sure it is. Unclear ones are left out of shares. */
export function PolarityTable({ counts, unit }: { counts: PolarityCounts; unit: CountedUnit }) {
  const told = toldOf(counts);
  const grey = told < FEWEST_FOR_SHARE ? "text-soft" : "";
  const rows = shownPolarities(counts).map((polarity) => {
    const isTold = polarity !== "unclear" && told > 0;
    return {
      head: polarity,
      cells: [
        counts[polarity].toLocaleString("en"),
        isTold ? share(counts[polarity], told) : "–",
        isTold ? (
          <span key="interval" className={grey}>
            {formatInterval(wilsonInterval(counts[polarity], told))}
          </span>
        ) : (
          "–"
        ),
      ],
    };
  });
  return (
    <details className="mt-3 text-small text-soft">
      <summary>as a table, with shares</summary>
      <Table
        columns={[{ name: "Polarity" }, { name: unit }, { name: "share" }, { name: "95\u00a0% interval" }]}
        rows={rows}
      />
      <p className="mt-2">
        Shares are of the {count(told, unit === "citers" ? "citer" : "sentence")} with a suggested polarity
        other than unclear; Wilson intervals.
      </p>
    </details>
  );
}
