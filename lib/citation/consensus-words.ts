import { count, share } from "@/lib/citation/count";
import type { LabelState, LabelStrength } from "@/lib/citation/label-state";

/**
 * How the votes on one target settle an axis, in words: "agreed by 3 of 4", "one vote", "contested: 2 supporting,
 * 1 contrasting". `votes` are the counted ones on this axis as readers read them, "unclear" for those that say so:
 * they are not among the votes of which a share is told, and are named at the end. `value` is the agreed one.
 */
export function consensusWords(state: LabelState, value: string | null, votes: readonly string[]): string {
  const decisive = votes.filter((vote) => vote !== "unclear");
  const unclear = votes.length - decisive.length;
  const besides = unclear === 0 ? "" : `; ${count(unclear, "vote says", "votes say")} unclear`;
  switch (state) {
    case "unlabelled":
      return "no vote yet";
    case "unclear":
      return votes.length === 1
        ? "unclear by the only vote"
        : `unclear by all of ${count(votes.length, "vote")}`;
    case "single":
      return `one vote${besides}`;
    case "agreed":
      return `agreed by ${share(decisive.filter((vote) => vote === value).length, decisive.length)}${besides}`;
    case "contested":
      return `contested: ${tallyWords(decisive)}${besides}`;
    case "adjudicated":
      return "decided by an admin";
  }
}

/** "2 supporting, 1 contrasting": the most frequent first, equals in the order in which they first occur. */
export function tallyWords(votes: readonly string[]): string {
  const times = (word: string) => votes.filter((vote) => vote === word).length;
  return [...new Set(votes)]
    .sort((a, b) => times(b) - times(a))
    .map((word) => count(times(word), word, word))
    .join(", ");
}

/** How well the label of a citation is supported; `votes` are the counted ones on all of its targets. */
export function strengthWords(strength: LabelStrength, votes: number): string {
  if (strength === "agreed") return "agreed";
  return votes === 1 ? "one vote" : "in part on a single vote";
}
