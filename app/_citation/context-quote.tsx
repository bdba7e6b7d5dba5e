import type { ReactNode } from "react";
import { PageLink } from "@/app/_ui/page-link";
import type { Citer } from "@/db/queries/citer";
import { confirmHref } from "./label-links";
import { MarkedWords } from "./marked-words";
import { PersonLink } from "./person-link";
import { ProvenanceChip } from "./provenance-chip";

type Context = Citer["contexts"][number];

/** A sentence in which a paper speaks of a hub, between its neighbours, with a permalink. */
export function ContextQuote({ context, children }: { context: Context; children?: ReactNode }) {
  const { id, section, before, text, after, markers, implicit, source, byHand } = context;
  const anchor = `c-${id}`;
  return (
    <figure
      id={anchor}
      className="mt-5 max-w-[70ch] scroll-mt-6 border-s-2 border-line ps-4 target:border-spark target:bg-spark/6"
    >
      {section === null ? null : (
        <p dir="auto" className="mb-1 text-small text-soft">
          {section}
        </p>
      )}
      <blockquote dir="auto" className="font-serif text-quote leading-relaxed">
        {before === null ? null : <span className="text-soft">{before} </span>}
        <MarkedWords text={text} markers={markers} />
        {after === null ? null : <span className="text-soft"> {after}</span>}
      </blockquote>
      <figcaption className="mt-1.5 text-small text-soft [overflow-wrap:anywhere]">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <a href={`#${anchor}`}>permalink</a>
          {byHand ? <ByHand context={context} /> : <ProvenanceChip source={source} />}
          {implicit ? <span>Speaks of the hub without a citation mark.</span> : null}
        </p>
        {children}
      </figcaption>
    </figure>
  );
}

/** Who entered a sentence, where they read it, and whether somebody else found it there. */
function ByHand({ context: { id, addedBy, readIn, confirmed } }: { context: Context }) {
  return (
    <span>
      added by hand by <PersonLink handle={addedBy} />
      {readIn === null ? null : (
        <>
          , who read it in <span dir="auto">{readIn}</span>
        </>
      )}
      {confirmed ? (
        "; confirmed by somebody else"
      ) : (
        <>
          ; not yet confirmed by somebody else: <PageLink href={confirmHref(id)}>have you read it?</PageLink>
        </>
      )}
    </span>
  );
}
