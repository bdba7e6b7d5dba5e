import { MarkedWords } from "./marked-words";

/** A sentence, set as a quotation, with the place where it cites. */
export function MarkedQuote({
  text,
  markers,
}: {
  text: string;
  markers: readonly { start: number; end: number }[];
}) {
  return (
    <blockquote
      dir="auto"
      className="max-w-[66ch] font-serif text-quote leading-relaxed italic [overflow-wrap:anywhere]"
    >
      <MarkedWords text={text} markers={markers} className="not-italic" />
    </blockquote>
  );
}
