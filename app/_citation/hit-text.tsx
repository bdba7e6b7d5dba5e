import type { Query } from "@/lib/citation/query";
import { queryMarks } from "@/lib/citation/query-marks";
import { MarkedWords } from "./marked-words";

/** A text with the words that were looked for marked. */
export function HitText({ text, query }: { text: string; query: Query }) {
  return (
    <span dir="auto">
      <MarkedWords
        text={text}
        markers={queryMarks(text, query)}
        className="rounded-xs bg-spark/20 text-ink"
      />
    </span>
  );
}
