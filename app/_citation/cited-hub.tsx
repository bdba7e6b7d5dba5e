import type { ReactNode } from "react";
import { Chip } from "@/app/_ui/chip";
import { Empty } from "@/app/_ui/empty";
import { PageLink } from "@/app/_ui/page-link";
import type { Citer } from "@/db/queries/citer";
import { formatAuthors } from "@/lib/citation/authors";
import { count } from "@/lib/citation/count";
import { CitationChips } from "./citation-chips";
import { CONTEXT_GAP_REASONS } from "./context-gap";
import { ContextQuote } from "./context-quote";
import { VerdictChip } from "./label-chips";
import { addSentenceHref } from "./label-links";
import { SuggestionList } from "./suggestion-list";
import { TargetLabel } from "./target-label";
import { TitleText } from "./title-text";

type Hub = Citer["hubs"][number];
type Context = Citer["contexts"][number];
type Suggestion = Citer["suggestions"][number];
type Target = Citer["targets"][number];
type Verdict = Citer["verdicts"][number];

/** What the paper says of one hub, sentence by sentence; below it the ways to other citers of the hub. */
export function CitedHub({
  hub,
  workId,
  contexts,
  suggestions,
  targets,
  verdicts,
  children,
}: {
  hub: Hub;
  workId: number;
  contexts: readonly Context[];
  suggestions: readonly Suggestion[];
  targets: readonly Target[];
  verdicts: readonly Verdict[];
  children: ReactNode;
}) {
  const { id, slug, title, contextGap } = hub;
  /** What is said of one sentence or, with null, of the citation as a whole. */
  const labelOf = (contextId: number | null) => (
    <>
      <TargetLabel
        place={{ hubId: id, workId, contextId }}
        target={targets.find((one) => one.contextId === contextId) ?? null}
      />
      <SuggestionList
        lead="Suggested, not voted:"
        suggestions={suggestions.filter((suggestion) => suggestion.contextId === contextId)}
      />
    </>
  );
  return (
    <section aria-labelledby={`hub-${id}`} className="mt-10">
      <p className="text-small text-soft">
        What it says of the hub{contexts.length === 0 ? "" : `, in ${count(contexts.length, "sentence")}`}
      </p>
      <h2
        id={`hub-${id}`}
        className="scroll-mt-6 font-serif text-lede leading-snug font-semibold [overflow-wrap:anywhere]"
      >
        <PageLink href={`/hubs/${slug}`} className="text-ink decoration-edge">
          <TitleText title={title} />
        </PageLink>
      </h2>
      <HubMarks hub={hub} verdicts={verdicts} />
      <h3 className="mt-4 text-ui font-semibold">The citation as a whole</h3>
      <div className="text-small text-soft [overflow-wrap:anywhere]">{labelOf(null)}</div>
      {contexts.length === 0 ? (
        <div className="mt-4">
          <Empty>No citing sentence is held: {CONTEXT_GAP_REASONS[contextGap ?? "not_supplied"]}.</Empty>
        </div>
      ) : (
        contexts.map((context) => (
          <ContextQuote key={context.id} context={context}>
            {labelOf(context.id)}
          </ContextQuote>
        ))
      )}
      <p className="mt-5 text-small print:hidden">
        <PageLink href={addSentenceHref(workId, slug)}>Add a sentence</PageLink>{" "}
        <span className="text-soft">that you read in this paper about the hub</span>
      </p>
      {children}
    </section>
  );
}

/** Who made the hub, and what all sentences of the paper say of it together. */
function HubMarks({ hub, verdicts }: { hub: Hub; verdicts: readonly Verdict[] }) {
  const { authors, authorsComplete, year, isSelf, isInfluential } = hub;
  const byline = [formatAuthors(authors, authorsComplete, 3), year ?? ""]
    .filter((part) => part !== "")
    .join(" · ");
  return (
    <>
      <p className="mt-1 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-small text-soft [overflow-wrap:anywhere]">
        <span dir="auto">{byline}</span>
        {isSelf ? <Chip>self-citation: an author in common</Chip> : null}
        {isInfluential ? <Chip>called influential by its source</Chip> : null}
      </p>
      <p className="mt-2 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-small text-soft">
        <span>{hub.votes === 0 ? "Nobody has voted yet." : `${count(hub.votes, "vote")} in all:`}</span>
        <CitationChips label={hub} />
        {verdicts.map(({ number, verdict }) => (
          <VerdictChip key={number} number={number} verdict={verdict} />
        ))}
      </p>
    </>
  );
}
