import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { workMerge } from "@/db/schema/work-merge";
import { UserError } from "@/lib/errors";
import { recordAct } from "../audit";
import { rederiveWork } from "../rederive-work";
import { countMoved, type Moved } from "./count-moved";
import { lockWorks, type Touched } from "./lock-works";
import type { Merge } from "./merge-record";
import { hideLeftCitations, moveCitations } from "./move-citations";
import { moveRecords } from "./move-records";
import { putReferencesAside } from "./move-references";
import { moveVotes } from "./move-votes";
import { relabelWorks, summariseWorks } from "./settle-works";

/** An admin's word that two works are one. */
export interface MergeAsked {
  /** The work that is no more, until the merge is taken apart. */
  from: number;
  /** The work that remains. */
  into: number;
  byUserId: number;
  address: string;
}

/**
 * Makes one work of two in one transaction, and keeps where everything was, so that it can be taken apart.
 *
 * @throws UserError when they cannot be one (both are hubs, one is merged already), or an import is under way.
 */
export async function mergeWorks(db: Db, asked: MergeAsked): Promise<Moved> {
  return db.transaction(async (tx) => {
    const { merge, touched } = await move(tx, asked);
    const works = [merge.from, merge.into] as const;
    await rederiveWork(tx, merge.into);
    await relabelWorks(tx, works, touched);
    await summariseWorks(tx, works, touched);
    await recordAct(tx, {
      actorId: asked.byUserId,
      action: "work.merge",
      subject: `work:${merge.into}`,
      detail: { from: merge.from, merge: merge.id },
      address: asked.address,
    });
    return countMoved(tx, merge);
  });
}

/**
 * What `mergeWorks` would move, by the same code, with nothing kept; what would be summed up anew is left as it is.
 *
 * @throws what it throws.
 */
export async function previewMerge(db: Db, asked: MergeAsked): Promise<Moved> {
  const undo = new Error("preview undone");
  let moved: Moved | undefined;
  try {
    await db.transaction(async (tx) => {
      const { merge } = await move(tx, asked);
      moved = await countMoved(tx, merge);
      throw undo;
    });
  } catch (error) {
    if (error !== undo) throw error;
  }
  if (moved === undefined) throw new Error("a merge ended without its figures");
  return moved;
}

/** Puts everything on record and in its new place. */
async function move(
  tx: Db,
  { from, into, byUserId }: MergeAsked,
): Promise<{ merge: Merge; touched: Touched }> {
  if (from === into) throw new UserError("That is one and the same paper. Choose two.");
  const touched = await lockWorks(tx, { from, into });
  await refuseMerge(tx, [from, into]);
  const [row] = await tx
    .insert(workMerge)
    .values({ fromWorkId: from, intoWorkId: into, mergedBy: byUserId })
    .returning({ id: workMerge.id });
  if (!row) throw new Error("the merge was not recorded");
  const merge = { id: row.id, from, into };
  await moveRecords(tx, merge);
  await moveCitations(tx, merge);
  await moveVotes(tx, merge);
  await hideLeftCitations(tx, merge);
  await putReferencesAside(tx, merge);
  return { merge, touched };
}

interface Standing extends Record<string, unknown> {
  id: number;
  title: string | null;
  hub: string | null;
  into: number | null;
}

async function refuseMerge(tx: Db, works: readonly [number, number]): Promise<void> {
  const { rows } = await tx.execute<Standing>(sql`
    select w.id, w.title, h.slug as hub, m.into_work_id as into from work w left join hub h on h.work_id = w.id
    left join work_merge m on m.from_work_id = w.id and m.taken_apart_at is null
    where w.id = any(${sql.param(works)}::bigint[])`);
  if (rows.length < 2) throw new UserError("There are no two such papers any more. Open this page again.");
  const merged = rows.find(({ into }) => into !== null);
  if (merged)
    throw new UserError(
      `“${merged.title ?? "Untitled"}” is merged with another paper already. Open this page again.`,
    );
  const [one, other] = rows;
  if (one?.hub && other?.hub)
    throw new UserError(
      `Both are hubs (/hubs/${one.hub} and /hubs/${other.hub}), and votes and claims belong to their hub for ever, so these two cannot be merged. Hide the hub that readers should not see.`,
    );
}
