import { and, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { flag } from "@/db/schema/flag";
import { hub } from "@/db/schema/hub";
import { work } from "@/db/schema/work";
import { FLAG_LABELS, type FlagOutcome } from "@/lib/citation/flag-kind";
import { UserError } from "@/lib/errors";
import { recordAct } from "./audit";
import { hide } from "./hide";
import { notify } from "./notify";

interface Settled {
  hubId: number;
  flagId: number;
  outcome: FlagOutcome;
  /** To whoever flagged, and public when something is hidden for it. */
  reason: string;
  /** Whether the sentence or citation is hidden for it; only with "upheld". */
  hiding: boolean;
  byUserId: number;
  address: string;
}

/** Decides on a flag, once; whoever raised it hears of it. @throws UserError when it is settled already. */
export async function settleFlag(db: Db, settled: Settled): Promise<void> {
  const { hubId, flagId, outcome, reason, hiding, byUserId, address } = settled;
  await db.transaction(async (tx) => {
    const [row] = await tx
      .update(flag)
      .set({ settledAt: sql`now()`, settledBy: byUserId, outcome, reason })
      .where(and(eq(flag.hubId, hubId), eq(flag.id, flagId), isNull(flag.settledAt)))
      .returning({ kind: flag.kind, workId: flag.workId, contextId: flag.contextId, userId: flag.userId });
    if (!row) throw new UserError("Somebody has settled this report already.");
    if (outcome === "upheld" && hiding) {
      if (row.workId === null) throw new UserError("A hub's page cannot be hidden from here.");
      const reasonShown = reason || FLAG_LABELS[row.kind];
      await hide(tx, {
        hubId,
        workId: row.workId,
        contextId: row.contextId,
        reason: reasonShown,
        byUserId,
        address,
      });
    }
    if (row.userId !== null) {
      const { title, slug } = await nameHub(tx, hubId);
      const path = row.workId === null ? `/hubs/${slug}` : `/citers/${row.workId}`;
      const detail = { outcome, reason, path, title };
      await notify(tx, [{ userId: row.userId, kind: "flag_settled", detail }]);
    }
    const detail = { outcome, reason, hidden: outcome === "upheld" && hiding };
    await recordAct(tx, {
      actorId: byUserId,
      action: "flag.settle",
      subject: `flag:${flagId}`,
      detail,
      address,
    });
  });
}

/** A hub's title and address, for the text of a notice. */
export async function nameHub(tx: Db, hubId: number): Promise<{ title: string; slug: string }> {
  const [row] = await tx
    .select({ title: work.title, slug: hub.slug })
    .from(hub)
    .innerJoin(work, eq(work.id, hub.workId))
    .where(eq(hub.id, hubId));
  return { title: row?.title ?? "an untitled hub", slug: row?.slug ?? "" };
}
