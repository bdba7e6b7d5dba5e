import { and, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { claim } from "@/db/schema/hub";
import { UserError } from "@/lib/errors";
import { announceChange } from "./announce-change";
import { recordAct } from "./audit";
import { lockSuggestedSummary, summariseHubs } from "./import/summarise-hubs";
import { type ActOnHub, lockCitationsOf, lockHub } from "./lock-hub";
import { relabelLocked } from "./relabel";

type ActOnClaim = ActOnHub & { number: number };

/**
 * Takes a claim off the hub's list. Votes that name it are kept, and what they say of it no longer counts; its number is
 * never given again.
 *
 * @throws UserError when the hub has no such claim, or it is retired already.
 */
export async function retireClaim(db: Db, act: ActOnClaim): Promise<void> {
  await setRetired(db, act, true);
}

/** Puts a retired claim back on the list, where votes on it count again. @throws UserError when it is not retired. */
export async function restoreClaim(db: Db, act: ActOnClaim): Promise<void> {
  await setRetired(db, act, false);
}

async function setRetired(db: Db, { hubId, number, byUserId, address }: ActOnClaim, retired: boolean) {
  await db.transaction(async (tx) => {
    await lockCitationsOf(tx, hubId);
    const { slug } = await lockHub(tx, hubId);
    await lockSuggestedSummary(tx, hubId);
    const isClaim = and(eq(claim.hubId, hubId), eq(claim.number, number));
    const [before] = await tx.select({ retiredAt: claim.retiredAt }).from(claim).where(isClaim);
    if (!before) throw new UserError(`The hub has no claim C${number}.`);
    if ((before.retiredAt !== null) === retired)
      throw new UserError(`C${number} is ${retired ? "retired" : "on the list"} already.`);
    await tx
      .update(claim)
      .set({ retiredAt: retired ? sql`now()` : null, changedBy: byUserId })
      .where(isClaim);
    await recordAct(tx, {
      actorId: byUserId,
      action: retired ? "claim.retire" : "claim.restore",
      subject: `claim:${hubId}-${number}`,
      address,
    });
    await announceChange(tx, [`/hubs/${slug}`]);
    await relabelLocked(tx, await listSpeaking(tx, hubId, number));
    await summariseHubs(tx, [hubId]);
  });
}

/** The citations with a vote that names the claim. */
async function listSpeaking(tx: Db, hubId: number, number: number) {
  const { rows } = await tx.execute<{ hubId: number; workId: number }>(sql`
    select distinct t.hub_id as "hubId", t.work_id as "workId"
    from vote_claim c join vote v on v.hub_id = c.hub_id and v.id = c.vote_id
    join target t on t.hub_id = v.hub_id and t.id = v.target_id
    where c.hub_id = ${hubId} and c.claim_number = ${number}`);
  return rows;
}
