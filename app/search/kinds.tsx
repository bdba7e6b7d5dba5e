import { ViewLinks } from "@/app/_ui/view-links";
import { COUNTED_UP_TO } from "@/db/queries/search";
import { SEARCH_KINDS, type SearchKind } from "@/db/queries/search-conditions";
import { withThousands } from "@/lib/citation/count";
import { type SiteSearch, searchHref } from "./search-params";

export const KIND_NAMES: Readonly<Record<SearchKind, string>> = {
  hubs: "Hubs",
  citers: "Citing papers",
  sentences: "Sentences",
};

/** A count that stops at a bound. */
export const counted = (n: number) =>
  n > COUNTED_UP_TO ? `${withThousands(COUNTED_UP_TO)}+` : withThousands(n);

/** The kinds of things that were found, each with its number and the way to it. */
export function Kinds({
  search,
  shown,
  counts,
}: {
  search: SiteSearch;
  shown: SearchKind;
  counts: Readonly<Record<SearchKind, number>>;
}) {
  return (
    <ViewLinks
      label="Kinds of results"
      className="mt-6 border-b border-line"
      shown={shown}
      views={SEARCH_KINDS.map((kind) => ({
        name: kind,
        href: searchHref({ text: search.text, kind, sort: search.sort }),
        text: KIND_NAMES[kind],
        count: counted(counts[kind]),
      }))}
    />
  );
}
