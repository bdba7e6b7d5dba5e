import type { QueueProgress } from "@/db/queries/queue";
import { count, withThousands } from "@/lib/citation/count";
import { VOTES_WANTED } from "@/lib/citation/queue-order";

const NUMBERS = ["no", "one", "two", "three", "four", "five"];

/**
 * How far a hub's queue is, with its unit, cut after the k of "k of n". A paper without a known sentence is labelled as
 * a whole.
 */
export function progressWords({ sentences, papers, enough }: QueueProgress): { k: string; rest: string } {
  const n = sentences + papers;
  const unit = papers === 0 ? "sentence" : sentences === 0 ? "paper" : null;
  const targets = unit === null ? `${withThousands(n)} sentences and papers` : count(n, unit);
  return {
    k: withThousands(enough),
    rest: `of ${targets} of this hub ${enough === 1 ? "has" : "have"} ${NUMBERS[VOTES_WANTED] ?? VOTES_WANTED} votes`,
  };
}
