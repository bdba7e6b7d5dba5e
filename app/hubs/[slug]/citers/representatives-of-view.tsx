import { PageLink } from "@/app/_ui/page-link";
import type { HubFigures } from "@/db/queries/hub-figures";
import { listRepresentativesOf, MOST_CANDIDATES } from "@/db/queries/representatives";
import { count, withThousands } from "@/lib/citation/count";
import { MOST_REPRESENTATIVES } from "@/lib/citation/representative";
import { database } from "@/lib/database";
import { RepresentativeList } from "../representative-list";
import { type CiterSearch, citerInViewHref } from "./search-params";

/**
 * The papers that stand for those that a query leaves, before its first page. Nothing where the page lists no more than
 * would be chosen; of all papers, where to find those of the hub.
 */
export async function RepresentativesOfView({
  hub,
  search,
  total,
  figures,
}: {
  hub: { id: number; slug: string };
  search: CiterSearch;
  total: number;
  figures: Pick<HubFigures, "voted" | "suggested">;
}) {
  if (search.after !== null || total <= MOST_REPRESENTATIVES) return null;
  if (search.query.terms.length === 0)
    return (
      <p className="mb-3 text-small">
        <PageLink href={`/hubs/${hub.slug}#representative`}>Representative papers</PageLink>
        <span className="text-soft"> stand for all on the hub’s page.</span>
      </p>
    );
  if (total > MOST_CANDIDATES)
    return (
      <p className="mb-3 text-small text-soft">
        Representative papers are chosen among at most {withThousands(MOST_CANDIDATES)}: narrow the list to
        see them.
      </p>
    );
  const papers = await listRepresentativesOf(database(), hub.id, search.query);
  if (papers.length === 0) return null;
  return (
    <details className="mb-5 border-y border-line py-2.5">
      <summary className="text-ui font-medium text-accent">
        {count(papers.length, "paper")} that {papers.length === 1 ? "stands" : "stand"} for these{" "}
        {withThousands(total)}
      </summary>
      <p className="mt-2 mb-3 max-w-[74ch] text-small text-soft">
        Chosen within this filter, by the rule of the hub’s page: each reason speaks of these{" "}
        {count(total, "paper")} alone.
      </p>
      <RepresentativeList
        papers={papers}
        figures={figures}
        hrefOf={(workId) => citerInViewHref(hub.slug, workId, search)}
      />
    </details>
  );
}
