import type { Metadata } from "next";
import { OrderField } from "@/app/_citation/order-field";
import { QueryHelp } from "@/app/_citation/query-help";
import { QueryProblems } from "@/app/_citation/query-problems";
import { SearchBox } from "@/app/_citation/search-box";
import { PageHead } from "@/app/_ui/page-head";
import { Pager } from "@/app/_ui/pager";
import {
  countFound,
  RANKED_UP_TO,
  SEARCH_SORTS,
  type SearchSort,
  search as searchSite,
} from "@/db/queries/search";
import { SEARCH_KINDS, type SearchKind } from "@/db/queries/search-conditions";
import { withThousands } from "@/lib/citation/count";
import { database } from "@/lib/database";
import { Found } from "./found";
import { counted, KIND_NAMES, Kinds } from "./kinds";
import { NothingFound, Tips } from "./nothing-found";
import { readSiteSearch, type SiteSearch, searchHref } from "./search-params";

const PAGE_SIZE = 25;

export async function generateMetadata({ searchParams }: PageProps<"/search">): Promise<Metadata> {
  const { text } = readSiteSearch(await searchParams);
  return {
    title: text === "" ? "Search" : `Search: ${text.slice(0, 80)}`,
    description: "Search the hubs, the papers that cite them, and the sentences in which they do.",
    alternates: { canonical: "/search" },
    robots: text === "" ? undefined : { index: false, follow: true },
  };
}

export default async function SearchPage({ searchParams }: PageProps<"/search">) {
  const search = readSiteSearch(await searchParams);
  const { text, kind, sort, query, problems } = search;
  return (
    <>
      <PageHead title="Search" />
      <SearchBox text={text} label="Words, or terms such as role:method">
        {kind === null ? null : <input type="hidden" name="kind" value={kind} />}
        <OrderField sort={sort} sorts={SEARCH_SORTS} />
      </SearchBox>
      <QueryHelp />
      <QueryProblems
        text={text}
        problems={problems}
        hrefOf={(mended) => searchHref({ text: mended, kind, sort })}
      />
      {query.terms.length === 0 ? (
        <div className="mt-7">
          <Tips />
        </div>
      ) : (
        <Results search={search} />
      )}
    </>
  );
}

async function Results({ search }: { search: SiteSearch }) {
  const { text, query, sort, after } = search;
  const db = database();
  const counts = await countFound(db, query);
  const kind = search.kind ?? SEARCH_KINDS.find((one) => counts[one] > 0) ?? "hubs";
  const { found, next } = await searchSite(db, kind, query, { sort, after, limit: PAGE_SIZE });
  return (
    <>
      <Kinds search={search} shown={kind} counts={counts} />
      <section aria-labelledby="found" className="mt-5">
        <h2 id="found" className="text-ui font-semibold">
          {KIND_NAMES[kind]}: {counted(counts[kind])}
        </h2>
        <OrderNote kind={kind} sort={sort} total={counts[kind]} />
        <div className="mt-2">
          {found.length === 0 ? (
            <NothingFound search={search} shown={kind} counts={counts} />
          ) : (
            <Found db={db} kind={kind} found={found} query={query} />
          )}
        </div>
        <Pager
          label="Pages of results"
          first={after === null ? null : searchHref({ text, kind, sort })}
          next={next === null ? null : searchHref({ text, kind, sort, after: next })}
        />
      </section>
    </>
  );
}

/** What a number counts where that is not plain, and what the order leaves out. */
function OrderNote({ kind, sort, total }: { kind: SearchKind; sort: SearchSort; total: number }) {
  const notes = [
    kind === "citers" && total > 0 ? "A paper that cites several hubs stands here once for each." : "",
    sort === "relevance" && total > RANKED_UP_TO
      ? `The best of the ${withThousands(RANKED_UP_TO)} that were added last; ordered by date, all are shown.`
      : "",
  ].filter((note) => note !== "");
  return notes.length === 0 ? null : <p className="mt-1 text-small text-soft">{notes.join(" ")}</p>;
}
