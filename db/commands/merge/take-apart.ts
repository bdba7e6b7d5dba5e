import { and, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { workMerge, workMergeRow } from "@/db/schema/work-merge";
import { UserError } from "@/lib/errors";
import { recordAct } from "../audit";
import { rederiveWork } from "../rederive-work";
import { lockWorks } from "./lock-works";
import { returnRecords } from "./move-records";
import { forgetToldReferences, returnReferences } from "./move-references";
import { returnVotes } from "./move-votes";
import { removeMade, returnCitations } from "./return-citations";
import { relabelWorks, summariseWorks } from "./settle-works";

/**
 * Makes two works again of those that were merged, each with what it had. Of what came since, what is on a sentence goes
 * with the sentence, a vote that was changed goes back as it is by now, and everything else stays with the remaining
 * work.
 *
 * @throws UserError when the merge does not stand, rests under a later one, or an import is under way.
 */
export async function takeApart(
  db: Db,
  { mergeId, byUserId, address }: { mergeId: number; byUserId: number; address: string },
): Promise<{ from: number; into: number }> {
  return db.transaction(async (tx) => {
    const one = await getStanding(tx, mergeId);
    const works = [one.from, one.into] as const;
    const touched = await lockWorks(tx, one);
    await refuseTakingApart(tx, one);
    await returnRecords(tx, one);
    await returnVotes(tx, one);
    await returnCitations(tx, one);
    await forgetToldReferences(tx, one.into);
    await close(tx, mergeId, byUserId);
    await returnReferences(tx, one);
    for (const workId of works) await rederiveWork(tx, workId);
    await relabelWorks(tx, works, touched);
    await removeMade(tx, one);
    await summariseWorks(tx, works, touched);
    await tx.delete(workMergeRow).where(eq(workMergeRow.workMergeId, mergeId));
    await recordAct(tx, {
      actorId: byUserId,
      action: "work.take_apart",
      subject: `work:${one.into}`,
      detail: { from: one.from, merge: mergeId },
      address,
    });
    return { from: one.from, into: one.into };
  });
}

const stands = (mergeId: number) => and(eq(workMerge.id, mergeId), isNull(workMerge.takenApartAt));

async function getStanding(tx: Db, mergeId: number) {
  const [row] = await tx
    .select({ id: workMerge.id, from: workMerge.fromWorkId, into: workMerge.intoWorkId })
    .from(workMerge)
    .where(stands(mergeId));
  if (!row) throw new UserError("This merge was taken apart already.");
  return row;
}

/** Under the lock: later merges of the remaining work may rest on what this one brought. */
async function refuseTakingApart(tx: Db, one: { id: number; into: number }): Promise<void> {
  await getStanding(tx, one.id);
  const { rows } = await tx.execute<{ title: string | null }>(sql`
    select w.title from work_merge m join work w on w.id = case m.from_work_id when ${one.into} then m.into_work_id else m.from_work_id end
    where m.taken_apart_at is null and m.id > ${one.id} and ${one.into} in (m.from_work_id, m.into_work_id)
    order by m.id desc limit 1`);
  const [later] = rows;
  if (later)
    throw new UserError(
      `The remaining paper was merged again since. Take the later merge, with “${later.title ?? "Untitled"}”, apart first.`,
    );
}

async function close(tx: Db, mergeId: number, byUserId: number): Promise<void> {
  await tx.update(workMerge).set({ takenApartAt: sql`now()`, takenApartBy: byUserId }).where(stands(mergeId));
}
