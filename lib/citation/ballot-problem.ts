import type { Ballot } from "./consensus";
import { withThousands } from "./count";
import { hasEvidenceBasis } from "./polarity";

/** The longest note on a vote, in UTF-16 units. */
export const NOTE_LENGTH = 2_000;

/**
 * What is wrong with a vote, as a sentence for the voter; null when nothing is. Whether its claims exist is for the
 * database to say.
 */
export function ballotProblem({ role, furtherRoles, polarity, basis, claims }: Ballot, note: string) {
  if (furtherRoles.includes(role))
    return "The main role is also ticked as a further one: leave it out there.";
  if (new Set(furtherRoles).size < furtherRoles.length)
    return "A further role was given twice: give it once.";
  if (basis !== null && !hasEvidenceBasis(polarity))
    return "Only supporting, mixed and contrasting rest on evidence: choose one of them, or no evidence.";
  if (new Set(claims.map(({ number }) => number)).size < claims.length)
    return "A claim was given twice: give each claim one verdict.";
  if (note.length > NOTE_LENGTH)
    return `The note is longer than ${withThousands(NOTE_LENGTH)} characters: shorten it.`;
  return null;
}
