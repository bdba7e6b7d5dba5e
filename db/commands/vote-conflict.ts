import type { Ballot } from "@/lib/citation/consensus";
import { UserError } from "@/lib/errors";

/** A vote as it stands: what it says, and how many revisions it has. */
export interface StandingVote extends Ballot {
  note: string;
  ownPaper: boolean;
  withdrawn: boolean;
  revision: number;
}

/** The vote was changed since the form was opened, so what the form says is not written. */
export class VoteConflict extends UserError {
  override name = "VoteConflict";

  /** @param current the vote as it stands now; null: there is none. */
  constructor(readonly current: StandingVote | null) {
    super(
      "Your vote on this was changed in the meantime, perhaps in another window. Compare the two, then save again.",
    );
  }
}
