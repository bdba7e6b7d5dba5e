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
} from "./own-data";

type Revision = Awaited<ReturnType<typeof listOwnRevisions>>[number];

/** Everything that the site knows of a person, for themselves; nothing in it opens the account. */
export async function getAllOwnData(db: Db, userId: number) {
  // One after the other: nobody waits for a file as for a page, and it takes one connection.
  return {
    profile: await getOwnProfile(db, userId),
    identities: await listOwnIdentities(db, userId),
    sessions: await listOwnSessions(db, userId),
    votes: votesOf(await listOwnRevisions(db, userId)),
    flags: await listOwnFlags(db, userId),
    contexts: await listOwnContexts(db, userId),
    notices: await listOwnNotices(db, userId),
    acts: await listOwnActs(db, userId),
  };
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
