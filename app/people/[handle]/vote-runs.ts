import type { PersonVote } from "@/db/queries/person-votes";

/** Votes on one hub that follow one another. */
export interface VoteRun {
  slug: string;
  hubTitle: string | null;
  votes: PersonVote[];
}

/** A list of votes cut wherever the hub changes, so that its title stands once above those that belong to it. */
export function voteRuns(votes: readonly PersonVote[]): VoteRun[] {
  const runs: VoteRun[] = [];
  for (const vote of votes) {
    const last = runs.at(-1);
    if (last?.slug === vote.slug) last.votes.push(vote);
    else runs.push({ slug: vote.slug, hubTitle: vote.hubTitle, votes: [vote] });
  }
  return runs;
}
