import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { UserError } from "@/lib/errors";
import { changeVote, type RevisionState, type VoteRequest } from "./change-vote";

/**
 * Brings a person's vote back to what it said one revision ago, as a new revision; the first one is withdrawn. Undone
 * twice, it says again what it said.
 *
 * @throws VoteConflict as `castVote` does; UserError when there is no vote.
 */
export async function undoVote(db: Db, request: VoteRequest): Promise<{ revision: number }> {
  return changeVote(db, request, async ({ voteId, current }, _place, tx) => {
    if (voteId === null || current === null) throw new UserError("You have no vote here to undo.");
    const before = await getRevision(tx, request.target.hubId, voteId, current.revision - 1);
    if (before === null) return { ...current, act: "withdraw" };
    return { ...before, act: before.act === "withdraw" ? "withdraw" : "revert" };
  });
}

async function getRevision(tx: Db, hubId: number, voteId: number, revision: number) {
  const { rows } = await tx.execute<RevisionState & Record<string, unknown>>(sql`
    select act, role, further_roles as "furtherRoles", polarity, basis, claims, note, own_paper as "ownPaper", guidelines
    from vote_revision where hub_id = ${hubId} and vote_id = ${voteId} and revision = ${revision}`);
  return rows[0] ?? null;
}
