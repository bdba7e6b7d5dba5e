import { CONTEXT_GAP_REASONS } from "@/app/_citation/context-gap";
import { InlineText } from "@/app/_citation/inline-text";
import { MarkedWords } from "@/app/_citation/marked-words";
import type { LabelTarget } from "@/db/queries/label-target";
import { count } from "@/lib/citation/count";

export const HEADING_ID = "passage";

const CARD = "rounded-xl border border-line bg-card px-5 py-5 sm:px-7 sm:py-6";
const HEADING = "mb-2.5 text-small font-normal text-soft outline-none";

/** What is to be labelled: a sentence between its neighbours, or what is known of the paper as a whole. */
export function Passage({ of: target }: { of: Omit<LabelTarget, "target" | "key"> }) {
  return target.context === null ? <WholePaper of={target} /> : <Sentence context={target.context} />;
}

export function Sentence({ context }: { context: SentenceContext }) {
  const { section, before, text, after, markers, implicit } = context;
  return (
    <section className={CARD} aria-labelledby={HEADING_ID}>
      <h1 id={HEADING_ID} tabIndex={-1} className={HEADING}>
        <span className="sr-only">The sentence to label{section === null ? "" : ", from "}</span>
        {section === null ? null : <span dir="auto">{section}</span>}
      </h1>
      <blockquote dir="auto" className="font-serif text-lede leading-[1.62] [overflow-wrap:anywhere]">
        {before === null ? null : <span className="text-soft">{before} </span>}
        <MarkedWords text={text} markers={markers} />
        {after === null ? null : <span className="text-soft"> {after}</span>}
      </blockquote>
      {implicit ? (
        <p className="mt-2.5 text-small text-soft">It speaks of the hub without a citation mark.</p>
      ) : null}
    </section>
  );
}

type SentenceContext = Omit<NonNullable<LabelTarget["context"]>, "id" | "markers"> & {
  markers: readonly { start: number; end: number }[];
};

function WholePaper({
  of: { citer, contextGap, contextCount },
}: {
  of: Pick<LabelTarget, "citer" | "contextGap" | "contextCount">;
}) {
  return (
    <section className={CARD} aria-labelledby={HEADING_ID}>
      <h1 id={HEADING_ID} tabIndex={-1} className={HEADING}>
        The paper as a whole
      </h1>
      <p className="max-w-[70ch] text-ui text-soft">
        {contextCount > 0
          ? `This is about the citation as a whole; ${
              contextCount === 1 ? "its one sentence is" : `its ${count(contextCount, "sentence")} are`
            } labelled apart.`
          : `No citing sentence is held: ${CONTEXT_GAP_REASONS[contextGap ?? "not_supplied"]}. Judge by what you see here, or read the paper itself; if neither tells, unclear is an answer, and so is skipping.`}
      </p>
      {citer.summary === null ? null : (
        <p dir="auto" className="mt-3 max-w-[66ch] font-serif text-lede leading-normal">
          <InlineText text={citer.summary} />
        </p>
      )}
      {citer.abstract === null ? null : (
        <details className="mt-3" open={citer.summary === null}>
          <summary className="text-small text-soft">Abstract of the citing paper</summary>
          <p
            dir="auto"
            className="mt-2 max-w-[66ch] font-serif text-body leading-relaxed whitespace-pre-line [overflow-wrap:anywhere]"
          >
            <InlineText text={citer.abstract} />
          </p>
        </details>
      )}
      {citer.summary === null && citer.abstract === null ? (
        <p className="mt-3 text-ui text-soft">Neither a summary nor an abstract of it is known.</p>
      ) : null}
    </section>
  );
}
