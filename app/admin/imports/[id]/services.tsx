import { sourceName } from "@/app/_citation/source-name";
import { Table } from "@/app/_ui/table";
import { withThousands } from "@/lib/citation/count";
import type { SourceOutcome } from "@/lib/import/report";
import { problemText } from "@/lib/sources/outcome";

const figure = (n: number | null) => (n === null ? "–" : withThousands(n));

/** What the open services gave, side by side: how many citers each counts and listed, and which of them failed. */
export function Services({ sources }: { sources: readonly SourceOutcome[] }) {
  if (sources.length === 0) return null;
  const problems = sources.flatMap((source) => problemText(source) ?? []);
  return (
    <section>
      <h3 className="text-ui font-semibold">Citing papers by service</h3>
      <div className="overflow-x-auto">
        <Table
          columns={[{ name: "service" }, { name: "counted" }, { name: "listed" }]}
          rows={sources.map(({ source, counted, listed }) => ({
            head: sourceName(source),
            cells: [figure(counted), figure(listed)],
          }))}
        />
      </div>
      {problems.length === 0 ? null : (
        <ul className="mt-2 space-y-1 text-ui text-soft [overflow-wrap:anywhere]">
          {problems.map((problem) => (
            <li key={problem}>{problem}.</li>
          ))}
        </ul>
      )}
    </section>
  );
}
