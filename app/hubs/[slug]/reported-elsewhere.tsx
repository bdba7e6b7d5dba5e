import { sourceName } from "@/app/_citation/source-name";
import { Section } from "@/app/_ui/section";
import type { listReportedCounts } from "@/db/queries/hub";
import { count, share } from "@/lib/citation/count";

type Reported = Awaited<ReturnType<typeof listReportedCounts>>[number];

/** Counts that other sites give of the hub as a whole; absent when there are none. */
export function ReportedElsewhere({ reported }: { reported: readonly Reported[] }) {
  if (reported.length === 0) return null;
  const sources = [...new Set(reported.map((row) => row.source))];
  return (
    <Section id="reported" title="Reported elsewhere" aside>
      {sources.map((source) => (
        <Report key={source} source={source} rows={reported.filter((row) => row.source === source)} />
      ))}
    </Section>
  );
}

function Report({ source, rows }: { source: string; rows: readonly Reported[] }) {
  const labels = rows.some((row) => row.axis !== "citers");
  return (
    <p className="max-w-[66ch] text-ui">
      {sourceName(source)} reports{" "}
      {rows.map((row, index) => (
        <span key={`${row.axis} ${row.value}`}>
          {index === 0 ? "" : index === rows.length - 1 ? " and " : ", "}
          <ReportedFigure row={row} />
        </span>
      ))}
      .{labels ? " Which citers it means is not said, so no citer is labelled by it." : ""}
    </p>
  );
}

function ReportedFigure({ row }: { row: Reported }) {
  const { axis, value, count: n, total } = row;
  if (axis === "citers") return count(n, value, value);
  return (
    <>
      {value} <b className="font-semibold">{total === null ? count(n, "citer") : share(n, total)}</b>
    </>
  );
}
