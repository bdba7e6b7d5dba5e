import type { Metadata } from "next";
import { permanentRedirect, redirect } from "next/navigation";
import { DemonstrationNotice } from "@/app/_citation/demonstration-notice";
import { FoundSentenceItem } from "@/app/_citation/found-sentence-item";
import { OrderField } from "@/app/_citation/order-field";
import { QueryHelp } from "@/app/_citation/query-help";
import { QueryProblems } from "@/app/_citation/query-problems";
import { SearchBox } from "@/app/_citation/search-box";
import { plainTitle, TitleText } from "@/app/_citation/title-text";
import { Empty } from "@/app/_ui/empty";
import { PageHead } from "@/app/_ui/page-head";
import { PageLink } from "@/app/_ui/page-link";
import { Pager } from "@/app/_ui/pager";
import { readSiteSearch, type SiteSearch } from "@/app/search/search-params";
import { countCiters } from "@/db/queries/citers";
import { COUNTED_UP_TO, countSentences, SEARCH_SORTS, search as searchHub } from "@/db/queries/search";
import { listFoundSentences } from "@/db/queries/search-results";
import { count, share, withThousands } from "@/lib/citation/count";
import { EVERYTHING } from "@/lib/citation/query";
import { database } from "@/lib/database";
import { ActiveTerms } from "../citers/active-terms";
import { citersHref } from "../citers/search-params";
import { UnitLinks } from "../citers/unit-links";
import { findMovedHub, loadHub } from "../load-hub";
import { sentencesHref } from "./sentences-href";

const PAGE_SIZE = 50;

type Props = PageProps<"/hubs/[slug]/sentences">;
export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const hub = await loadHub((await params).slug);
  if (hub === null) return {};
  const { text } = readSiteSearch(await searchParams);
  return {
    title: `Sentences on ${plainTitle(hub.title)}`,
    description: `The sentences in which papers cite “${plainTitle(hub.title)}”.`,
    alternates: { canonical: sentencesHref(hub.slug) },
    robots: text === "" ? undefined : { index: false, follow: true },
  };
}

/** The sentences of a hub's citers under a query; a sentence says the free words, its citation meets the other terms. */
export default async function SentencesPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const hub = await loadHub(slug);
  const view = readSiteSearch(await searchParams);
  if (hub === null) {
    const moved = await findMovedHub(slug);
    if (moved !== null) permanentRedirect(sentencesHref(moved, view));
    // The hub's page says that there is no such hub, also to readers without script; see CONTRIBUTING.md.
    redirect(`/hubs/${encodeURIComponent(slug)}`);
  }
  const { text, query, problems, sort, after } = view;
  const db = database();
  const [papers, sentences, known, { found, next }] = await Promise.all([
    countCiters(db, hub.id, query),
    countSentences(db, hub.id, query),
    countSentences(db, hub.id, EVERYTHING),
    searchHub(db, "sentences", query, { sort, after, limit: PAGE_SIZE, hubId: hub.id }),
  ]);
  return (
    <>
      {hub.demonstration ? <DemonstrationNotice /> : null}
      <PageHead
        eyebrow={`Hub · ${hub.year ?? "year not known"}`}
        title="Citing sentences"
        byline={
          <p className="font-serif text-lede leading-snug">
            on{" "}
            <PageLink href={`/hubs/${hub.slug}`}>
              <TitleText title={hub.title} />
            </PageLink>
          </p>
        }
      />
      <div className="border-t border-line pt-5">
        <SearchBox action={sentencesHref(hub.slug)} text={text} label="Words, or terms such as role:method">
          <OrderField sort={sort} sorts={SEARCH_SORTS} />
        </SearchBox>
      </div>
      <QueryHelp />
      <QueryProblems
        text={text}
        problems={problems}
        hrefOf={(mended) => sentencesHref(hub.slug, { text: mended, sort })}
      />
      <ActiveTerms query={query} hrefOf={(text) => sentencesHref(hub.slug, { text, sort })} />
      <div className="mt-5 max-w-[860px]">
        <UnitLinks
          shown="sentences"
          papers={{ href: citersHref(hub.slug, { text }), count: papers }}
          sentences={{ href: sentencesHref(hub.slug, { text }), count: sentences }}
        />
        <h2 className="mt-5 text-ui font-semibold">{countedOf(sentences, known)}</h2>
        {found.length === 0 ? (
          <div className="mt-5">
            <NoSentences slug={hub.slug} view={view} known={known} />
          </div>
        ) : (
          <ol className="mt-2">
            {(await listFoundSentences(db, found)).map((sentence) => (
              <FoundSentenceItem key={sentence.id} sentence={sentence} query={query} aboutHub={false} />
            ))}
          </ol>
        )}
        <Pager
          label="Pages of sentences"
          first={after === null ? null : sentencesHref(hub.slug, { text, sort })}
          next={next === null ? null : sentencesHref(hub.slug, { text, sort, after: next })}
        />
      </div>
    </>
  );
}

/** Why the list is empty, and the way on. */
function NoSentences({ slug, view, known }: { slug: string; view: SiteSearch; known: number }) {
  if (known === 0)
    return (
      <Empty>
        No sentence is known yet in which a paper cites this hub. Imports bring them, and whoever has an
        account can add one on the page of a <PageLink href={citersHref(slug)}>citing paper</PageLink>.
      </Empty>
    );
  if (view.after !== null) return <Empty>The list ends before this page.</Empty>;
  return (
    <Empty>
      No sentence has these words in a paper that meets the other terms. Take one away above, look among the{" "}
      <PageLink href={citersHref(slug, { text: view.text })}>papers</PageLink>, or{" "}
      <PageLink href={sentencesHref(slug)}>clear the search</PageLink> to see all sentences.
    </Empty>
  );
}

/** "9 of 77 sentences"; counting stops at a bound. */
function countedOf(sentences: number, known: number): string {
  if (known <= COUNTED_UP_TO)
    return sentences === known ? count(known, "sentence") : `${share(sentences, known)} sentences`;
  if (sentences <= COUNTED_UP_TO) return count(sentences, "sentence");
  return `More than ${withThousands(COUNTED_UP_TO)} sentences`;
}
