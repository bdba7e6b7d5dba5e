import type { Db } from "@/db/client";
import {
  getOwnProfile,
  listOwnActs,
  listOwnContexts,
  listOwnFlags,
  listOwnIdentities,
  listOwnNotices,
  listOwnRevisions,
  listOwnSessions,
} from "@/db/queries/own-data";

type Revision = Awaited<ReturnType<typeof listOwnRevisions>>[number];

/** Everything that the site knows of a person, for themselves; nothing in it opens the account. */
export async function ownData(db: Db, userId: number) {
  const [profile, identities, sessions, revisions, flags, contexts, notices, acts] = await Promise.all([
    getOwnProfile(db, userId),
    listOwnIdentities(db, userId),
    listOwnSessions(db, userId),
    listOwnRevisions(db, userId),
    listOwnFlags(db, userId),
    listOwnContexts(db, userId),
    listOwnNotices(db, userId),
    listOwnActs(db, userId),
  ]);
  return { profile, identities, sessions, votes: votesOf(revisions), flags, contexts, notices, acts };
}

/** Revisions in the order of their votes, each vote with its own. */
function votesOf(revisions: readonly Revision[]) {
  const votes = new Map<
    string,
    { hub: string; paper: number; context: number | null; revisions: object[] }
  >();
  for (const { hub, paper, context, ...revision } of revisions) {
    const key = `${hub} ${paper} ${context}`;
    const vote = votes.get(key) ?? { hub, paper, context, revisions: [] };
    votes.set(key, vote);
    vote.revisions.push(revision);
  }
  return [...votes.values()];
}
