import { randomUUID } from "node:crypto";
import { ballotWords } from "@/app/annotate/_label/ballot-line";
import { VoteConflict } from "@/db/commands/vote-conflict";
import { UserError } from "@/lib/errors";

/**
 * Turns the news that a vote was changed elsewhere into words that hold what is stored, beside a form that keeps what
 * was chosen here and replaces the stored vote when it is sent again.
 *
 * @throws always: UserError for a conflict, what it was given otherwise.
 */
export function explainConflict(error: unknown): never {
  if (!(error instanceof VoteConflict)) throw error;
  const { current } = error;
  const stored = current === null || current.withdrawn ? "withdrawn" : ballotWords(current);
  throw new UserError(
    "Your vote on this was changed in the meantime, perhaps in another window. Nothing of it was overwritten: choose below which one is to hold.",
    {
      amends: {
        stored: [stored],
        storedNote: [current?.note ?? ""],
        revision: [String(current?.revision ?? 0)],
        submission: [randomUUID()],
      },
    },
  );
}
