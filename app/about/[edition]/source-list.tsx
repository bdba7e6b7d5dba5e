import { sourceName } from "@/app/_citation/source-name";
import { Empty } from "@/app/_ui/empty";
import type { listSources } from "@/db/queries/sources";
import { sourceTerms } from "./known-sources";

type Source = Awaited<ReturnType<typeof listSources>>[number];

/** Every source that the data name, what it supplied, and its terms. */
export function SourceList({ sources }: { sources: readonly Source[] }) {
  if (sources.length === 0) return <Empty>There are no data yet, and so no sources.</Empty>;
  return (
    <dl className="max-w-[74ch] text-ui">
      {sources.map((source) => (
        <SourceEntry key={source.source} source={source} />
      ))}
    </dl>
  );
}

function SourceEntry({ source: { source, supplies } }: { source: Source }) {
  const { home, terms, statedAt } = sourceTerms(source);
  return (
    <div className="grid gap-x-6 border-t border-line py-2 sm:grid-cols-[12rem_minmax(0,1fr)]">
      <dt className="font-medium [overflow-wrap:anywhere]">
        {home === null ? sourceName(source) : <a href={home}>{sourceName(source)}</a>}
      </dt>
      <dd className="text-soft">
        {supplies.join(", ")}; {statedAt === null ? terms : <a href={statedAt}>{terms}</a>}
      </dd>
    </div>
  );
}
