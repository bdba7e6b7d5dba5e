import { MarkedWords } from "./marked-words";

/** A sentence between its neighbours, its citation marker marked; quiet enough to stand in a form or a list. */
export function Quoted({
  context,
}: {
  context: {
    section?: string | null;
    before?: string | null;
    text: string;
    after?: string | null;
    markers?: readonly { start: number; end: number }[];
  };
}) {
  const { section, before, text, after, markers } = context;
  return (
    <blockquote
      dir="auto"
      className="max-w-[70ch] border-s-2 border-line ps-4 font-serif text-quote leading-relaxed"
    >
      {section ? <p className="mb-1 font-sans text-small text-soft">{section}</p> : null}
      {before ? <span className="text-soft">{before} </span> : null}
      <MarkedWords text={text} markers={markers ?? []} />
      {after ? <span className="text-soft"> {after}</span> : null}
    </blockquote>
  );
}
