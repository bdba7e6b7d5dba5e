import { eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { hub } from "@/db/schema/hub";
import { UserError } from "@/lib/errors";

/** An admin's act on a hub. */
export interface ActOnHub {
  hubId: number;
  byUserId: number;
  /** The network address that it came from. */
  address: string;
}

/**
 * Locks a hub until the transaction ends, so that admins change it one after the other; votes go on meanwhile.
 *
 * @throws UserError when there is no such hub.
 */
export async function lockHub(tx: Db, hubId: number) {
  const [row] = await tx
    .select({ slug: hub.slug, status: hub.status, workId: hub.workId })
    .from(hub)
    .where(eq(hub.id, hubId))
    .for("no key update");
  if (!row) throw new UserError("There is no such hub.");
  return row;
}

/**
 * Makes every vote on a hub wait until the transaction ends: what votes read of their hub stays as it is until they are
 * written. Called before `lockHub`, because votes lock in this order too.
 */
export async function lockCitationsOf(tx: Db, hubId: number): Promise<void> {
  await tx.execute(sql`select 1 from citation where hub_id = ${hubId} order by work_id for no key update`);
}
