import { Notice } from "@/app/_ui/notice";
import { ballotWords } from "@/app/annotate/_label/ballot-line";
import type { LabelParams } from "../search-params";
import type { LabelPageData } from "./load-label-page";

const WORDS = {
  undone: "Undone. Your last vote no longer counts; the form holds what it said, so that you can mend it.",
  changed: "Undone. Your vote says again what it said before.",
  withdrawn: "Withdrawn. Your vote no longer counts; what it said is kept below, for you alone.",
};

const wordsOf = (done: LabelParams["done"], hasVoted: boolean) =>
  done === undefined ? null : WORDS[done === "undone" && hasVoted ? "changed" : done];

/** Says what has just been done to the vote on this target. */
export function DoneNotice({ done, hasVoted }: { done: LabelParams["done"]; hasVoted: boolean }) {
  const words = wordsOf(done, hasVoted);
  if (words === null) return null;
  return (
    <div className="pb-4">
      <Notice>{words}</Notice>
    </div>
  );
}

/** The same for what is read out, and what was saved on the target before; null when nothing was done. */
export function doneWords(done: LabelParams["done"], { hasVoted, last }: LabelPageData): string | null {
  if (last !== null) return `Saved: ${ballotWords(last.own)}. Here is the next one.`;
  return wordsOf(done, hasVoted);
}
