import { PageLink } from "@/app/_ui/page-link";
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
    <nav aria-label="Kinds of results" className="mt-6 border-b border-line">
      <ul className="flex flex-wrap gap-x-6">
        {SEARCH_KINDS.map((kind) => (
          <li key={kind}>
            <PageLink
              href={searchHref({ text: search.text, kind, sort: search.sort })}
              aria-current={kind === shown ? "page" : undefined}
              className={`-mb-px flex items-baseline gap-x-2 border-b-2 py-2.5 text-ui no-underline ${
                kind === shown
                  ? "border-spark font-semibold text-ink"
                  : "border-transparent text-soft hover:text-ink hover:underline"
              }`}
            >
              {KIND_NAMES[kind]}{" "}
              <span className="text-small font-normal tabular-nums text-soft">{counted(counts[kind])}</span>
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
