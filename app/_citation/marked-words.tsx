import { markText } from "./marked-text";

/** A text with some of its words marked. */
export function MarkedWords({
  text,
  markers,
  className,
}: {
  text: string;
  /** Half-open, in UTF-16 units. */
  markers: readonly { start: number; end: number }[];
  /** Of the marks. */
  className?: string;
}) {
  return markText(text, markers).map((run) =>
    run.marked ? (
      <mark key={run.at} className={className}>
        {run.text}
      </mark>
    ) : (
      <span key={run.at}>{run.text}</span>
    ),
  );
}
