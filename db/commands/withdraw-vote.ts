import type { Db } from "@/db/client";
import { UserError } from "@/lib/errors";
import { changeVote, type VoteRequest } from "./change-vote";

/**
 * Takes a person's vote back: it no longer counts, and what it said is kept.
 *
 * @throws VoteConflict as `castVote` does; UserError when there is no vote to take back.
 */
export async function withdrawVote(db: Db, request: VoteRequest): Promise<{ revision: number }> {
  return changeVote(db, request, ({ current }) => {
    if (current === null || current.withdrawn) throw new UserError("You have no vote here to withdraw.");
    return { ...current, act: "withdraw" };
  });
}
