import type { Db } from "@/db/client";
import { ballotProblem } from "@/lib/citation/ballot-problem";
import type { Ballot } from "@/lib/citation/consensus";
import { UserError } from "@/lib/errors";
import { changeVote, type VoteRequest } from "./change-vote";

interface VoteToCast extends VoteRequest {
  ballot: Ballot;
  note: string;
  /** The person wrote the citing paper or the hub. */
  ownPaper: boolean;
  /** The version of the guidelines that the person had in front of them. */
  guidelines: string;
}

/**
 * Casts a person's vote on a target, or changes the one that is there. Gives the number of its latest revision. The
 * same submission again gives the same and writes nothing.
 *
 * @throws VoteConflict when the vote has another revision than `revision` by now; UserError when the target is not
 * there or hidden, its hub is not public, or the ballot is not a possible one.
 */
export async function castVote(db: Db, vote: VoteToCast): Promise<{ revision: number }> {
  const { ballot, note, ownPaper, guidelines } = vote;
  const problem = ballotProblem(ballot, note);
  if (problem) throw new UserError(problem);
  return changeVote(db, vote, ({ current }, place) => {
    if (!place.hubPublished)
      throw new UserError("The hub that this belongs to is not public, so it cannot be labelled.");
    if (place.hidden) throw new UserError("What you labelled was hidden after a report. Take the next one.");
    if (!ballot.claims.every(({ number }) => place.claims.includes(number)))
      throw new UserError("The hub does not make one of the claims you named. Open this page again.");
    const act = current === null || current.withdrawn ? "cast" : "change";
    return { act, ...ballot, note, ownPaper, guidelines };
  });
}
