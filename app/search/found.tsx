import { CiterItem } from "@/app/_citation/citer-item";
import { FoundSentenceItem } from "@/app/_citation/found-sentence-item";
import { HubItem } from "@/app/_citation/hub-item";
import type { Db } from "@/db/client";
import { listHubsByNumber } from "@/db/queries/hubs";
import type { Found as FoundRow } from "@/db/queries/search";
import type { SearchKind } from "@/db/queries/search-conditions";
import { listFoundCiters, listFoundSentences } from "@/db/queries/search-results";
import type { Query } from "@/lib/citation/query";

/** The list of what was found of one kind. */
export async function Found({
  db,
  kind,
  found,
  query,
}: {
  db: Db;
  kind: SearchKind;
  found: readonly FoundRow[];
  query: Query;
}) {
  if (kind === "hubs") {
    const ids = found.map(({ hubId }) => hubId);
    const hubs = await listHubsByNumber(db, ids);
    return (
      <ol>
        {hubs.map((hub) => (
          <HubItem key={hub.id} hub={hub} marked={query} />
        ))}
      </ol>
    );
  }
  if (kind === "citers") {
    const citers = await listFoundCiters(db, found);
    return (
      <ol>
        {citers.map((citer) => (
          <CiterItem
            key={`${citer.hubId} ${citer.workId}`}
            citer={citer}
            query={query}
            about={{ slug: citer.hubSlug, title: citer.hubTitle }}
          />
        ))}
      </ol>
    );
  }
  const sentences = await listFoundSentences(db, found);
  return (
    <ol>
      {sentences.map((sentence) => (
        <FoundSentenceItem key={sentence.id} sentence={sentence} query={query} aboutHub />
      ))}
    </ol>
  );
}
