import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { citation, citationContext } from "@/db/schema/citation";
import { UserError } from "@/lib/errors";
import { recordAct } from "./audit";
import { relabel } from "./relabel";

/** What is hidden: one sentence, or (context null) the whole citation. */
export interface Hideable {
  hubId: number;
  workId: number;
  contextId: number | null;
}

interface Act extends Hideable {
  byUserId: number;
  address: string;
}

/**
 * Keeps a sentence or a citation from readers and out of all figures. Its votes stay and count again once it is
 * restored.
 *
 * @throws UserError when there is no such thing, or it is hidden already.
 */
export async function hide(db: Db, { reason, ...act }: Act & { reason: string }): Promise<void> {
  await setHidden(db, act, reason);
}

/** Shows again what was hidden. @throws UserError when it is not hidden. */
export async function restore(db: Db, act: Act): Promise<void> {
  await setHidden(db, act, null);
}

async function setHidden(db: Db, act: Act, reason: string | null): Promise<void> {
  const { hubId, workId, contextId, byUserId, address } = act;
  await db.transaction(async (tx) => {
    const changed = contextId === null ? await setCitation(tx, act, reason) : await setContext(tx, act, reason);
    if (!changed)
      throw new UserError(reason === null ? "It is not hidden." : "It is hidden already, or it is gone.");
    await tx.execute(sql`select refresh_citations(array[${workId}::bigint])`);
    await relabel(tx, [{ hubId, workId }]);
    await recordAct(tx, {
      actorId: byUserId,
      action: `${contextId === null ? "citation" : "context"}.${reason === null ? "restore" : "hide"}`,
      subject: contextId === null ? `citation:${hubId}-${workId}` : `context:${contextId}`,
      detail: reason === null ? {} : { reason },
      address,
    });
  });
}

async function setCitation(tx: Db, { hubId, workId }: Hideable, reason: string | null): Promise<boolean> {
  const rows = await tx
    .update(citation)
    .set({ hiddenReason: reason })
    .where(
      and(
        eq(citation.hubId, hubId),
        eq(citation.workId, workId),
        reason === null ? isNotNull(citation.hiddenReason) : isNull(citation.hiddenReason),
      ),
    )
    .returning({ workId: citation.workId });
  return rows.length > 0;
}

async function setContext(tx: Db, { hubId, workId, contextId }: Hideable, reason: string | null) {
  // The citation's row first, as every writer does, so that two of them never wait for each other.
  await tx
    .select({ workId: citation.workId })
    .from(citation)
    .where(and(eq(citation.hubId, hubId), eq(citation.workId, workId)))
    .for("no key update");
  const rows = await tx
    .update(citationContext)
    .set({ hiddenReason: reason })
    .where(
      and(
        eq(citationContext.hubId, hubId),
        eq(citationContext.workId, workId),
        eq(citationContext.id, contextId ?? 0),
        reason === null ? isNotNull(citationContext.hiddenReason) : isNull(citationContext.hiddenReason),
      ),
    )
    .returning({ id: citationContext.id });
  return rows.length > 0;
}
