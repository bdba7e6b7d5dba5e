import type { Route } from "next";
import { Empty } from "@/app/_ui/empty";
import { PageLink } from "@/app/_ui/page-link";
import type { SearchKind } from "@/db/queries/search-conditions";
import { QUERY_KEYS } from "@/lib/citation/query";
import { KIND_NAMES } from "./kinds";
import { type SiteSearch, searchHref } from "./search-params";

/** Why a list is empty, and what to try. */
export function NothingFound({
  search,
  shown,
  counts,
}: {
  search: SiteSearch;
  shown: SearchKind;
  counts: Readonly<Record<SearchKind, number>>;
}) {
  const others = (Object.keys(counts) as SearchKind[]).filter((kind) => counts[kind] > 0);
  if (search.after !== null && counts[shown] > 0) return <Empty>The list ends before this page.</Empty>;
  return (
    <div className="space-y-3">
      <Empty>
        {others.length > 0 ? (
          <>
            No {KIND_NAMES[shown].toLowerCase()}, but there are{" "}
            {others.map((kind, i) => (
              <span key={kind}>
                {i === 0 ? "" : " and "}
                <PageLink href={searchHref({ text: search.text, kind, sort: search.sort })}>
                  {KIND_NAMES[kind].toLowerCase()}
                </PageLink>
              </span>
            ))}
            .
          </>
        ) : (
          "Nothing on this site meets all terms of the query."
        )}
      </Empty>
      <Tips />
    </div>
  );
}

const EXAMPLES = ["polarity:contrasting", "role:method year:2020..", "label:contested", "is:retracted"];

/** What can be looked for. */
export function Tips() {
  return (
    <div className="max-w-[66ch] text-ui text-soft">
      <p className="mb-3">
        Words find hubs, the papers that cite them and the sentences in which they do;{" "}
        <PageLink href="/hubs">all hubs</PageLink> are on one list.
      </p>
      <ul className="list-disc space-y-1 ps-5">
        <li>All terms must hold: leave one out to find more.</li>
        <li>The beginning of a word finds the rest of it; accents and capitals do not matter.</li>
        <li>
          Terms with a colon ask for labels and facts: {QUERY_KEYS.join(", ")}. Those that only a citation has
          find no hubs.
        </li>
      </ul>
      <p className="mt-3">
        For example:{" "}
        {EXAMPLES.map((text, i) => (
          <span key={text}>
            {i === 0 ? "" : ", "}
            <PageLink href={searchHref({ text }) as Route} className="font-mono text-small">
              {text}
            </PageLink>
          </span>
        ))}
      </p>
    </div>
  );
}
