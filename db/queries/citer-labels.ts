import { and, asc, eq, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { citation } from "@/db/schema/citation";
import { citationClaim } from "@/db/schema/vote";
import { listTargetLabels, listVotesOfCiter } from "./target-votes";

/** What people say of a citing work: each of its targets that has a vote or a decision, with all of its votes. */
export async function listLabelledTargets(db: Db, workId: number) {
  const labels = await listTargetLabels(db, workId);
  const votes = await listVotesOfCiter(db, workId);
  return labels.map((label) => ({
    ...label,
    said: votes.filter((vote) => vote.hubId === label.hubId && vote.contextId === label.contextId),
  }));
}

export type LabelledTarget = Awaited<ReturnType<typeof listLabelledTargets>>[number];

/** The verdicts of a citing work on the claims of the hubs that it cites. */
export async function listVerdicts(db: Db, workId: number) {
  return db
    .select({
      hubId: citationClaim.hubId,
      number: citationClaim.claimNumber,
      verdict: citationClaim.verdict,
      strength: citationClaim.strength,
    })
    .from(citation)
    .innerJoin(
      citationClaim,
      and(eq(citationClaim.hubId, citation.hubId), eq(citationClaim.workId, citation.workId)),
    )
    .where(and(eq(citation.workId, workId), isNull(citation.hiddenReason)))
    .orderBy(asc(citationClaim.hubId), asc(citationClaim.claimNumber));
}
