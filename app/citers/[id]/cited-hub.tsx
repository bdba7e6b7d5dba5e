import { CONTEXT_GAP_REASONS } from "@/app/_citation/context-gap";
import { ContextQuote } from "@/app/_citation/context-quote";
import { plainTitle, TitleText } from "@/app/_citation/title-text";
import { Chip } from "@/app/_ui/chip";
import { Empty } from "@/app/_ui/empty";
import { PageLink } from "@/app/_ui/page-link";
import type { Citer } from "@/db/queries/citer";
import { formatAuthors } from "@/lib/citation/authors";
import { count } from "@/lib/citation/count";
import { NeighbourLinks, type Neighbours } from "./neighbour-links";
import { SuggestionList } from "./suggestion-list";

type Hub = Citer["hubs"][number];
type Context = Citer["contexts"][number];
type Suggestion = Citer["suggestions"][number];

/** What the paper says of one hub, sentence by sentence. */
export function CitedHub({
  hub,
  contexts,
  suggestions,
  neighbours,
}: {
  hub: Hub;
  contexts: readonly Context[];
  suggestions: readonly Suggestion[];
  neighbours: Neighbours;
}) {
  const { id, slug, title, authors, authorsComplete, year, isSelf, isInfluential, contextGap } = hub;
  const byline = [formatAuthors(authors, authorsComplete, 3), year ?? ""]
    .filter((part) => part !== "")
    .join(" · ");
  return (
    <section aria-labelledby={`hub-${id}`} className="mt-10">
      <p className="text-small text-soft">
        What it says of the hub{contexts.length === 0 ? "" : `, in ${count(contexts.length, "sentence")}`}
      </p>
      <h2
        id={`hub-${id}`}
        className="font-serif text-lede leading-snug font-semibold [overflow-wrap:anywhere]"
      >
        <PageLink href={`/hubs/${slug}`} className="text-ink decoration-edge">
          <TitleText title={title} />
        </PageLink>
      </h2>
      <p className="mt-1 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-small text-soft [overflow-wrap:anywhere]">
        <span dir="auto">{byline}</span>
        {isSelf ? <Chip>self-citation: an author in common</Chip> : null}
        {isInfluential ? <Chip>called influential by its source</Chip> : null}
      </p>
      <SuggestionList
        lead="The citation as a whole, suggested and not voted:"
        suggestions={suggestions.filter((suggestion) => suggestion.contextId === null)}
      />
      {contexts.length === 0 ? (
        <div className="mt-4">
          <Empty>No citing sentence is held: {CONTEXT_GAP_REASONS[contextGap ?? "not_supplied"]}.</Empty>
        </div>
      ) : (
        contexts.map((context) => (
          <ContextQuote key={context.id} context={context}>
            <SuggestionList
              lead="Suggested, not voted:"
              suggestions={suggestions.filter((suggestion) => suggestion.contextId === context.id)}
            />
          </ContextQuote>
        ))
      )}
      <NeighbourLinks hubTitle={plainTitle(title)} neighbours={neighbours} />
    </section>
  );
}
