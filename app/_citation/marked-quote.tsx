import { markText } from "./marked-text";

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
      {markText(text, markers).map((run) =>
        run.marked ? (
          <mark key={run.at} className="not-italic">
            {run.text}
          </mark>
        ) : (
          <span key={run.at}>{run.text}</span>
        ),
      )}
    </blockquote>
  );
}
