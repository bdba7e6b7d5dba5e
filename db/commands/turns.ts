import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { executePrepared } from "@/db/execute-prepared";
import { getNextTarget } from "@/db/queries/queue";
import { turn } from "@/db/schema/vote";
import { formatTargetKey, type Target } from "@/lib/citation/target-key";

/** How long a target that is in front of somebody is kept from others. */
const LEASE = sql`interval '5 minutes'`;
/** A lease that lasts longer than this is not renewed yet. */
const RENEWED_FROM = sql`interval '4 minutes'`;

// Not now(), which stands still in a transaction that has waited.
const clock = sql<Date>`clock_timestamp()`;
const leasedFromNow = sql<Date>`clock_timestamp() + ${LEASE}`;

/**
 * Gives a person the next target of a hub, and lets go of the one they had: nobody else is given it while it is theirs.
 * Gives its key, or null when the hub has nothing for them.
 */
export async function takeTurn(db: Db, asker: { userId: number; hubId: number }): Promise<string | null> {
  return db.transaction(async (tx) => {
    // One at a time, else two people who ask at once are given the same. Nobody waits for the disk meanwhile: a turn
    // that a crash of the machine forgets is given again.
    await executePrepared(
      tx,
      sql`select set_config('synchronous_commit', 'off', true),
        pg_advisory_xact_lock(hashtextextended('turns of a hub', ${asker.hubId}))`,
    );
    const key = await getNextTarget(tx, asker);
    await endLeases(tx, asker.userId);
    if (key === null) return null;
    await tx
      .insert(turn)
      .values({ ...asker, target: key, leasedUntil: leasedFromNow, shownAt: clock })
      .onConflictDoUpdate({
        target: [turn.userId, turn.target],
        set: { leasedUntil: leasedFromNow, shownAt: clock, skippedAt: null },
      })
      .prepare("take_turn")
      .execute();
    return key;
  });
}

/**
 * Notes that a target is in front of a person, and keeps it from others unless somebody else has it already. Where it
 * was given a moment ago there is nothing to write.
 */
export async function renewTurn(db: Db, userId: number, target: Target): Promise<void> {
  const key = formatTargetKey(target);
  const leasedUntil = sql`case when not exists (
    select from turn n where n.hub_id = ${target.hubId} and n.target = ${key}
      and n.user_id <> ${userId} and n.leased_until > clock_timestamp()) then ${leasedFromNow} end`;
  await db
    .insert(turn)
    .values({ userId, hubId: target.hubId, target: key, leasedUntil, shownAt: clock })
    .onConflictDoUpdate({
      target: [turn.userId, turn.target],
      set: { leasedUntil, shownAt: clock },
      setWhere: sql`${turn.leasedUntil} is null or ${turn.leasedUntil} < clock_timestamp() + ${RENEWED_FROM}
        or exists (select from turn later where later.user_id = ${userId} and later.shown_at > ${turn.shownAt})`,
    })
    .prepare("renew_turn")
    .execute();
}

/** Passes a target over: it comes back to this person when the hub has nothing else for them. */
export async function skipTurn(db: Db, userId: number, target: Target): Promise<void> {
  await db
    .insert(turn)
    .values({
      userId,
      hubId: target.hubId,
      target: formatTargetKey(target),
      skippedAt: clock,
      shownAt: clock,
    })
    .onConflictDoUpdate({
      target: [turn.userId, turn.target],
      set: { leasedUntil: null, skippedAt: clock },
    });
}

/** The person is done with a target for now, so others may be given it. */
export async function endTurn(db: Db, userId: number, target: Target): Promise<void> {
  await db
    .update(turn)
    .set({ leasedUntil: null })
    .where(and(eq(turn.userId, userId), eq(turn.target, formatTargetKey(target))));
}

/** A person has one target in front of them: being given another one lets go of it. */
async function endLeases(tx: Db, userId: number): Promise<void> {
  await tx
    .update(turn)
    .set({ leasedUntil: null })
    .where(and(eq(turn.userId, userId), isNotNull(turn.leasedUntil)))
    .prepare("end_leases")
    .execute();
}
