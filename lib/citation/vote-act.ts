/** What a revision of a vote did. */
export const VOTE_ACTS = ["cast", "change", "withdraw", "revert"] as const;

export type VoteAct = (typeof VOTE_ACTS)[number];
